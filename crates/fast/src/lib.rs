//! The few loops that reading an article spends its time in.
//!
//! A crate of its own because the site builds the core for size and this for speed (`Cargo.toml`, `profile.site`).
//! Nothing here is marked `#[inline]`: that would build it where it is used, as what uses it is built.

pub mod find;
pub mod lanes;
pub mod packed;
pub mod rows;
pub mod table;
