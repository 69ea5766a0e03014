//! Programs of the site without what no reader needs: names for debuggers, the places in the sources that a panic would tell of,
//! and the long names by which the two halves of a program, JavaScript and WebAssembly, know each other. A word of 16 hexadecimal
//! digits in each does not pack well.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::wasm;

/// The digits that wasm-bindgen ends a name with.
const DIGITS: usize = 16;

/// Makes every program in `dist` lean: `NAME_bg.wasm` with its `NAME.js`.
pub fn programs(dist: &Path) -> Result<()> {
    for entry in fs::read_dir(dist)? {
        let module = entry?.path();
        let name = module.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(name) = name.strip_suffix("_bg.wasm") {
            program(&module, &dist.join(format!("{name}.js"))).with_context(|| name.to_owned())?;
        }
    }
    Ok(())
}

fn program(module: &Path, script: &Path) -> Result<()> {
    let mut names = Vec::new();
    let rename = |name: &[u8]| {
        let long = std::str::from_utf8(name).ok().filter(|name| is_long(name))?;
        names.push(long.to_owned());
        Some(short(names.len() - 1))
    };
    let mut lean = wasm::lean(&fs::read(module)?, rename).context("no module")?;
    blank_places(&mut lean, &cargo_home());
    let mut text = fs::read_to_string(script)?;
    for (number, long) in names.iter().enumerate() {
        ensure!(text.contains(long), "the script does not know {long}");
        text = text.replace(long, &short(number));
    }
    fs::write(module, lean)?;
    Ok(fs::write(script, text)?)
}

/// Where cargo keeps the sources of dependencies.
fn cargo_home() -> String {
    let home = || std::env::home_dir().unwrap_or_default().join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from).to_string_lossy().into_owned()
}

/// Blanks the names of source files: nobody hears a panic, and some tell of the machine that the site was built on.
fn blank_places(module: &mut [u8], cargo_home: &str) {
    let starts = [cargo_home, "/rustc/", "crates/", "src/"];
    let ends: Vec<usize> =
        module.windows(3).enumerate().filter(|(_, bytes)| *bytes == b".rs").map(|(at, _)| at + 3).collect();
    for end in ends {
        let is_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
        let run = module[..end].iter().rev().take_while(|byte| is_path(byte)).count();
        let path = String::from_utf8_lossy(&module[end - run..end]).into_owned();
        if let Some(start) = starts.iter().filter_map(|start| path.find(start)).min() {
            module[end - run + start..end].fill(b' ');
        }
    }
}

/// Whether it is one of wasm-bindgen's names for a function of the browser: no other ends in so many digits, none is part
/// of another.
fn is_long(name: &str) -> bool {
    let digits = name.rsplit('_').next().unwrap_or_default();
    name.starts_with("__wbg_") && digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn short(number: usize) -> String {
    format!("_{number:x}")
}

#[cfg(test)]
mod tests {
    use super::{blank_places, is_long};

    #[test]
    fn names_of_source_files_go_and_texts_beside_them_stay() {
        let mut module =
            b"Tutup/home/a/.cargo/registry/yew-0.1/src/lib.rs/rustc/12/library/alloc/fmt.rssrc/app.rs.css hours"
                .to_vec();
        let length = module.len();
        blank_places(&mut module, "/home/a/.cargo");
        let words: Vec<&str> = std::str::from_utf8(&module).unwrap().split_whitespace().collect();
        assert_eq!((words, module.len()), (vec!["Tutup", ".css", "hours"], length));
    }

    #[test]
    fn names_that_are_made_short() {
        assert!(is_long("__wbg_new_from_slice_0123456789abcdef"));
        assert!(!is_long("__wbindgen_init_externref_table") && !is_long("__wbg_set_0123"));
    }
}
