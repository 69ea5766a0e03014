//! What a reader added, kept in the browser's own database.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode};

use crate::engine::protocol::Source;
use crate::store::object;

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
    Ok(object::items(&all).iter().filter_map(Source::of_object).collect())
}

/// The key of an article: a number made from its text (FNV-1a), so that two tabs that add different
/// articles of one name do not overwrite each other's.
fn key(text: &str) -> JsValue {
    let mix = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let sum = text.bytes().fold(0xcbf2_9ce4_8422_2325, mix);
    format!("{sum:016x}").into()
}

/// Why an article is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no room left.
    Full,
    /// The browser keeps nothing here, as in a private window.
    Refused,
}

impl From<JsValue> for Refusal {
    fn from(error: JsValue) -> Self {
        let name = object::text(&error, "name");
        if name.as_deref() == Some("QuotaExceededError") { Self::Full } else { Self::Refused }
    }
}

/// Saves an article.
pub async fn save(source: &Source) -> Result<(), Refusal> {
    put(source).await?;
    if let Some(window) = web_sys::window() {
        // A browser that will not promise to keep the data still keeps it for now.
        let _ = window.navigator().storage().persist();
    }
    Ok(())
}

async fn put(source: &Source) -> Result<(), JsValue> {
    let store = articles(IdbTransactionMode::Readwrite).await?;
    done(&store.put_with_key(&source.to_object(), &key(&source.text))?).await.map(|_| ())
}

/// Deletes an article, also where an earlier version saved it: under its name.
pub async fn delete(source: &Source) -> Result<(), JsValue> {
    let store = articles(IdbTransactionMode::Readwrite).await?;
    done(&store.delete(&source.name.as_str().into())?).await?;
    done(&store.delete(&key(&source.text))?).await.map(|_| ())
}
