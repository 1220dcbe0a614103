//! What is measured.

use std::hint::black_box;

/// Ways to answer one question.
pub struct Group {
    pub title: String,
    /// The first is what the others are held against.
    pub cases: Vec<Case>,
}

/// One of the ways.
pub struct Case {
    pub name: String,
    prepare: Box<dyn Fn() -> Run>,
}

/// Asks so many times.
pub type Run = Box<dyn Fn(usize)>;

impl Group {
    pub fn new(title: impl Into<String>) -> Self {
        Group {
            title: title.into(),
            cases: Vec::new(),
        }
    }

    /// Adds a way: things to ask about one after the other, made when the case is run, and how it is asked.
    pub fn case<T: 'static, A>(
        mut self,
        name: impl Into<String>,
        things: impl Fn() -> Vec<T> + 'static,
        ask: impl Fn(&T) -> A + Copy + 'static,
    ) -> Self {
        let prepare = move || -> Run {
            let things = things();
            Box::new(move |times| {
                for thing in things.iter().cycle().take(times) {
                    black_box(ask(black_box(thing)));
                }
            })
        };
        self.cases.push(Case {
            name: name.into(),
            prepare: Box::new(prepare),
        });
        self
    }
}

impl Case {
    pub fn prepare(&self) -> Run {
        (self.prepare)()
    }
}
