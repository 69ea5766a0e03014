//! The labels that the sequence model gives to tokens.

use crate::entity::mention::EntityKind;

/// Number of labels.
pub const LABELS: usize = 13;

/// The place of each label in a row of scores: those that may follow the end of a name stand in the first half (outside, then
/// begin and single of each kind), the others (inside, end) in the second.
pub const LANE: [usize; LABELS] = [0, 1, 8, 12, 4, 2, 9, 13, 5, 3, 10, 14, 6];

/// The part of a name that a token is, one for each kind of name, or outside of all names.
///
/// Numbered outside, then begin, inside, end and single for each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Label(pub u8);

/// Which part of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first of several tokens.
    Begin,
    /// Neither first nor last.
    Inside,
    /// The last of several tokens.
    End,
    /// The only one.
    Single,
}

const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Location];

impl Label {
    /// No part of a name.
    pub const OUTSIDE: Self = Self(0);

    /// The label of that part of a name of that kind.
    pub fn new(kind: EntityKind, part: Part) -> Self {
        let kind = KINDS.iter().position(|&k| k == kind).unwrap_or(0);
        let part = match part {
            Part::Begin => 1,
            Part::Inside => 2,
            Part::End => 3,
            Part::Single => 4,
        };
        Self(4 * kind as u8 + part)
    }

    /// Index into a table with one entry for each label.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Its place in a row of scores.
    pub fn lane(self) -> usize {
        LANE[self.index()]
    }

    /// The kind of name, if any.
    pub fn kind(self) -> Option<EntityKind> {
        KINDS.get(usize::from(self.0.checked_sub(1)? / 4)).copied()
    }

    /// The part of a name, if any.
    pub fn part(self) -> Option<Part> {
        let parts = [Part::Begin, Part::Inside, Part::End, Part::Single];
        parts.get(usize::from(self.0.checked_sub(1)? % 4)).copied()
    }

    /// Whether a name goes on after this label.
    pub fn is_open(self) -> bool {
        matches!(self.part(), Some(Part::Begin | Part::Inside))
    }

    /// Whether a name goes on before this label.
    pub fn continues(self) -> bool {
        matches!(self.part(), Some(Part::Inside | Part::End))
    }

    /// Whether a name begins with this label.
    pub fn begins(self) -> bool {
        matches!(self.part(), Some(Part::Begin | Part::Single))
    }

    /// Whether a name ends with this label.
    pub fn ends(self) -> bool {
        matches!(self.part(), Some(Part::End | Part::Single))
    }

    /// Whether `next` may follow this label.
    pub fn allows(self, next: Self) -> bool {
        if self.is_open() { next.continues() && next.kind() == self.kind() } else { !next.continues() }
    }

    /// All labels in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..LABELS as u8).map(Self)
    }
}

/// The labels of a name of `length` tokens.
pub fn of_name(kind: EntityKind, length: usize) -> impl Iterator<Item = Label> {
    (0..length).map(move |at| {
        let part = match (at, length) {
            (0, 1) => Part::Single,
            (0, _) => Part::Begin,
            (at, length) if at + 1 == length => Part::End,
            _ => Part::Inside,
        };
        Label::new(kind, part)
    })
}

#[cfg(test)]
mod tests {
    use super::{Label, Part, of_name};
    use crate::entity::mention::EntityKind::{Location, Person};

    #[test]
    fn names_open_go_on_and_end() {
        let labels: Vec<Label> = of_name(Person, 3).collect();
        assert_eq!(labels.iter().filter_map(|l| l.part()).collect::<Vec<_>>(), [Part::Begin, Part::Inside, Part::End]);
        assert!(labels.windows(2).all(|pair| pair[0].allows(pair[1])));
        assert!(labels[2].allows(Label::OUTSIDE) && !labels[1].allows(Label::OUTSIDE));
        assert!(!labels[0].allows(Label::new(Location, Part::End)));
        assert_eq!(Label::new(Location, Part::Single).kind(), Some(Location));
    }
}
