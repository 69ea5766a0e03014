//! What a reader added, kept in the browser's own database.

use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode};

use crate::engine::protocol::Source;

const DATABASE: &str = "silang";
const ARTICLES: &str = "articles";

async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await?;
    request.result()
}

async fn open() -> Result<IdbDatabase, JsValue> {
    let factory = web_sys::window().ok_or(JsValue::NULL)?.indexed_db()?.ok_or(JsValue::NULL)?;
    let request: IdbOpenDbRequest = factory.open_with_u32(DATABASE, 1)?;
    let upgrading = request.clone();
    let upgrade = Closure::once_into_js(move || {
        let database: IdbDatabase = upgrading.result()?.dyn_into()?;
        database.create_object_store(ARTICLES).map(|_| ())
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    done(&request).await?.dyn_into()
}

async fn articles(mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
    open().await?.transaction_with_str_and_mode(ARTICLES, mode)?.object_store(ARTICLES)
}

/// All saved articles.
pub async fn load() -> Result<Vec<Source>, JsValue> {
    let all = done(&articles(IdbTransactionMode::Readonly).await?.get_all()?).await?;
    Ok(js_sys::Array::from(&all).iter().filter_map(|value| serde_wasm_bindgen::from_value(value).ok()).collect())
}

/// Saves an article under its name.
pub async fn save(source: &Source) -> Result<(), JsValue> {
    let value = source.serialize(&serde_wasm_bindgen::Serializer::new())?;
    let store = articles(IdbTransactionMode::Readwrite).await?;
    done(&store.put_with_key(&value, &source.name.as_str().into())?).await?;
    if let Some(window) = web_sys::window() {
        // A browser that will not promise to keep the data still keeps it for now.
        let _ = window.navigator().storage().persist();
    }
    Ok(())
}

/// Deletes an article.
pub async fn delete(name: &str) -> Result<(), JsValue> {
    done(&articles(IdbTransactionMode::Readwrite).await?.delete(&name.into())?).await.map(|_| ())
}
