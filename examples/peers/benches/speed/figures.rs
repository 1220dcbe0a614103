//! The instructions of cases by name, each case counted once.

use crate::cases::{Case, Group};
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
        let figure = instructions::of(title, self.case(title, name)?)?;
        self.counted.insert(key, figure);
        Ok(figure)
    }

    /// Returns the instructions for the first repetition in a program.
    pub fn of_first(&self, title: &str, name: &str) -> Result<f64, String> {
        instructions::of_first(title, self.case(title, name)?)
    }

    /// Returns the instructions for one repetition, divided by that of the first case of its group.
    pub fn ratio(&mut self, title: &str, name: &str) -> Result<f64, String> {
        let first = self.group(title)?.cases.first();
        let first = first.map_or_else(String::new, |case| case.name.clone());
        Ok(self.of(title, name)? / self.of(title, &first)?)
    }

    fn case(&self, title: &str, name: &str) -> Result<&Case, String> {
        let mut cases = self.group(title)?.cases.iter();
        cases
            .find(|case| case.name == name)
            .ok_or_else(|| format!("`{title}` has no case `{name}`"))
    }

    fn group(&self, title: &str) -> Result<&Group, String> {
        let mut groups = self.groups.iter();
        groups
            .find(|group| group.title == title)
            .ok_or_else(|| format!("there is no group `{title}`"))
    }
}
