//! How long grouping by event takes, and what it groups: `grouping TEXTS [COUNT]`.
//!
//! TEXTS is a folder of text files. Prints seconds for reading, for grouping all of them and for
//! adding one more, then a line with the files of each event that has more than one.

use std::error::Error;
use std::time::Instant;

use silang_core::compare::event::EventIndex;
use silang_core::compare::profile::Profile;
use silang_core::{Article, Language, analyze};

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let folder = words.next().ok_or("usage: grouping TEXTS [COUNT]")?;
    let count = words.next().map_or(Ok(usize::MAX), |word| word.parse())?;
    let mut files: Vec<_> = std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    files.truncate(count);
    let language = Language::indonesian();
    let lexicon = &language.compare.lexicon;
    let start = Instant::now();
    let mut profiles = Vec::new();
    for file in &files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let text = std::fs::read_to_string(file)?;
        profiles.push(Profile::of(lexicon, &analyze(&language, &Article::new(name, text))));
    }
    eprintln!("{} articles read in {:.2} s", files.len(), start.elapsed().as_secs_f64());
    let last = profiles.last().cloned().unwrap_or_default();
    let start = Instant::now();
    let mut index = EventIndex::group(profiles);
    eprintln!("grouped in {:.3} s", start.elapsed().as_secs_f64());
    let start = Instant::now();
    index.add(last);
    eprintln!("one more in {:.2} ms", start.elapsed().as_secs_f64() * 1000.0);
    for event in index.events().iter().filter(|event| event.len() > 1) {
        let names = event.iter().filter_map(|&i| files.get(i)?.file_stem());
        println!("{}", names.map(|name| name.to_string_lossy()).collect::<Vec<_>>().join(" "));
    }
    Ok(())
}
