//! What the `silang` command does, as a library: reading articles, printing facts, packing archives, measuring them against hand-made marks.

pub mod call;
pub mod eval;
pub mod extract;
pub mod input;
pub mod output;
pub mod pack;
pub mod parallel;
pub mod record;
