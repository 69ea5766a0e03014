//! Small choices, kept in the browser.

use crate::corrections::Correction;
use crate::store::object;

/// The corrections that an earlier version of the page kept here.
pub fn corrections() -> Vec<Correction> {
    let json = get("corrections").and_then(|json| js_sys::JSON::parse(&json).ok());
    object::corrections(&json.unwrap_or_default())
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The choice kept under `key`.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(&["silang.", key].concat()).ok()?
}

/// Keeps a choice; a browser that refuses only forgets it.
pub fn set(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&["silang.", key].concat(), value);
    }
}
