//! Files that a reader chooses, drops or pastes.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry,
    HtmlAnchorElement, Url,
};

use crate::store::decode::{self, Decoded, LIMIT, Unreadable, WHOLE_LIMIT};
use crate::store::zip::{self, Entry, Method};
use crate::store::{object, stream};

/// A name and the text under it, or why there is none.
pub type Taken = (String, Result<Decoded, Unreadable>);

/// The files of a browser's list.
pub fn all(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)).collect()
}

/// What was dropped: files, and folders to look into. To be asked while the drop is being told of.
pub fn dropped(data: &DataTransfer) -> (Vec<File>, Vec<FileSystemEntry>) {
    let items = data.items();
    let entries = (0..items.length()).filter_map(|index| items.get(index)?.webkit_get_as_entry().ok()?);
    let folders: Vec<FileSystemEntry> = entries.filter(FileSystemEntry::is_directory).collect();
    let names: Vec<String> = folders.iter().map(FileSystemEntry::name).collect();
    // A folder stands in the list of files too, as a file that cannot be read.
    let files = all(data.files()).into_iter().filter(|file| !names.contains(&file.name())).collect();
    (files, folders)
}

/// The answer of a function that calls back.
async fn answer(ask: impl Fn(&Function)) -> Option<JsValue> {
    let mut ask = |resolve: Function, _: Function| ask(&resolve);
    JsFuture::from(Promise::new(&mut ask)).await.ok()
}

/// The files in folders and in the folders inside of them, hidden ones left out.
pub async fn within(folders: Vec<FileSystemEntry>) -> Vec<File> {
    let (mut waiting, mut files) = (folders, Vec::new());
    while let Some(entry) = waiting.pop() {
        if let Some(folder) = entry.dyn_ref::<FileSystemDirectoryEntry>() {
            waiting.extend(list(folder).await.into_iter().filter(|entry| !entry.name().starts_with('.')));
        } else if let Ok(entry) = entry.dyn_into::<FileSystemFileEntry>() {
            let file = answer(|resolve| entry.file_with_callback(resolve.unchecked_ref())).await;
            files.extend(file.and_then(|file| file.dyn_into().ok()));
        }
    }
    files
}

/// All that lies in a folder; browsers hand it over in portions, the last of which is empty.
async fn list(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        // A reader that fails gives nothing more.
        let next = answer(|resolve| drop(reader.read_entries_with_callback(resolve.unchecked_ref()))).await;
        let next = object::items(&next.unwrap_or_default());
        if next.is_empty() {
            return all;
        }
        all.extend(next.into_iter().map(JsValue::unchecked_into::<FileSystemEntry>));
    }
}

/// Whether a file's name ends so.
pub fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own.eq_ignore_ascii_case(ending))
}

/// What a file holds: one text, or those of an archive.
pub async fn read(file: &File) -> Vec<Taken> {
    let name = file.name();
    let is_archive = has_ending(&name, "zip");
    let is_project = has_ending(&name, "json");
    let limit = if is_archive || is_project { WHOLE_LIMIT } else { LIMIT };
    if file.size() > limit as f64 {
        return vec![(name, Err(Unreadable::TooLarge))];
    }
    let Ok(buffer) = JsFuture::from(file.array_buffer()).await else { return vec![(name, Err(Unreadable::Unread))] };
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    if is_archive { unpack(name, &bytes).await } else { vec![(name, decode::decode_long(bytes))] }
}

async fn unpack(name: String, archive: &[u8]) -> Vec<Taken> {
    let Some(entries) = zip::entries(archive) else { return vec![(name, Err(Unreadable::Archive))] };
    let mut texts = Vec::new();
    for entry in entries {
        let text = inside(archive, &entry).await.and_then(decode::decode);
        texts.push((entry.name, text));
    }
    texts
}

async fn inside(archive: &[u8], entry: &Entry) -> Result<Vec<u8>, Unreadable> {
    let packed = archive.get(entry.range.clone()).ok_or(Unreadable::Archive)?;
    match entry.method {
        _ if entry.length > LIMIT => Err(Unreadable::TooLarge),
        Method::Stored => Ok(packed.to_vec()),
        Method::Deflated => stream::inflate(packed).await.map_err(|_| Unreadable::Archive),
        Method::Unknown => Err(Unreadable::Archive),
    }
}

/// Hands `content` to the browser's downloads.
pub fn download(name: &str, kind: &str, content: &str) -> Option<()> {
    let parts = Array::of1(&content.into());
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
