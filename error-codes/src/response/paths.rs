//! The paths of all known places, as a tree: one look-up per key of a body finds out whether any of them leads on.

use super::pointer::{Keys, Path, Step, same};

/// A point on the way to known places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Node(u8);

impl Node {
    /// Off all ways.
    pub(super) const NOWHERE: Self = Node(0);

    pub(super) const ROOT: Self = Node(1);

    pub(super) const fn is_somewhere(self) -> bool {
        self.0 != Self::NOWHERE.0
    }

    const fn at(self) -> usize {
        self.0 as usize
    }
}

/// See the module.
pub(super) struct Paths {
    entries: [Entry; NODES],
    count: u8,
    /// The numbers of the nodes by the hash of parent and key, or 0.
    slots: [u8; SLOTS],
    /// The child of the root for a key `*`.
    star: Node,
}

const NODES: usize = 256;
const SLOTS: usize = 512;

/// How many places a node can be.
const PLACES: usize = 4;

#[derive(Clone, Copy)]
struct Entry {
    parent: Node,
    step: Step,
    key: &'static [u8],
    path: Path,
    leads_on: bool,
    is_end: bool,
    /// The numbers of the places here, counted from 1, or 0.
    places: [u8; PLACES],
}

impl Paths {
    /// Builds the tree of the pointers of places, which know their numbers, and of more pointers. It does not compile if there
    /// are too many, or if one has a step `*` that is not its first.
    pub(super) const fn new(places: &[&[&'static str]], more: &[&'static str]) -> Self {
        let mut paths = Paths {
            entries: [Entry {
                parent: Node::NOWHERE,
                step: Step::NONE,
                key: &[],
                path: Path::ROOT,
                leads_on: false,
                is_end: false,
                places: [0; PLACES],
            }; NODES],
            count: 2,
            slots: [0; SLOTS],
            star: Node::NOWHERE,
        };
        let (mut list, mut number) = (0, 0);
        while list < places.len() {
            let mut at = 0;
            while at < places[list].len() {
                let node = paths.add(places[list][at]);
                let own = &mut paths.entries[node.at()].places;
                let mut free = 0;
                while own[free] != 0 {
                    free += 1;
                }
                number += 1;
                own[free] = number;
                at += 1;
            }
            list += 1;
        }
        let mut at = 0;
        while at < more.len() {
            paths.add(more[at]);
            at += 1;
        }
        paths
    }

    const fn add(&mut self, pointer: &'static str) -> Node {
        let mut node = Node::ROOT;
        let mut keys = Keys::of(pointer);
        while let Some((key, rest)) = keys.split() {
            keys = rest;
            node = self.child_or_new(node, key);
        }
        self.entries[node.at()].is_end = true;
        node
    }

    const fn child_or_new(&mut self, parent: Node, key: &'static [u8]) -> Node {
        let step = Step::new(key);
        let (found, slot) = self.find(parent, key, step);
        if found.is_somewhere() {
            return found;
        }
        let node = Node(self.count);
        self.count += 1;
        self.slots[slot] = node.0;
        self.entries[parent.at()].leads_on = true;
        self.entries[node.at()] = Entry {
            parent,
            step,
            key,
            path: self.entries[parent.at()].path.then(key),
            leads_on: false,
            is_end: false,
            places: [0; PLACES],
        };
        if let b"*" = key {
            assert!(
                parent.0 == Node::ROOT.0,
                "`*` is the first step of a known place"
            );
            self.star = node;
        }
        node
    }

    /// Returns the child of a node for a key, and the slot in which its number is or would be.
    const fn find(&self, parent: Node, key: &[u8], step: Step) -> (Node, usize) {
        let mut slot = slot_of(parent, step);
        loop {
            let node = Node(self.slots[slot]);
            let entry = &self.entries[node.at()];
            let is_it = entry.parent.0 == parent.0
                && entry.step.is(step)
                && (step.is_whole_key() || same(entry.key, key));
            if is_it || !node.is_somewhere() {
                return (node, slot);
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    fn entry(&self, node: Node) -> &Entry {
        &self.entries[node.at()]
    }

    /// Returns the child of a node for a key.
    #[inline]
    pub(super) fn child(&self, parent: Node, key: &[u8], step: Step) -> Node {
        if self.leads_on(parent) {
            self.find(parent, key, step).0
        } else {
            Node::NOWHERE
        }
    }

    /// Returns the node to which every first key leads.
    pub(super) fn star(&self) -> Node {
        self.star
    }

    /// Returns whether a node has children.
    #[inline]
    pub(super) fn leads_on(&self, node: Node) -> bool {
        self.entry(node).leads_on
    }

    /// Returns whether a pointer ends at a node.
    #[inline]
    pub(super) fn is_end(&self, node: Node) -> bool {
        self.entry(node).is_end
    }

    /// Returns whether this is the node of a path.
    #[inline]
    pub(super) fn is_at(&self, node: Node, path: Path) -> bool {
        self.entry(node).path == path && node.is_somewhere()
    }

    /// Returns the numbers of the places at a node.
    pub(super) fn places(&self, node: Node) -> impl Iterator<Item = usize> {
        let places = self.entry(node).places.into_iter();
        places.map_while(|number| usize::from(number).checked_sub(1))
    }

    /// Returns whether a path is in the tree.
    pub(super) const fn contains(&self, pointer: &'static str) -> bool {
        let mut node = Node::ROOT;
        let mut keys = Keys::of(pointer);
        while let Some((key, rest)) = keys.split() {
            keys = rest;
            node = self.find(node, key, Step::new(key)).0;
            if !node.is_somewhere() {
                return false;
            }
        }
        self.entries[node.at()].is_end
    }
}

const fn slot_of(parent: Node, step: Step) -> usize {
    let mixed = step.mixed() ^ (parent.0 as u64).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (mixed >> 52) as usize % SLOTS
}
