//! Laws of the house that no type holds: what the sources of each part may not name (docs/reliability.md).
#![expect(clippy::unwrap_used, reason = "what fails in a test's helper fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

/// A law: where it holds, where it does not, and the words that break it.
struct Law {
    says: &'static str,
    within: &'static [&'static str],
    except: &'static [&'static str],
    words: &'static [&'static str],
}

const CORE: &[&str] = &["crates/core/src", "crates/fast/src"];

const LAWS: [Law; 5] = [
    Law {
        says: "the core has no clock, files, network, randomness, threads or globals",
        within: CORE,
        except: &[],
        words: &[
            "std::fs",
            "std::net",
            "std::time",
            "std::thread",
            "std::env",
            "std::process",
            "std::io",
            "SystemTime",
            "Instant::",
            "rand::",
            "static mut",
            "thread_local!",
            "LazyLock",
            "OnceLock",
            "OnceCell",
            "print!",
            "println!",
        ],
    },
    Law {
        says: "the core knows no browser, colour or HTML",
        within: CORE,
        except: &[],
        words: &["yew", "web_sys", "js_sys", "wasm_bindgen", "<mark", "<span", "#fff", "rgb("],
    },
    Law {
        says: "the engine knows no language",
        within: &["crates/core/src"],
        except: &["crates/core/src/lang"],
        words: &["lang::id", "data/id"],
    },
    Law {
        says: "only engine/ touches the worker and runs the core",
        within: &["src"],
        except: &["src/engine", "src/bin/worker.rs", "src/lib.rs"],
        words: &["Worker::new", "web_sys::Worker", "silang_core::analyze", "silang_core::compare(", "lang::id"],
    },
    Law {
        says: "no foreign word is taken for HTML",
        within: &["src"],
        // There a curve is drawn from numbers alone.
        except: &["src/dom/sides.rs"],
        words: &["inner_html", "outer_html", "insert_adjacent_html", "from_html_unchecked", "document.write"],
    },
];

/// The sources in a folder, tests left out.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut inside: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    inside.sort();
    let below = |path: PathBuf| if path.is_dir() { sources(&path) } else { vec![path] };
    inside.retain(|path| !path.ends_with("tests") && !path.ends_with("tests.rs"));
    inside.into_iter().flat_map(below).filter(|path| path.extension().is_some_and(|kind| kind == "rs")).collect()
}

/// A source without its unit tests and comments.
fn code(path: &Path) -> String {
    let source = fs::read_to_string(path).unwrap();
    let own = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    own.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn broken(law: &Law, root: &Path) -> Vec<String> {
    let files = law.within.iter().flat_map(|folder| sources(&root.join(folder)));
    let name = |path: &Path| path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    let bound = files.filter(|path| !law.except.iter().any(|except| name(path).contains(except)));
    let found = bound.flat_map(|path| {
        let code = code(&path);
        let named = law.words.iter().filter(move |word| code.contains(**word));
        named.map(|word| format!("{} names {word:?}", name(&path))).collect::<Vec<_>>()
    });
    found.collect()
}

#[test]
fn the_sources_keep_the_laws_of_the_house() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for law in &LAWS {
        assert_eq!(broken(law, root), Vec::<String>::new(), "{}", law.says);
    }
}

#[test]
fn a_law_that_is_broken_is_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let law = Law { says: "", within: &["crates/cli/src"], except: &["extract.rs"], words: &["std::fs::read"] };
    assert_eq!(broken(&law, root), [r#"crates/cli/src/input.rs names "std::fs::read""#]);
}
