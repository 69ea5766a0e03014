//! What a reader added and set right, kept in the browser's own database.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode};

use crate::corrections::Correction;
use crate::corrections::history::merge;
use crate::engine::protocol::{Fresh, Source, key};
use crate::shared::Shared;
use crate::state::parts::Gone;
use crate::store::{object, settings};

/// A database and its one store.
type Place = (&'static str, &'static str);

const ARTICLES: Place = ("silang", "articles");
/// A database of its own: a new store in the other one would have to wait until tabs that show an
/// earlier version of the page are closed.
const CORRECTIONS: Place = ("silang-corrections", "corrections");
const ALL: &str = "all";
/// What was found in the articles; it can be found again, so that nothing is lost with it.
const FOUND: Place = ("silang-found", "found");

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

async fn store((database, store): Place) -> Result<IdbObjectStore, JsValue> {
    let factory = web_sys::window().ok_or(JsValue::NULL)?.indexed_db()?.ok_or(JsValue::NULL)?;
    let request: IdbOpenDbRequest = factory.open_with_u32(database, 1)?;
    let upgrading = request.clone();
    let upgrade = Closure::once_into_js(move || {
        let database: IdbDatabase = upgrading.result()?.dyn_into()?;
        database.create_object_store(store).map(|_| ())
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let database: IdbDatabase = done(&request).await?.dyn_into()?;
    let transaction = database.transaction_with_str_and_mode(store, IdbTransactionMode::Readwrite)?;
    // Closes when the transaction is over.
    database.close();
    transaction.object_store(store)
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

/// What is to be done with what is kept.
#[derive(Debug)]
pub enum Task {
    /// Keep articles: one at least.
    Save(Vec<Source>),
    /// Keep it no more.
    Delete(Gone),
    /// See which articles are kept.
    Articles,
    /// See only by their keys which these are.
    Keys,
    /// Keep what was found in articles.
    Remember(Vec<Fresh>),
    /// See what was found on earlier visits.
    Recall,
    /// What was found in it is worth nothing any more.
    Unlearn(Gone),
    /// Bring the corrections here and those that are kept together.
    Corrections(Joined),
}

/// Corrections that are to be kept beside those of other tabs.
#[derive(Debug, Default)]
pub struct Joined {
    /// Those that were kept when it was last looked.
    pub base: Shared<Vec<Correction>>,
    /// What has become of them here.
    pub mine: Shared<Vec<Correction>>,
}

impl Joined {
    /// All, with those that are kept.
    pub fn with(&self, kept: &JsValue) -> Vec<Correction> {
        merge(&self.base, &self.mine, &corrections(kept))
    }
}

/// The corrections that are kept; earlier versions kept them among the choices.
fn corrections(kept: &JsValue) -> Vec<Correction> {
    if kept.is_undefined() { settings::corrections() } else { object::corrections(kept) }
}

/// The articles that are kept, by their keys.
pub fn articles(kept: &JsValue) -> Vec<Source> {
    object::items(kept).iter().filter_map(Source::of_object).collect()
}

impl Task {
    fn place(&self) -> Place {
        match self {
            Self::Corrections(_) => CORRECTIONS,
            Self::Remember(_) | Self::Recall | Self::Unlearn(_) => FOUND,
            Self::Save(_) | Self::Delete(_) | Self::Articles | Self::Keys => ARTICLES,
        }
    }

    fn read(&self, store: &IdbObjectStore) -> Result<IdbRequest, JsValue> {
        match self {
            // Nothing has to be known for these.
            Self::Save(_) | Self::Delete(_) | Self::Remember(_) | Self::Unlearn(_) => store.count(),
            Self::Articles | Self::Recall => store.get_all(),
            Self::Keys => store.get_all_keys(),
            Self::Corrections(_) => store.get(&ALL.into()),
        }
    }

    /// Writes what follows from what is kept; whether that is anything.
    fn write(&self, store: &IdbObjectStore, kept: &JsValue) -> Result<bool, JsValue> {
        match self {
            Self::Save(sources) => {
                for source in sources {
                    store.put_with_key(&source.to_object(), &source.key().into())?;
                }
            }
            Self::Delete(gone) => {
                // An earlier version saved it under its name.
                store.delete(&gone.name.as_str().into())?;
                store.delete(&key(gone.sum).into())?;
            }
            Self::Articles | Self::Keys | Self::Recall => return Ok(false),
            // Other tabs need not know, nor is it waited for.
            Self::Remember(all) => {
                for fresh in all {
                    store.put_with_key(&fresh.to_object(), &key(fresh.sum).into())?;
                }
                return Ok(false);
            }
            Self::Unlearn(gone) => {
                store.delete(&key(gone.sum).into())?;
                return Ok(false);
            }
            Self::Corrections(joined) => {
                let all = joined.with(kept);
                if all == corrections(kept) {
                    return Ok(false);
                }
                let list: js_sys::Array = all.iter().map(Correction::to_object).collect();
                store.put_with_key(&list, &ALL.into())?;
            }
        }
        Ok(true)
    }

    /// Does it, in one transaction; gives what was kept before, and whether that has changed.
    pub async fn perform(&self) -> Result<(JsValue, bool), Refusal> {
        let store = store(self.place()).await?;
        let before = done(&self.read(&store)?).await?;
        let has_changed = self.write(&store, &before)?;
        if has_changed {
            kept(&store).await?;
        }
        Ok((before, has_changed))
    }
}

/// Asks the browser not to throw away what is kept; one that will not promise still keeps it for now.
pub fn persist() {
    if let Some(window) = web_sys::window() {
        let _ = window.navigator().storage().persist();
    }
}
