//! Other tabs of the same browser that show this page.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, Event};

const CHANNEL: &str = "silang";

/// A line to the other tabs; none in a browser that has no such thing.
#[derive(Clone)]
pub struct Tabs(Option<BroadcastChannel>);

impl Tabs {
    /// A line on which `changed` is called when another tab has changed what the browser keeps.
    pub fn new(mut changed: impl FnMut() + 'static) -> Self {
        let channel = BroadcastChannel::new(CHANNEL).ok();
        if let Some(channel) = &channel {
            let hear = Closure::<dyn FnMut(Event)>::new(move |_| changed());
            channel.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
        }
        Self(channel)
    }

    /// Tells the others that what the browser keeps has changed.
    pub fn tell(&self) {
        if let Some(channel) = &self.0 {
            // Fails only for a closed line; this one stays open.
            let _ = channel.post_message(&JsValue::NULL);
        }
    }
}
