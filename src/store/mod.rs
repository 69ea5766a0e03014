//! Where articles come from and where they are kept.

pub mod decode;
pub mod files;
pub mod markdown;
pub mod object;
pub mod saved;
pub mod seeds;
pub mod settings;
pub mod stream;
pub mod tabs;
pub mod zip;
