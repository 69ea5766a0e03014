//! Components: they take data and callbacks, and show.

pub mod article;
pub mod card;
pub mod compare;
pub mod index;
pub mod layer;
pub mod legend;
pub mod library;
pub mod notices;
pub mod paragraph;
pub mod paste;
pub mod topbar;
