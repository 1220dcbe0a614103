//! The instructions of cases by name, each case counted once.

use crate::cases::Group;
use crate::instructions;
use std::collections::HashMap;

pub struct Figures {
    groups: Vec<Group>,
    counted: HashMap<(String, String), f64>,
}

impl Figures {
    pub fn new(groups: Vec<Group>) -> Self {
        Figures {
            groups,
            counted: HashMap::new(),
        }
    }

    /// Returns the instructions for one repetition of a case.
    pub fn of(&mut self, title: &str, name: &str) -> Result<f64, String> {
        let key = (title.to_owned(), name.to_owned());
        if let Some(figure) = self.counted.get(&key) {
            return Ok(*figure);
        }
        let mut cases = self.group(title)?.cases.iter();
        let case = cases
            .find(|case| case.name == name)
            .ok_or_else(|| format!("`{title}` has no case `{name}`"))?;
        let figure = instructions::of(title, case)?;
        self.counted.insert(key, figure);
        Ok(figure)
    }

    /// Returns the same, divided by that of the first case of its group.
    pub fn ratio(&mut self, title: &str, name: &str) -> Result<f64, String> {
        let first = self.group(title)?.cases.first();
        let first = first.map_or_else(String::new, |case| case.name.clone());
        Ok(self.of(title, name)? / self.of(title, &first)?)
    }

    fn group(&self, title: &str) -> Result<&Group, String> {
        let mut groups = self.groups.iter();
        groups
            .find(|group| group.title == title)
            .ok_or_else(|| format!("there is no group `{title}`"))
    }
}
