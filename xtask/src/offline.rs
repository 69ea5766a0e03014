//! What a site's service worker must know: the number of the build, and all files with their sums.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

const SERVICE: &str = "service.js";

/// The folder of the articles.
const SEEDS: &str = "seeds";

/// One build of a site, whole.
#[derive(Serialize)]
struct Site {
    /// Known by what all files hold, the articles too.
    build: String,
    /// Addresses as the page asks for them, and sums as the `integrity` of a request has them.
    files: BTreeMap<String, String>,
}

/// Tells the page and the service worker of the site in `dist` their build, and the service worker all that belongs to it;
/// `number` is that of its two programs. Of articles that are packed only these files in `seeds/` belong to it, of which the
/// first is the index: the others it keeps when they were asked for.
pub fn list(dist: &Path, number: &str, pack: &[String]) -> Result<()> {
    if let Some(index) = pack.first() {
        let page = |page: &str| page.replacen("<html ", &format!(r#"<html data-pack="{SEEDS}/{index}" "#), 1);
        edit(&dist.join("index.html"), |text| page(&text))?;
    }
    let sums = || sums(dist, number, pack);
    let all = Sha256::digest(serde_json::to_vec(&sums()?)?);
    let build = format!("{:016x}", all.iter().take(8).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte)));
    edit(&dist.join("index.html"), |page| page.replacen("<html ", &format!(r#"<html data-build="{build}" "#), 1))?;
    let site = serde_json::to_string(&Site { files: sums()?, build })?;
    edit(&dist.join(SERVICE), |program| format!("const SITE = {site};\n{program}"))
}

fn edit(file: &Path, change: impl FnOnce(String) -> String) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("{}", file.display()))?;
    Ok(fs::write(file, change(text))?)
}

fn sums(dist: &Path, number: &str, pack: &[String]) -> Result<BTreeMap<String, String>> {
    let (mut sums, articles) = (BTreeMap::new(), dist.join(SEEDS));
    let first: Vec<PathBuf> = pack.iter().map(|file| articles.join(file)).collect();
    let is_kept = |file: &PathBuf| pack.is_empty() || !file.starts_with(&articles) || first.contains(file);
    for file in within(dist)?.into_iter().filter(is_kept) {
        let path = file.strip_prefix(dist)?.iter().map(|part| encoded(&part.to_string_lossy())).collect::<Vec<_>>();
        if let Some(address) = address(&path.join("/"), number) {
            sums.insert(address, sum(&fs::read(&file)?));
        }
    }
    Ok(sums)
}

/// How the page asks for a file: the worker's are asked for with the number of the build; nothing where it asks for none.
fn address(path: &str, number: &str) -> Option<String> {
    match path {
        ".nojekyll" | SERVICE => None,
        "index.html" => Some("./".to_owned()),
        "engine.js" | "worker.js" | "worker_bg.wasm" => Some(format!("{path}?{number}")),
        _ => Some(path.to_owned()),
    }
}

fn within(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { files.extend(within(&path)?) } else { files.push(path) }
    }
    Ok(files)
}

fn sum(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// A part of an address as JavaScript's `encodeURIComponent` writes it.
fn encoded(part: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte);
    part.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{encoded, list};

    #[test]
    fn addresses_are_as_the_page_asks() {
        assert_eq!(encoded("é b's.txt"), "%C3%A9%20b's.txt");
    }

    #[test]
    fn every_file_is_listed_with_its_sum() {
        let dist = std::env::temp_dir().join(format!("silang-offline-{}", std::process::id()));
        fs::create_dir_all(dist.join("seeds")).unwrap();
        let listed = |article: &str| {
            let own = [("index.html", "<html lang>"), ("engine.js", ""), (".nojekyll", ""), ("service.js", "rest")];
            for (file, content) in own.into_iter().chain([("seeds/a b.txt", article)]) {
                fs::write(dist.join(file), content).unwrap();
            }
            list(&dist, "7", &[]).unwrap();
            ["index.html", "service.js"].map(|file| fs::read_to_string(dist.join(file)).unwrap())
        };
        let [page, service] = listed("x");
        let empty = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert!(service.contains(&format!(r#""engine.js?7":"{empty}","seeds/a%20b.txt":"sha256-"#)), "{service}");
        assert!(service.starts_with("const SITE = {") && service.ends_with("};\nrest"), "{service}");
        let build =
            page.strip_prefix(r#"<html data-build=""#).and_then(|page| page.strip_suffix(r#"" lang>"#)).unwrap();
        assert!(service.contains(&format!(r#"{{"build":"{build}""#)), "{service}");
        assert_eq!(listed("x"), [page.clone(), service]);
        assert!(!listed("y")[0].contains(build), "other articles are another build");
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn of_packed_articles_only_the_first_files_are_listed() {
        let dist = std::env::temp_dir().join(format!("silang-offline-pack-{}", std::process::id()));
        fs::create_dir_all(dist.join("seeds/pack")).unwrap();
        for file in ["service.js", "seeds/a.txt", "seeds/index.json", "seeds/pack/1.bin", "seeds/pack/2.bin"] {
            fs::write(dist.join(file), "").unwrap();
        }
        fs::write(dist.join("index.html"), "<html lang>").unwrap();
        list(&dist, "7", &["pack/1.bin".to_owned()]).unwrap();
        let [page, service] = ["index.html", "service.js"].map(|file| fs::read_to_string(dist.join(file)).unwrap());
        assert!(page.contains(r#" data-pack="seeds/pack/1.bin" lang>"#), "{page}");
        assert!(service.contains(r#""seeds/pack/1.bin":"#), "{service}");
        assert_eq!(service.matches("seeds/").count(), 1, "{service}");
        fs::remove_dir_all(dist).unwrap();
    }
}
