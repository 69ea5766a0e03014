//! The articles that a site ships.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::engine::protocol::Source;
use crate::store::decode::{self, Decoded, Unreadable};
use crate::store::object;

/// A file that was fetched, and its text if it is one.
pub type Fetched = Result<Result<Decoded, Unreadable>, JsValue>;

fn fetch(address: &str) -> Result<JsFuture, JsValue> {
    Ok(JsFuture::from(web_sys::window().ok_or(JsValue::NULL)?.fetch_with_str(address)))
}

async fn response(fetching: JsFuture) -> Result<Response, JsValue> {
    let response: Response = fetching.await?.dyn_into()?;
    if response.ok() { Ok(response) } else { Err(JsValue::from(response.status())) }
}

/// Articles that are fetched at once.
pub const SOME: usize = 64;

/// The address of the index of the site's pack, if it has one.
pub fn pack() -> Option<String> {
    web_sys::window()?.document()?.document_element()?.get_attribute("data-pack")
}

/// A site's articles, without their texts, from `seeds/index.json`.
pub async fn list() -> Result<Vec<Source>, JsValue> {
    let json = JsFuture::from(response(fetch("seeds/index.json")?).await?.json()?).await?;
    let one = |seed: &JsValue| {
        let about = object::field(seed, "told");
        let told = |field| object::text(&about, field);
        let (title, outlet, published) = (told("title"), told("outlet"), told("published"));
        Some(Source { name: object::text(seed, "file")?, title, outlet, published, ..Source::default() })
    };
    Ok(object::items(&json).iter().filter_map(one).collect())
}

/// Starts fetching these at once.
pub fn fetch_all(list: &[Source]) -> Vec<(Source, impl Future<Output = Fetched> + use<>)> {
    let one = |source: &Source| {
        let name = String::from(js_sys::encode_uri_component(&source.name));
        (source.clone(), read(fetch(&format!("seeds/{name}"))))
    };
    list.iter().map(one).collect()
}

async fn read(fetching: Result<JsFuture, JsValue>) -> Fetched {
    let buffer = JsFuture::from(response(fetching?).await?.array_buffer()?).await?;
    Ok(decode::decode(js_sys::Uint8Array::new(&buffer).to_vec()))
}
