//! The browser's own compression.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableWritablePair, Response};

/// A new stream of this class; by its name, for the bindings know it only as unstable.
fn stream(class: &str) -> Result<ReadableWritablePair, JsValue> {
    let class: Function = Reflect::get(&js_sys::global(), &class.into())?.dyn_into()?;
    Ok(Reflect::construct(&class, &Array::of1(&"deflate-raw".into()))?.unchecked_into())
}

/// What a stream of this class makes of bytes.
async fn through(bytes: &[u8], class: &str) -> Result<Vec<u8>, JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes).into()))?;
    let stream = blob.stream().pipe_through(&stream(class)?);
    let all = Response::new_with_opt_readable_stream(Some(&stream))?.array_buffer()?;
    Ok(Uint8Array::new(&JsFuture::from(all).await?).to_vec())
}

/// Bytes made small (raw DEFLATE).
pub async fn deflate(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    through(bytes, "CompressionStream").await
}

/// What was made small (raw DEFLATE).
pub async fn inflate(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    through(bytes, "DecompressionStream").await
}
