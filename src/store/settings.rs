//! Small choices, kept in the browser.

use wasm_bindgen::JsValue;

use crate::corrections::Correction;
use crate::store::object;

/// The corrections kept from an earlier visit.
pub fn corrections() -> Vec<Correction> {
    let value = get("corrections").and_then(|json| js_sys::JSON::parse(&json).ok()).unwrap_or_default();
    object::items(&value).iter().filter_map(Correction::of_object).collect()
}

/// Keeps the corrections.
pub fn keep_corrections(corrections: &[Correction]) {
    let list: js_sys::Array = corrections.iter().map(Correction::to_object).collect();
    let json = js_sys::JSON::stringify(&JsValue::from(list)).map(String::from);
    set("corrections", &json.unwrap_or_default());
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
