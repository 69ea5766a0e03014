//! The places of the page: each puts components together from the state.

pub mod compare;
pub mod read;
pub mod timeline;
