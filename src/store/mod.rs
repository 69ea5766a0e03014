//! Where articles come from and where they are kept.

pub mod decode;
pub mod files;
pub mod saved;
pub mod seeds;
pub mod settings;
