//! Indonesian. The words stand in `data/id/*.tsv`, the rules here.

pub mod compare;
pub mod entity;
pub mod figure;
pub mod furniture;
pub mod header;
pub mod statement;
pub mod text;
pub mod time;

pub(crate) use silang_fast::rows::rows;
