//! The layers of marks that can be switched on and off.

use silang_core::entity::mention::EntityKind;
use silang_core::facts::Facts;

use crate::layout::MarkRef;

/// One layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// People.
    Person,
    /// Organisations.
    Organization,
    /// Places.
    Location,
    /// Times.
    Time,
    /// Statements.
    Statement,
}

impl Layer {
    /// All layers, in the order of the legend.
    pub const ALL: [Self; 5] = [Self::Person, Self::Organization, Self::Location, Self::Time, Self::Statement];

    /// The layer of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.name() == name)
    }

    /// The kind of entity that it shows.
    pub fn entity(self) -> Option<EntityKind> {
        match self {
            Self::Person => Some(EntityKind::Person),
            Self::Organization => Some(EntityKind::Organization),
            Self::Location => Some(EntityKind::Location),
            Self::Time | Self::Statement => None,
        }
    }

    /// Its name in attributes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Location => "location",
            Self::Time => "time",
            Self::Statement => "statement",
        }
    }
}

impl From<EntityKind> for Layer {
    fn from(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::Organization => Self::Organization,
            EntityKind::Location => Self::Location,
        }
    }
}

/// A set of layers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layers(u8);

impl Layers {
    /// Every layer.
    pub const EVERY: Self = Self(0b1_1111);

    /// The set of these names, set apart by spaces (by commas in what earlier versions kept).
    pub fn parse(names: &str) -> Self {
        let listed = |one: &&Layer| names.split([' ', ',']).any(|name| name == one.name());
        Layer::ALL.iter().filter(listed).fold(Self::default(), |set, &one| set.toggled(one))
    }

    /// The names, set apart by spaces.
    pub fn names(self) -> String {
        Layer::ALL.iter().filter(|&&layer| self.has(layer)).map(|layer| layer.name()).collect::<Vec<_>>().join(" ")
    }

    /// Whether `layer` is in the set.
    pub fn has(self, layer: Layer) -> bool {
        self.0 & (1 << layer as u8) != 0
    }

    /// Whether a mark's layer is in the set.
    pub fn hides(self, mark: MarkRef, facts: &Facts) -> bool {
        let layer = match mark {
            MarkRef::Mention(index) => facts.mentions.get(index).map(|fact| fact.kind.into()),
            MarkRef::Time(_) => Some(Layer::Time),
            MarkRef::Statement(_) => Some(Layer::Statement),
            MarkRef::Furniture(_) => None,
        };
        layer.is_none_or(|layer| self.has(layer))
    }

    /// The set with `layer` put in, or taken out if it was in.
    #[must_use]
    pub fn toggled(self, layer: Layer) -> Self {
        Self(self.0 ^ (1 << layer as u8))
    }
}

#[cfg(test)]
mod tests {
    use super::{Layer, Layers};

    #[test]
    fn a_set_comes_back_from_its_names() {
        let set = Layers::default().toggled(Layer::Time).toggled(Layer::Person);
        assert_eq!(set.names(), "person time");
        assert_eq!(Layers::parse("person,time,unknown"), set);
        assert_eq!(Layers::parse(&Layers::EVERY.names()), Layers::EVERY);
    }
}
