//! What a reader added and set right, kept in the browser's own database.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode};

use crate::corrections::Correction;
use crate::corrections::history::merge;
use crate::engine::protocol::Source;
use crate::store::{object, settings};

/// A database and its one store.
type Place = (&'static str, &'static str);

const ARTICLES: Place = ("silang", "articles");
/// A database of its own: a new store in the other one would have to wait until tabs that show an
/// earlier version of the page are closed.
const CORRECTIONS: Place = ("silang-corrections", "corrections");
const ALL: &str = "all";

/// Waits for a promise; when it fails, tells why, which the event itself does not.
async fn settled(promise: js_sys::Promise, why: impl FnOnce() -> Option<DomException>) -> Result<(), JsValue> {
    JsFuture::from(promise).await.map(|_| ()).map_err(|_| why().into())
}

async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    settled(promise, || request.error().ok().flatten()).await?;
    request.result()
}

/// Waits until what was written is kept: a full disk may show only then.
async fn kept(store: &IdbObjectStore) -> Result<(), JsValue> {
    let transaction = store.transaction();
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    settled(promise, || transaction.error()).await
}

async fn open((database, store): Place) -> Result<IdbDatabase, JsValue> {
    let factory = web_sys::window().ok_or(JsValue::NULL)?.indexed_db()?.ok_or(JsValue::NULL)?;
    let request: IdbOpenDbRequest = factory.open_with_u32(database, 1)?;
    let upgrading = request.clone();
    let upgrade = Closure::once_into_js(move || {
        let database: IdbDatabase = upgrading.result()?.dyn_into()?;
        database.create_object_store(store).map(|_| ())
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    done(&request).await?.dyn_into()
}

/// The store in a transaction of its own.
async fn store(place: Place, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
    let database = open(place).await?;
    let transaction = database.transaction_with_str_and_mode(place.1, mode)?;
    // Closes when the transaction is over.
    database.close();
    transaction.object_store(place.1)
}

/// All saved articles, by their keys.
pub async fn load() -> Result<Vec<Source>, JsValue> {
    let all = done(&store(ARTICLES, IdbTransactionMode::Readonly).await?.get_all()?).await?;
    Ok(object::items(&all).iter().filter_map(Source::of_object).collect())
}

/// Why something is not kept.
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
    let articles = store(ARTICLES, IdbTransactionMode::Readwrite).await?;
    articles.put_with_key(&source.to_object(), &source.key().into())?;
    kept(&articles).await?;
    if let Some(window) = web_sys::window() {
        // A browser that will not promise to keep the data still keeps it for now.
        let _ = window.navigator().storage().persist();
    }
    Ok(())
}

/// Deletes an article, also where an earlier version saved it: under its name.
pub async fn delete(source: &Source) -> Result<(), JsValue> {
    let articles = store(ARTICLES, IdbTransactionMode::Readwrite).await?;
    articles.delete(&source.name.as_str().into())?;
    articles.delete(&source.key().into())?;
    kept(&articles).await
}

/// Brings together, in one transaction, the corrections that are kept and what was made of `base` here;
/// gives what is kept now, and whether that is new.
pub async fn join(base: &[Correction], mine: &[Correction]) -> Result<(Vec<Correction>, bool), Refusal> {
    let corrections = store(CORRECTIONS, IdbTransactionMode::Readwrite).await?;
    let found = done(&corrections.get(&ALL.into())?).await?;
    // Earlier versions kept them among the choices.
    let theirs = if found.is_undefined() { settings::corrections() } else { object::corrections(&found) };
    let all = merge(base, mine, &theirs);
    let is_new = all != theirs;
    if is_new {
        let list: js_sys::Array = all.iter().map(Correction::to_object).collect();
        corrections.put_with_key(&list, &ALL.into())?;
        kept(&corrections).await?;
    }
    Ok((all, is_new))
}
