//! Files that a reader chooses, drops or pastes.

use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, FileList, HtmlAnchorElement, Url};

use wasm_bindgen::JsCast;

use crate::store::decode::{self, Decoded, Unreadable};

/// The files of a browser's list.
pub fn all(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)).collect()
}

/// The text of a file.
pub async fn read(file: &File) -> Result<Decoded, Unreadable> {
    if file.size() > decode::LIMIT as f64 {
        return Err(Unreadable::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Unreadable::Unread)?;
    decode::decode(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Hands `content` to the browser's downloads.
pub fn download(name: &str, kind: &str, content: &str) -> Option<()> {
    let parts = js_sys::Array::of1(&content.into());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = web_sys::window()?.document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address).ok()
}
