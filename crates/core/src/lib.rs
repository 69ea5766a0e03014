//! The core of Silang: Indonesian news text in, facts and comparisons out.
//!
//! [`analyze`] reads one article, [`compare`] lays several beside each other. Both are total (any
//! text will do), deterministic, and touch neither clock nor file nor network. Offsets are UTF-8
//! bytes throughout. [`facts`] has the flat, serialisable form of both results.

pub mod analysis;
pub mod article;
pub mod compare;
pub mod decimal;
pub mod entity;
pub mod facts;
pub mod figure;
pub mod lang;
mod order;
pub mod statement;
pub mod text;
pub mod time;

pub use crate::analysis::{Analysis, Memory, analyze, analyze_with};
pub use crate::article::Article;
pub use crate::compare::{Comparison, compare};
pub use crate::lang::Language;
pub use crate::text::document::Document;
pub use crate::text::span::Span;
pub use crate::text::vocabulary::fold;
