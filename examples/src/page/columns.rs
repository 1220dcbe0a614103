//! What the columns of a table are, by their headings and by what is in them.

use super::grid::{Cell, Grid};
pub(super) use super::headings::Role;
use super::headings::{Guess, guess};
use super::values::{is_absent, is_integer, is_reason, is_telling, name, statuses};

/// How many of a column's cells hold what.
#[derive(Default)]
struct Counts {
    filled: usize,
    statuses: usize,
    names: usize,
    integers: usize,
    json: usize,
    /// What HTTP calls a status.
    reasons: usize,
}

impl Counts {
    fn of<'c>(cells: impl Iterator<Item = &'c Cell>) -> Self {
        let mut counts = Counts::default();
        for cell in cells {
            let text = cell.text.text.as_str();
            if is_absent(text) {
                continue;
            }
            let first = text.lines().next().unwrap_or_default();
            let names = cell
                .text
                .codes
                .first()
                .map(String::as_str)
                .filter(|code| text.starts_with(code))
                .or_else(|| name(first));
            let telling = names
                .filter(|name| is_telling(name) || cell.text.codes.iter().any(|code| code == name));
            counts.filled += 1;
            counts.statuses += usize::from(statuses(text).is_some());
            counts.names += usize::from(telling.and_then(name).is_some());
            counts.integers += usize::from(name(first).is_some_and(is_integer));
            counts.reasons += usize::from(is_reason(first));
            counts.json += usize::from(text.trim_start().starts_with('{'));
        }
        counts
    }

    /// Returns whether so many of the cells are of a sort.
    fn are_mostly(&self, some: usize) -> bool {
        some > 0 && some * 10 >= self.filled * 6
    }
}

/// Returns what each column is, given its heading.
pub(super) fn roles(headings: &[String], grid: &Grid) -> Vec<Role> {
    let body = &grid.rows[grid.heads.min(grid.rows.len())..];
    let counts: Vec<Counts> = (0..headings.len())
        .map(|at| Counts::of(body.iter().filter_map(|row| row.get(at))))
        .collect();
    let guesses: Vec<Guess> = headings.iter().map(|heading| guess(heading)).collect();
    let has_status = guesses.iter().zip(&counts).any(|(guess, counts)| {
        *guess == Guess::Sure(Role::Status) && counts.are_mostly(counts.statuses)
    });
    let mut roles: Vec<Role> = Vec::new();
    for (at, guess) in guesses.iter().enumerate() {
        let role = role(*guess, &counts[at], has_status, &roles);
        roles.push(role);
    }
    settle(&mut roles, &guesses, &counts);
    roles
}

fn role(guess: Guess, counts: &Counts, has_status: bool, before: &[Role]) -> Role {
    let statuses = counts.are_mostly(counts.statuses);
    let names = counts.are_mostly(counts.names);
    match guess {
        _ if counts.are_mostly(counts.json) => Role::Body,
        Guess::Sure(Role::Status) if statuses => Role::Status,
        Guess::Sure(Role::Status) if names => {
            if counts.are_mostly(counts.integers) {
                Role::Code
            } else {
                Role::Type
            }
        }
        Guess::Sure(Role::Status) => Role::Meaning,
        Guess::Sure(Role::Code | Role::Type) | Guess::Open | Guess::Unknown
            if statuses && !has_status && !before.contains(&Role::Status) =>
        {
            Role::Status
        }
        Guess::Sure(Role::Code) => {
            if names {
                Role::Code
            } else {
                named_or(Role::Message, counts, Role::Code)
            }
        }
        Guess::Sure(Role::Type) => {
            if names {
                Role::Type
            } else {
                named_or(Role::Meaning, counts, Role::Type)
            }
        }
        Guess::Open if counts.are_mostly(counts.reasons) => Role::Meaning,
        Guess::Open if names => Role::Code,
        Guess::Open => Role::Message,
        // An example in prose is no message.
        Guess::Sure(Role::Body) | Guess::Unknown => Role::Other,
        Guess::Sure(role) => role,
    }
}

/// Words of one letter case, such as `timeout`, are names under a heading that says so.
fn named_or(otherwise: Role, counts: &Counts, role: Role) -> Role {
    let plain = counts.names * 10 >= counts.filled * 3;
    if plain { role } else { otherwise }
}

/// A column that another one is better for is something else: of two codes the second is the type, and of two messages the
/// surer one is the message.
fn settle(roles: &mut [Role], guesses: &[Guess], counts: &[Counts]) {
    let of = |roles: &[Role], role: Role| -> Vec<usize> {
        (0..roles.len()).filter(|at| roles[*at] == role).collect()
    };
    for at in of(roles, Role::Status).into_iter().skip(1) {
        roles[at] = Role::Other;
    }
    let codes = of(roles, Role::Code);
    if codes.len() > 1 {
        let sure = codes
            .iter()
            .copied()
            .find(|at| guesses[*at] == Guess::Sure(Role::Code));
        let kept = sure.unwrap_or(codes[0]);
        let has_type = roles.contains(&Role::Type);
        for at in codes.into_iter().filter(|at| *at != kept) {
            let is_name = !counts[at].are_mostly(counts[at].integers);
            roles[at] = if is_name && !has_type {
                Role::Type
            } else {
                Role::Other
            };
        }
    }
    for at in of(roles, Role::Type).into_iter().skip(1) {
        roles[at] = Role::Other;
    }
    let messages = of(roles, Role::Message);
    let is_sure = |at: &usize| guesses[*at] == Guess::Sure(Role::Message);
    if messages.iter().any(is_sure) {
        for at in messages.into_iter().filter(|at| !is_sure(at)) {
            roles[at] = Role::Meaning;
        }
    }
    let has_names = roles.contains(&Role::Code) || roles.contains(&Role::Status);
    if !has_names && roles.contains(&Role::Type) {
        return;
    }
    // A column of names without a known heading is the code where nothing else is.
    if !roles.contains(&Role::Code) && !roles.contains(&Role::Type) {
        let named = (0..roles.len()).find(|at| {
            roles[*at] == Role::Other
                && guesses[*at] == Guess::Unknown
                && counts[*at].are_mostly(counts[*at].names)
        });
        if let Some(at) = named.filter(|_| roles.contains(&Role::Status)) {
            roles[at] = Role::Code;
        }
    }
}
