//! Other tabs of the same browser that show this page.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, Event};

const CHANNEL: &str = "silang";

/// A line to the other tabs; none in a browser that has no such thing.
#[derive(Clone)]
pub struct Tabs(Option<BroadcastChannel>);

impl Tabs {
    /// A line on which nobody listens yet.
    pub fn new() -> Self {
        Self(BroadcastChannel::new(CHANNEL).ok())
    }

    /// Calls `changed` whenever another tab has changed what the browser keeps.
    pub fn listen(&self, mut changed: impl FnMut() + 'static) {
        if let Some(channel) = &self.0 {
            let hear = Closure::<dyn FnMut(Event)>::new(move |_| changed());
            channel.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
        }
    }

    /// Tells the others that what the browser keeps has changed.
    pub fn tell(&self) {
        if let Some(channel) = &self.0 {
            // Fails only for a closed line; this one stays open.
            let _ = channel.post_message(&JsValue::NULL);
        }
    }
}
