//! A tree of values taken apart into columns, by the levels of S. Melnik et al., "Dremel: Interactive Analysis of
//! Web-Scale Datasets" (2010), which Parquet has taken over.

use std::sync::LazyLock;
use std::{io, mem};

use parquet::basic::{Repetition, Type as Physical};
use parquet::data_type::ByteArray;
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::{Type, TypePtr};
use serde_json::Value;
use silang_core::facts::Facts;

/// The columns of an article; their names are those of the JSON form.
const SCHEMA: &str = include_str!("schema.txt");

/// The schema of a file of articles.
///
/// # Errors
/// Never: a test reads it.
pub fn schema() -> io::Result<TypePtr> {
    static PARSED: LazyLock<Result<TypePtr, String>> =
        LazyLock::new(|| parse_message_type(SCHEMA).map(TypePtr::from).map_err(|why| why.to_string()));
    PARSED.clone().map_err(io::Error::other)
}

/// The values of one column.
#[derive(Debug)]
pub enum Values {
    /// Texts.
    Text(Vec<ByteArray>),
    /// Whole numbers.
    Whole(Vec<i64>),
    /// Other numbers.
    Real(Vec<f64>),
    /// Yes or no.
    Truth(Vec<bool>),
}

impl Values {
    fn push(&mut self, value: &Value) -> Option<()> {
        match self {
            Self::Text(texts) => texts.push(value.as_str()?.into()),
            Self::Whole(numbers) => numbers.push(value.as_i64()?),
            Self::Real(numbers) => numbers.push(value.as_f64()?),
            Self::Truth(truths) => truths.push(value.as_bool()?),
        }
        Some(())
    }

    fn append(&mut self, other: &Self) {
        match (self, other) {
            (Self::Text(all), Self::Text(more)) => all.extend_from_slice(more),
            (Self::Whole(all), Self::Whole(more)) => all.extend_from_slice(more),
            (Self::Real(all), Self::Real(more)) => all.extend_from_slice(more),
            (Self::Truth(all), Self::Truth(more)) => all.extend_from_slice(more),
            _ => {}
        }
    }
}

/// One column: its values, and for each value or gap the two levels that tell where in the tree it stood.
#[derive(Debug)]
pub struct Column {
    /// What is there.
    pub values: Values,
    /// How many of the optional and repeated groups around it are there.
    pub definition: Vec<i16>,
    /// Which of the repeated groups around it went on; 0 begins an article.
    pub repetition: Vec<i16>,
}

/// Where in the tree a value stands.
#[derive(Clone, Copy, Default)]
struct Levels {
    definition: i16,
    repetition: i16,
    /// How many repeated groups are around it.
    depth: i16,
}

/// The columns of one article, or of several one after the other.
#[derive(Debug)]
pub struct Row {
    /// In the schema's order.
    pub columns: Vec<Column>,
}

impl Row {
    /// Columns without values.
    ///
    /// # Errors
    /// Never: a test reads the schema.
    pub fn empty() -> io::Result<Self> {
        let mut columns = Vec::new();
        leaves(schema()?.as_ref(), &mut columns);
        Ok(Self { columns })
    }

    /// The columns of one article.
    ///
    /// # Errors
    /// When the facts are not what the schema says.
    pub fn new(facts: &Facts) -> io::Result<Self> {
        let mut row = Self::empty()?;
        let tree = serde_json::to_value(facts)?;
        let done = children(schema()?.as_ref(), Some(&tree), Levels::default(), &mut row.columns);
        done.map(|()| row).ok_or_else(|| io::Error::other("facts that the columns of Parquet do not foresee"))
    }

    /// Adds the articles of another.
    pub fn append(&mut self, other: &Self) {
        for (column, more) in self.columns.iter_mut().zip(&other.columns) {
            column.values.append(&more.values);
            column.definition.extend_from_slice(&more.definition);
            column.repetition.extend_from_slice(&more.repetition);
        }
    }
}

/// An empty column for every leaf.
fn leaves(node: &Type, columns: &mut Vec<Column>) {
    if node.is_group() {
        return node.get_fields().iter().for_each(|field| leaves(field, columns));
    }
    let values = match node.get_physical_type() {
        Physical::INT64 => Values::Whole(Vec::new()),
        Physical::DOUBLE => Values::Real(Vec::new()),
        Physical::BOOLEAN => Values::Truth(Vec::new()),
        _ => Values::Text(Vec::new()),
    };
    columns.push(Column { values, definition: Vec::new(), repetition: Vec::new() });
}

/// How many columns a field has.
fn width(field: &Type) -> usize {
    if field.is_group() { field.get_fields().iter().map(|field| width(field)).sum() } else { 1 }
}

/// Puts the members of a group into its columns; gaps when there is no group.
fn children(group: &Type, value: Option<&Value>, levels: Levels, columns: &mut [Column]) -> Option<()> {
    let mut rest = columns;
    for field in group.get_fields() {
        let (own, after) = mem::take(&mut rest).split_at_mut_checked(width(field))?;
        match value {
            Some(value) => member(field, value.get(field.name()), levels, own)?,
            None => body(field, None, levels, own)?,
        }
        rest = after;
    }
    Some(())
}

/// Puts a member as often as it is there.
fn member(field: &Type, value: Option<&Value>, levels: Levels, columns: &mut [Column]) -> Option<()> {
    let there = Levels { definition: levels.definition + 1, ..levels };
    let value = value.filter(|value| !value.is_null());
    match (field.get_basic_info().repetition(), value) {
        (Repetition::REQUIRED, Some(value)) => body(field, Some(value), levels, columns),
        (Repetition::REQUIRED, None) => None,
        (Repetition::OPTIONAL, Some(value)) => body(field, Some(value), there, columns),
        (Repetition::OPTIONAL, None) => body(field, None, levels, columns),
        (Repetition::REPEATED, value) => {
            match value.map_or(Some(&[][..]), |value| value.as_array().map(Vec::as_slice))? {
                [] => body(field, None, levels, columns),
                items => repeated(field, items, there, columns),
            }
        }
    }
}

/// Puts every item; from the second on each tells that this group goes on.
fn repeated(field: &Type, items: &[Value], levels: Levels, columns: &mut [Column]) -> Option<()> {
    let depth = levels.depth + 1;
    let put = |(number, item)| {
        let repetition = if number == 0 { levels.repetition } else { depth };
        body(field, Some(item), Levels { repetition, depth, ..levels }, columns)
    };
    items.iter().enumerate().try_for_each(put)
}

/// Puts a value, or a gap, into its column or columns.
fn body(field: &Type, value: Option<&Value>, levels: Levels, columns: &mut [Column]) -> Option<()> {
    if field.is_group() {
        return children(field, value, levels, columns);
    }
    let column = columns.first_mut()?;
    column.definition.push(levels.definition);
    column.repetition.push(levels.repetition);
    value.map_or(Some(()), |value| column.values.push(value))
}
