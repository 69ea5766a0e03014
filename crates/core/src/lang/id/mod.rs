//! Indonesian. The words stand in `data/id/*.tsv`, the rules here.

pub mod compare;
pub mod entity;
pub mod figure;
pub mod furniture;
pub mod header;
pub mod statement;
pub mod text;
pub mod time;

/// The rows of an embedded word list: lines that are neither blank nor comments (`#`), cut at tabs.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}
