//! The measured cases.

use std::hint::black_box;

/// Several ways to do one task.
pub struct Group {
    pub title: String,
    /// The others are compared with the first.
    pub cases: Vec<Case>,
}

/// One of the ways.
pub struct Case {
    pub name: String,
    prepare: Box<dyn Fn() -> Prepared>,
}

/// A case with its inputs.
pub struct Prepared {
    pub inputs: usize,
    /// Does the task this many times.
    pub run: Box<dyn Fn(usize)>,
}

impl Group {
    pub fn new(title: impl Into<String>) -> Self {
        Group {
            title: title.into(),
            cases: Vec::new(),
        }
    }

    /// Adds a case: the inputs, created when the case is run, and what is done with each in turn.
    pub fn case<T: 'static, A>(
        mut self,
        name: impl Into<String>,
        inputs: impl Fn() -> Vec<T> + 'static,
        run: impl Fn(&T) -> A + Copy + 'static,
    ) -> Self {
        let prepare = move || {
            let inputs = inputs();
            Prepared {
                inputs: inputs.len(),
                run: Box::new(move |times| {
                    for input in inputs.iter().cycle().take(times) {
                        black_box(run(black_box(input)));
                    }
                }),
            }
        };
        self.cases.push(Case {
            name: name.into(),
            prepare: Box::new(prepare),
        });
        self
    }
}

impl Case {
    pub fn prepare(&self) -> Prepared {
        (self.prepare)()
    }
}
