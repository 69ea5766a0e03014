//! The articles that a site ships.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

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

/// The names of a site's articles, from `seeds/index.json`.
pub async fn list() -> Result<Vec<String>, JsValue> {
    let json = JsFuture::from(response(fetch("seeds/index.json")?).await?.json()?).await?;
    Ok(object::items(&json).iter().filter_map(|seed| object::text(seed, "file")).collect())
}

/// Starts fetching all of them at once; each comes with its name.
pub fn fetch_all(list: Vec<String>) -> Vec<(String, impl Future<Output = Fetched>)> {
    let one = |file: String| {
        let name = String::from(js_sys::encode_uri_component(&file));
        (file, read(fetch(&format!("seeds/{name}"))))
    };
    list.into_iter().map(one).collect()
}

async fn read(fetching: Result<JsFuture, JsValue>) -> Fetched {
    let buffer = JsFuture::from(response(fetching?).await?.array_buffer()?).await?;
    Ok(decode::decode(js_sys::Uint8Array::new(&buffer).to_vec()))
}
