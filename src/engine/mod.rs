//! The core behind a worker: what is asked, how it is answered, who keeps the line.

pub mod client;
pub mod protocol;
pub mod queue;
mod reply;
pub mod server;
mod shelf;
pub mod wire;
pub mod wording;
pub mod worker;
