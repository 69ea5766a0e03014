//! Programs of the site without what no reader needs: names for debuggers, the places in the sources that a panic would tell of,
//! and the long names by which the two halves of a program, JavaScript and WebAssembly, know each other. A word of 16 hexadecimal
//! digits in each does not pack well.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::{places, wasm};

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
    places::blank(&mut lean, &places::homes()?).context("no memory")?;
    let mut text = fs::read_to_string(script)?;
    for (number, long) in names.iter().enumerate() {
        ensure!(text.contains(long), "the script does not know {long}");
        text = text.replace(long, &short(number));
    }
    fs::write(module, lean)?;
    Ok(fs::write(script, text)?)
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
    use super::is_long;

    #[test]
    fn names_that_are_made_short() {
        assert!(is_long("__wbg_new_from_slice_0123456789abcdef"));
        assert!(!is_long("__wbindgen_init_externref_table") && !is_long("__wbg_set_0123"));
    }
}
