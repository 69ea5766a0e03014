//! Small choices, kept in the browser.

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
