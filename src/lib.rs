//! The app: a page that shows articles, and a worker that reads them.
//!
//! Both are small programs over this library. The page never calls the core's layers and the worker
//! never touches yew, so each one's binary holds only its own half.

mod app;
mod context;
mod corrections;
mod dom;
mod engine;
mod events;
mod export;
mod keeper;
mod layout;
mod library;
mod listing;
mod mirror;
mod order;
mod page;
mod route;
mod search;
mod session;
mod share;
mod shared;
mod state;
mod store;
mod view;
mod words;

pub use crate::app::start_page;
pub use crate::engine::worker::start_worker;
