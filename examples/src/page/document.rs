//! What a page consists of: headings, paragraphs, items, definitions and tables, read from HTML.

use super::grid::{Grid, GridBuilder};
use super::text::Text;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, node::Element};

/// A part of a page, in reading order.
#[derive(Debug)]
pub(super) enum Block {
    Heading {
        level: u8,
        text: Text,
    },
    Paragraph(Text),
    Item(Text),
    Term(Text),
    Definition(Text),
    /// A listing, as it stands.
    Code(String),
    Table(Grid),
}

/// Reads the blocks of a document.
pub(super) fn blocks(html: &str) -> Vec<Block> {
    let document = Html::parse_document(html);
    let mut walker = Walker::default();
    for edge in document.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => walker.open(element),
                Node::Text(text) => walker.text(text),
                _ => {}
            },
            Edge::Close(node) => {
                if let Some(element) = ElementRef::wrap(node) {
                    walker.close(element.value());
                }
            }
        }
    }
    walker.flush();
    walker.blocks
}

/// What the text that comes next belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Heading(u8),
    Paragraph,
    Item,
    Term,
    Definition,
}

#[derive(Default)]
struct Walker {
    blocks: Vec<Block>,
    places: Vec<Place>,
    text: Text,
    table: Option<GridBuilder>,
    /// How many tables are open around the text: what is inside of a cell is its text.
    tables: usize,
    /// How many elements are open whose text nobody reads as part of the page.
    hidden: usize,
    listing: Option<String>,
}

impl Walker {
    fn open(&mut self, element: &Element) {
        let name = element.name();
        if is_hidden(name) {
            self.hidden += 1;
        }
        if self.hidden > 0 {
            return;
        }
        match name {
            "br" => self.sink().break_line(),
            "code" | "kbd" | "tt" | "samp" => self.sink().begin_code(),
            "table" => {
                self.tables += 1;
                if self.tables == 1 {
                    self.flush();
                    self.table = Some(GridBuilder::default());
                }
            }
            "tr" | "td" | "th" | "thead" | "tbody" if self.tables == 1 => {
                if let Some(table) = &mut self.table {
                    table.open(name, |attribute| element.attr(attribute));
                }
            }
            _ if self.tables > 0 => {
                if is_block(name) {
                    self.sink().break_line();
                }
            }
            "pre" => {
                self.flush();
                self.listing = Some(String::new());
            }
            _ => self.open_block(element),
        }
    }

    fn open_block(&mut self, element: &Element) {
        let Some(place) = place(element.name()) else {
            // The title of a component, such as a tab or an accordion.
            if let Some(title) = element.attr("title").filter(|_| is_component(element)) {
                self.flush();
                let mut text = Text::default();
                text.push(title);
                self.blocks.push(Block::Heading { level: TITLE, text });
            } else if is_block(element.name()) {
                self.break_block();
            }
            return;
        };
        let inside_of_item = place == Place::Paragraph
            && !matches!(self.places.last(), None | Some(Place::Paragraph));
        if inside_of_item {
            self.break_block();
        } else {
            self.flush();
        }
        self.places.push(place);
    }

    fn close(&mut self, element: &Element) {
        let name = element.name();
        if is_hidden(name) {
            self.hidden = self.hidden.saturating_sub(1);
            return;
        }
        if self.hidden > 0 {
            return;
        }
        match name {
            "code" | "kbd" | "tt" | "samp" => self.sink().end_code(),
            "table" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    let table = self.table.take().map(GridBuilder::finish);
                    self.blocks.extend(table.map(Block::Table));
                }
            }
            _ if self.tables > 0 => {
                if let Some(table) = self.table.as_mut().filter(|_| self.tables == 1) {
                    table.close(name);
                }
            }
            "pre" => {
                let listing = self.listing.take();
                self.blocks.extend(listing.map(Block::Code));
            }
            _ => {
                if let Some(place) = place(name) {
                    let inside_of_item = place == Place::Paragraph && self.places.len() > 1;
                    if !inside_of_item {
                        self.flush();
                    }
                    if self.places.last() == Some(&place) {
                        self.places.pop();
                    }
                } else if is_block(name) {
                    self.break_block();
                }
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        match &mut self.listing {
            Some(listing) => listing.push_str(text),
            None => self.sink().push(text),
        }
    }

    fn sink(&mut self) -> &mut Text {
        match &mut self.table {
            Some(table) => table.sink(),
            None => &mut self.text,
        }
    }

    /// Ends a line of an item or a definition, or else a paragraph.
    fn break_block(&mut self) {
        match self.places.last() {
            Some(Place::Item | Place::Term | Place::Definition) => self.text.break_line(),
            _ => self.flush(),
        }
    }

    fn flush(&mut self) {
        let text = self.text.take();
        if text.is_blank() {
            return;
        }
        let place = self.places.last().copied();
        self.blocks.push(match place.unwrap_or(Place::Paragraph) {
            Place::Heading(level) => Block::Heading { level, text },
            Place::Paragraph => Block::Paragraph(text),
            Place::Item => Block::Item(text),
            Place::Term => Block::Term(text),
            Place::Definition => Block::Definition(text),
        });
    }
}

/// The level of a component's title, below all headings.
const TITLE: u8 = 7;

fn place(name: &str) -> Option<Place> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Place::Heading(name.as_bytes()[1] - b'0'),
        "summary" => Place::Heading(TITLE),
        "p" => Place::Paragraph,
        "li" => Place::Item,
        "dt" => Place::Term,
        "dd" => Place::Definition,
        _ => return None,
    })
}

fn is_component(element: &Element) -> bool {
    matches!(
        element.name(),
        "tab" | "accordion" | "step" | "expandable" | "card" | "details"
    )
}

fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "script"
            | "style"
            | "nav"
            | "footer"
            | "noscript"
            | "template"
            | "svg"
            | "button"
            | "select"
    )
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "pre"
            | "tr"
            | "td"
            | "th"
            | "section"
            | "article"
            | "blockquote"
            | "main"
            | "aside"
            | "hr"
            | "header"
            | "figure"
    )
}
