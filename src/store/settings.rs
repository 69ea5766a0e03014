//! Small choices, kept in the browser.

use crate::corrections::Correction;

/// The corrections kept from an earlier visit.
pub fn corrections() -> Vec<Correction> {
    let value = get("corrections").and_then(|json| js_sys::JSON::parse(&json).ok());
    value.and_then(|value| serde_wasm_bindgen::from_value(value).ok()).unwrap_or_default()
}

/// Keeps the corrections.
pub fn keep_corrections(corrections: &[Correction]) {
    let json = serde_wasm_bindgen::to_value(corrections).ok().and_then(|value| js_sys::JSON::stringify(&value).ok());
    set("corrections", &json.map(String::from).unwrap_or_default());
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The choice kept under `key`.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(&format!("silang.{key}")).ok()?
}

/// Keeps a choice; a browser that refuses only forgets it.
pub fn set(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&format!("silang.{key}"), value);
    }
}
