//! One pass over text that is more or less JSON.
//!
//! An error body is often not quite JSON: truncated, followed by prose, printed by Python, with a line break inside a
//! string. So this reader rejects nothing. It descends into the objects on the way to the places where errors are described,
//! skips everything else by counting brackets, and stops where the text does. Arrays are transparent: a pointer passes through
//! them as if their elements stood in their place.

use super::json::{Scalar, Source, unescape};
use super::paths::{Node, Paths};
use super::pointer::Step;
use super::shape::{PATHS, Place};
use crate::cost;

/// The deepest nesting at which a pointer is followed; what is nested deeper is skipped.
const DEPTH: usize = 16;

/// How many values are kept, and how many of them at one place: elements of an array come to the same.
const VALUES: usize = 48;
const SAME: usize = 8;

/// The strings and numbers at known places and at those of a shape, in the order of the text. Blank ones are left out.
pub(super) struct Values {
    all: [Value; VALUES],
    count: usize,
}

/// A string or a number, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Value {
    node: Node,
    /// The same with `*` for the first key.
    star: Node,
    /// The position of the place of the shape that nobody else has, counted from 1, or 0.
    own: u8,
    pub(super) scalar: Scalar,
}

impl Value {
    const NONE: Self = Value {
        node: Node::NOWHERE,
        star: Node::NOWHERE,
        own: 0,
        scalar: Scalar::NONE,
    };

    /// Returns whether it stands at a place, given its position in the shape.
    #[inline]
    pub(super) fn is_at(&self, rank: usize, place: &Place) -> bool {
        let path = place.pointer().path();
        PATHS.is_at(self.node, path)
            || PATHS.is_at(self.star, path)
            || usize::from(self.own) == rank + 1
    }

    /// Returns the numbers of the known places at which it stands.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        PATHS.places(self.node).chain(PATHS.places(self.star))
    }
}

impl Values {
    pub(super) const fn new() -> Self {
        Values {
            all: [Value::NONE; VALUES],
            count: 0,
        }
    }

    /// Walks through a text. `own` are the places of a shape, of which those in `foreign`, a bit for each, are not known.
    pub(super) fn collect(&mut self, source: Source<'_>, own: &[Place], foreign: u64) {
        let walk = Walk {
            source,
            paths: &PATHS,
            own,
            at: 0,
            outer: [Frame::default(); DEPTH],
            depth: 0,
            inner: Frame::default(),
            key: Some(Way {
                node: Node::ROOT,
                star: Node::NOWHERE,
                own: foreign,
                steps: 0,
            }),
            values: self,
        };
        walk.run();
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Value> + Clone {
        self.all.iter().take(self.count)
    }

    fn push(&mut self, value: Value) {
        let is_same = |other: &&Value| {
            (other.node, other.star, other.own) == (value.node, value.star, value.own)
        };
        let is_full = self.count >= SAME && self.iter().filter(is_same).count() >= SAME;
        if let Some(place) = self.all.get_mut(self.count)
            && !is_full
        {
            *place = value;
            self.count += 1;
        }
    }
}

struct Walk<'a, 'p> {
    source: Source<'a>,
    paths: &'static Paths,
    own: &'p [Place],
    at: usize,
    /// The objects and arrays around the innermost one, the outermost of which stands for what surrounds the body.
    outer: [Frame; DEPTH],
    depth: usize,
    inner: Frame,
    /// Where the key leads whose value comes next.
    key: Option<Way>,
    values: &'p mut Values,
}

/// Where the walk is, as seen from the known places and from the own ones that may lead here, a bit for each.
#[derive(Clone, Copy, Default)]
struct Way {
    own: u64,
    node: Node,
    star: Node,
    steps: u8,
}

impl Way {
    /// Returns whether it is on the way to a place, or at one.
    fn is_on_way(self) -> bool {
        self.own != 0 || self.node.is_somewhere() || self.star.is_somewhere()
    }
}

#[derive(Clone, Copy, Default)]
struct Frame {
    way: Way,
    is_array: bool,
}

impl Walk<'_, '_> {
    /// Takes one token after the other, until the text or its first value ends.
    fn run(mut self) {
        while let Some(&byte) = self.source.bytes().get(self.at) {
            cost::charge(1);
            match byte {
                b'"' | b'\'' => {
                    let string = self.source.string(self.at, byte);
                    self.at = string.end() + 1;
                    if self.takes_colon() {
                        self.key = Some(self.way_to(string));
                        continue;
                    }
                    self.offer(string);
                }
                b',' | b':' => self.at += 1,
                b'{' | b'[' => self.open(byte == b'['),
                b'}' | b']' => self.close(),
                _ if byte.is_ascii_whitespace() => {
                    self.at += 1;
                    continue;
                }
                _ => {
                    let word = self.bare_word();
                    self.offer(word);
                }
            }
            if self.depth == 0 {
                return;
            }
            self.key = None;
        }
    }

    /// Returns where a value leads that is here: it belongs to a key or to an array, or is skipped.
    fn way(&self) -> Option<Way> {
        let in_array = self.inner.is_array.then_some(self.inner.way);
        self.key.or(in_array)
    }

    fn open(&mut self, is_array: bool) {
        let way = self.way().filter(|way| way.is_on_way());
        match (way, self.outer.get_mut(self.depth)) {
            (Some(way), Some(outer)) => {
                *outer = self.inner;
                self.depth += 1;
                self.inner = Frame { way, is_array };
                self.at += 1;
            }
            _ => self.skip_nested(),
        }
    }

    fn close(&mut self) {
        self.at += 1;
        self.depth = self.depth.saturating_sub(1);
        if let Some(outer) = self.outer.get(self.depth) {
            self.inner = *outer;
        }
    }

    /// Returns where a key of the innermost object leads.
    #[inline]
    fn way_to(&self, key: Scalar) -> Way {
        let from = self.inner.way;
        let unescaped;
        let key = if key.has_escapes() {
            unescaped = unescape(self.source.raw(key));
            unescaped.as_bytes()
        } else {
            self.source.raw(key)
        };
        let step = Step::new(key);
        let is_first = from.node == Node::ROOT;
        Way {
            node: self.paths.child(from.node, key, step),
            star: if is_first {
                self.paths.star()
            } else {
                self.paths.child(from.star, key, step)
            },
            own: match from.own {
                0 => 0,
                _ => self.own_to(from, key, step),
            },
            steps: from.steps.saturating_add(1),
        }
    }

    /// Returns the own places to which a key leads on.
    #[cold]
    fn own_to(&self, from: Way, key: &[u8], step: Step) -> u64 {
        let places = self.own.iter().enumerate();
        let open = places.filter(|(at, place)| {
            from.own >> at & 1 == 1 && place.pointer().leads_on(usize::from(from.steps), key, step)
        });
        open.fold(0, |bits, (at, _)| bits | 1 << at)
    }

    /// Keeps a value if it stands at a place.
    #[inline]
    fn offer(&mut self, scalar: Scalar) {
        let Some(way) = self.way() else {
            return;
        };
        let is_known = self.paths.is_end(way.node) || self.paths.is_end(way.star);
        if !is_known && way.own == 0 || self.source.is_blank(scalar) {
            return;
        }
        let value = Value {
            node: way.node,
            star: way.star,
            own: 0,
            scalar,
        };
        if is_known {
            self.values.push(value);
        }
        if way.own != 0 {
            self.offer_to_own(way, scalar);
        }
    }

    #[cold]
    fn offer_to_own(&mut self, way: Way, scalar: Scalar) {
        for (place, number) in self.own.iter().zip(1..) {
            let leads_here = way.own >> (number - 1) & 1 == 1;
            if leads_here && place.pointer().ends_after(usize::from(way.steps)) {
                self.values.push(Value {
                    own: number,
                    scalar,
                    ..Value::NONE
                });
            }
        }
    }

    /// Takes a colon: it makes the string before it a key, even where a value was expected.
    #[inline]
    fn takes_colon(&mut self) -> bool {
        let rest = self.source.bytes().get(self.at..).unwrap_or_default();
        if let [b':', ..] = rest {
            self.at += 1;
            return true;
        }
        let spaces = rest
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count();
        cost::charge(spaces);
        let is_key = rest.get(spaces) == Some(&b':');
        if is_key {
            self.at += spaces + 1;
        }
        is_key
    }

    fn bare_word(&mut self) -> Scalar {
        let rest = self.source.bytes().get(self.at..).unwrap_or_default();
        let is_end = |byte: &u8| matches!(byte, b',' | b'}' | b']' | b'{' | b'[' | b':' | b'"');
        let length = rest
            .iter()
            .position(|byte| is_end(byte) || byte.is_ascii_whitespace())
            .unwrap_or(rest.len());
        cost::charge(length);
        let start = self.at;
        self.at += length.max(1);
        Scalar::bare(start, start + length)
    }

    /// Skips from an opening bracket past the one that closes it, or to the end.
    fn skip_nested(&mut self) {
        let mut depth = 0_usize;
        while let Some(&byte) = self.source.bytes().get(self.at) {
            cost::charge(1);
            match byte {
                b'"' | b'\'' => {
                    self.at = self.source.string(self.at, byte).end() + 1;
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }
}
