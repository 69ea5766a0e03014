//! What the reader set right: small rules, kept apart from what was found and applied to every article.

mod comparison;
mod facts;
pub mod history;
#[cfg(test)]
mod tests;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use silang_core::entity::mention::EntityKind;
use silang_core::time::edtf;

pub use crate::corrections::comparison::apply_to_comparison;
pub use crate::corrections::facts::{BY_READER, apply};
use crate::view::layer::Layer;

/// One correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// This names nobody and nothing.
    NotAName(String),
    /// The first name is the second one's: renamed, or merged with who is called so already.
    Rename(String, String),
    /// What has this name is of this kind.
    Kind(String, EntityKind),
    /// Where the first name's bearer is called by these words, somebody else is meant.
    Split(String, String),
    /// These words were said by this speaker.
    Speaker(String, String),
    /// These words are no statement.
    NotSaid(String),
    /// These words tell this time (EDTF): at one place, or wherever they stand.
    When(String, String, Option<Place>),
    /// This is what an article is.
    About(About),
    /// The first article tells the event of the second one; without a second, one of its own.
    Move(String, Option<String>),
}

/// What an article is; what is empty is left to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its name.
    pub doc: String,
    /// Its headline.
    pub title: String,
    /// Its outlet.
    pub outlet: String,
    /// Its day of publication (ISO 8601).
    pub published: String,
}

/// Where a mark begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Name of the article.
    pub doc: String,
    /// First byte.
    pub start: usize,
}

impl Correction {
    /// The correction as words: what it is, then what it is about.
    pub fn fields(&self) -> Vec<String> {
        let (name, about) = match self {
            Self::NotAName(name) => ("NotAName", vec![name.clone()]),
            Self::Rename(from, to) => ("Rename", vec![from.clone(), to.clone()]),
            Self::Kind(name, kind) => ("Kind", vec![name.clone(), Layer::from(*kind).name().to_owned()]),
            Self::Split(name, words) => ("Split", vec![name.clone(), words.clone()]),
            Self::Speaker(words, name) => ("Speaker", vec![words.clone(), name.clone()]),
            Self::NotSaid(words) => ("NotSaid", vec![words.clone()]),
            Self::When(words, value, None) => ("When", vec![words.clone(), value.clone()]),
            Self::When(words, value, Some(place)) => {
                ("When", vec![words.clone(), value.clone(), place.doc.clone(), place.start.to_string()])
            }
            Self::Move(doc, to) => ("Move", std::iter::once(doc.clone()).chain(to.clone()).collect()),
            Self::About(About { doc, title, outlet, published }) => {
                ("About", vec![doc.clone(), title.clone(), outlet.clone(), published.clone()])
            }
        };
        std::iter::once(name.to_owned()).chain(about).collect()
    }

    /// The correction of such words; none when they make no sense.
    pub fn from_fields(fields: &[String]) -> Option<Self> {
        let (name, about) = fields.split_first()?;
        Some(match (name.as_str(), about) {
            ("NotAName", [of]) => Self::NotAName(of.clone()),
            ("Rename", [from, to]) => Self::Rename(from.clone(), to.clone()),
            ("Kind", [name, kind]) => Self::Kind(name.clone(), Layer::named(kind)?.entity()?),
            ("Split", [name, words]) => Self::Split(name.clone(), words.clone()),
            ("Speaker", [words, name]) => Self::Speaker(words.clone(), name.clone()),
            ("NotSaid", [words]) => Self::NotSaid(words.clone()),
            ("When", [words, value]) => Self::When(words.clone(), value.clone(), None),
            ("When", [words, value, doc, start]) => {
                let place = Place { doc: doc.clone(), start: start.parse().ok()? };
                Self::When(words.clone(), value.clone(), Some(place))
            }
            ("Move", [doc]) => Self::Move(doc.clone(), None),
            ("Move", [doc, to]) => Self::Move(doc.clone(), Some(to.clone())),
            ("About", [doc, title, outlet, published]) => Self::About(About {
                doc: doc.clone(),
                title: title.clone(),
                outlet: outlet.clone(),
                published: published.clone(),
            }),
            _ => return None,
        })
    }

    /// Whether it says anything, and nothing that no calendar has.
    pub fn is_sound(&self) -> bool {
        match self {
            Self::When(_, value, _) => edtf::interval(value).is_some(),
            Self::About(about) => about.published.is_empty() || edtf::interval(&about.published).is_some(),
            Self::Rename(from, to) => !to.is_empty() && from != to,
            Self::Move(doc, to) => to.as_ref() != Some(doc),
            _ => true,
        }
    }

    /// Whether a correction made later leaves nothing of this one.
    pub fn is_replaced_by(&self, later: &Self) -> bool {
        match (self, later) {
            (Self::Kind(name, _), Self::Kind(other, _)) | (Self::Speaker(name, _), Self::Speaker(other, _)) => {
                name == other
            }
            (Self::About(about), Self::About(other)) => about.doc == other.doc,
            (Self::Move(doc, _), Self::Move(other, _)) => doc == other,
            (Self::When(words, _, place), Self::When(other, _, at)) => words == other && place == at,
            _ => self == later,
        }
    }
}

/// An article, and another one of the event that it is moved to; none for an event of its own.
pub type Moved = (String, Option<String>);

/// Which articles the reader has moved, in that order.
pub fn moves(corrections: &[Correction]) -> Vec<Moved> {
    let moved = |correction: &Correction| match correction {
        Correction::Move(doc, to) => Some((doc.clone(), to.clone())),
        _ => None,
    };
    corrections.iter().filter_map(moved).collect()
}

impl Serialize for Correction {
    /// As `{"Rename": ["A", "B"]}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = self.fields();
        let mut map = serializer.serialize_map(Some(1))?;
        if let Some((name, about)) = fields.split_first() {
            map.serialize_entry(name, about)?;
        }
        map.end()
    }
}
