//! Parts of the page: they take data and two callbacks, and show.

pub mod about;
pub mod article;
pub mod card;
pub mod compare;
pub mod corrections;
pub mod exports;
pub mod hits;
pub mod html;
pub mod index;
pub mod keeping;
pub mod layer;
pub mod legend;
pub mod library;
pub mod notices;
pub mod paragraph;
pub mod part;
pub mod scrollmap;
pub mod sheets;
pub mod topbar;
pub mod ui;
