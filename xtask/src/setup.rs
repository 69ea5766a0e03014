//! What the project needs beside cargo, brought when it is missing.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::process::{cargo, command, find, output, root, run, tools};
use crate::step::step;

const WASM: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";

/// Everything that building the site needs: the wasm target, Trunk, wasm-bindgen's tool, the dependencies' sources.
pub fn site() -> Result<()> {
    wasm_target()?;
    tool("trunk", "trunk", TRUNK, 0)?;
    tool("wasm-bindgen", "wasm-bindgen-cli", &locked_version("wasm-bindgen")?, 1)?;
    step("fetch what Cargo.lock names", || run(cargo().args(["fetch", "--quiet", "--locked"])))
}

/// The standard library for wasm32.
pub fn wasm_target() -> Result<()> {
    let library = output(command("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    need("rustup", "https://rustup.rs installs it")?;
    step(&format!("install Rust's {WASM} target"), || run(command("rustup").args(["target", "add", WASM])))
}

/// A program written in Rust, at that version: the one on the PATH if it is right, else one of our own.
///
/// It is compiled for a person who waits, not for speed: no link-time optimisation and little of any other.
pub fn tool(program: &str, package: &str, version: &str, optimisation: u8) -> Result<()> {
    if installed_version(program).as_deref() == Some(version) {
        return Ok(());
    }
    let build = tools().join("build");
    step(&format!("compile {package} {version} into {}", tools().display()), || {
        let mut install = cargo();
        install.args(["install", "--quiet", package, "--version", version, "--force"]);
        if program != "wasm-bindgen" {
            install.arg("--locked");
        }
        install.arg("--root").arg(tools()).arg("--target-dir").arg(&build);
        install.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", optimisation.to_string());
        run(&mut install)
    })?;
    fs::remove_dir_all(&build).or_else(|why| if build.exists() { Err(why) } else { Ok(()) })?;
    ensure!(installed_version(program).as_deref() == Some(version), "{program} still is not version {version}");
    Ok(())
}

/// The first word of `PROGRAM --version` that looks like a version.
fn installed_version(program: &str) -> Option<String> {
    let told = output(command(find(program)?).arg("--version")).ok()?;
    let version = told.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    Some(version.to_owned())
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock")?;
    let after = lock.split_once(&format!("name = \"{package}\"\nversion = \"")).map(|(_, after)| after);
    let version = after.and_then(|after| after.split('"').next());
    Ok(version.with_context(|| format!("Cargo.lock names no {package}"))?.to_owned())
}

fn need(program: &str, how: &str) -> Result<PathBuf> {
    find(program).with_context(|| format!("{program} is missing: {how}"))
}

/// What the browser tests are written with: what drives Chromium, what looks for barriers, and readers of exported files.
const PACKAGES: [&str; 4] = ["playwright-core", "axe-core", "csv-parse", "jsonld"];

/// Node and the packages that drive a browser; gives the folder of browser tests.
pub fn node() -> Result<PathBuf> {
    need("node", "`apt-get install nodejs npm` on Debian, or https://nodejs.org (20 or newer)")?;
    need("npm", "`apt-get install npm` on Debian; elsewhere it comes with Node")?;
    let folder = root().join("tests/e2e");
    if PACKAGES.iter().any(|package| !is_present(&folder, package)) {
        step(&format!("install {}", PACKAGES.join(", ")), || {
            run(command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder))
        })?;
    }
    Ok(folder)
}

/// Whether `folder` has a package in the version that its lock file wants.
fn is_present(folder: &Path, package: &str) -> bool {
    let wanted =
        package_version(&folder.join("package-lock.json"), &format!("/packages/node_modules~1{package}/version"));
    wanted.is_some()
        && wanted == package_version(&folder.join(format!("node_modules/{package}/package.json")), "/version")
}

fn package_version(file: &Path, pointer: &str) -> Option<String> {
    let json: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
    Some(json.pointer(pointer)?.as_str()?.to_owned())
}

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const BROWSER_OF_MACOS: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// A Chromium: the one that `CHROMIUM` names, one on the PATH, or Debian's, installed now.
pub fn chromium() -> Result<PathBuf> {
    if let Some(found) = find_chromium() {
        return Ok(found);
    }
    install("chromium").context("or set CHROMIUM to a browser's path")?;
    find_chromium().context("apt-get installed no program called chromium: set CHROMIUM to a browser's path")
}

/// A program on the PATH, from Debian's package when it is missing.
pub fn debian(program: &str, package: &str) -> Result<PathBuf> {
    if let Some(found) = find(program) {
        return Ok(found);
    }
    install(package)?;
    find(program).with_context(|| format!("Debian's {package} has no program {program}"))
}

fn install(package: &str) -> Result<()> {
    let Some(prefix) = superuser() else {
        bail!("{package} is missing: `sudo apt-get install {package}` on Debian installs it");
    };
    step(&format!("install {package} with apt-get"), || {
        apt_get(prefix, &["update", "--quiet"])?;
        apt_get(prefix, &["install", "--quiet", "--yes", "--no-install-recommends", package])
    })
}

fn find_chromium() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let of_macos = Some(PathBuf::from(BROWSER_OF_MACOS)).filter(|path| path.is_file());
    named.or_else(|| BROWSERS.iter().find_map(|name| find(name))).or(of_macos)
}

/// The words in front of a command that needs root; `None` where apt-get can't be used without asking.
fn superuser() -> Option<&'static [&'static str]> {
    find("apt-get")?;
    if output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0") {
        return Some(&[]);
    }
    output(command("sudo").args(["-n", "true"])).ok().map(|_| ["sudo", "-n"].as_slice())
}

fn apt_get(prefix: &[&str], words: &[&str]) -> Result<()> {
    let mut line = prefix.iter().chain(&["apt-get"]).chain(words);
    let mut apt = command(line.next().unwrap_or(&"apt-get"));
    run(apt.args(line).env("DEBIAN_FRONTEND", "noninteractive"))
}
