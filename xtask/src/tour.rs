//! A scripted tour of the page in Chromium, Firefox and `WebKit`, with what drives each of them brought when it is missing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process::{command, find, run_keeping};
use crate::step::step;
use crate::{browser, build, setup};

const GECKODRIVER: &str = "0.37.1";

/// A browser of the tour.
#[derive(Clone, Copy)]
enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

impl Browser {
    const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    fn named(name: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|browser| browser.name() == name);
        found.with_context(|| format!("no browser {name}: chromium, firefox or webkit"))
    }

    /// Brings the browser and its driver; gives the command that a tour in it begins with.
    fn ready(self) -> Result<Command> {
        match self {
            Self::Chromium => {
                setup::debian("chromedriver", "chromium-driver")?;
                browser::node()
            }
            Self::Firefox => {
                let firefox = setup::debian("firefox-esr", "firefox-esr").or_else(|_| found("firefox"))?;
                setup::tool("geckodriver", "geckodriver", GECKODRIVER, 0)?;
                let mut node = browser::node()?;
                node.env("FIREFOX", firefox);
                Ok(node)
            }
            Self::WebKit => {
                setup::debian("WebKitWebDriver", "webkit2gtk-driver")?;
                let minibrowser =
                    minibrowser().context("MiniBrowser is missing: it comes with Debian's libwebkit2gtk")?;
                let mut node = on_a_screen(browser::node()?)?;
                node.env("MINIBROWSER", minibrowser);
                Ok(node)
            }
        }
    }
}

fn found(program: &str) -> Result<PathBuf> {
    find(program).with_context(|| format!("{program} is missing"))
}

/// `WebKit`'s own browser, which lies beside its library and not on the PATH.
fn minibrowser() -> Option<PathBuf> {
    let below = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let libraries = below(PathBuf::from("/usr/lib")).flat_map(below);
    libraries.map(|library| library.join("MiniBrowser")).find(|path| path.is_file())
}

/// The same command on a screen of its own, where there is none.
fn on_a_screen(inner: Command) -> Result<Command> {
    if std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some() {
        return Ok(inner);
    }
    let xvfb = setup::debian("xvfb-run", "xvfb").and_then(|run| setup::debian("xauth", "xauth").map(|_| run))?;
    let mut outer = command(xvfb);
    outer.args(["--auto-servernum", "--server-args=-screen 0 1600x1200x24"]).arg(inner.get_program());
    outer.current_dir(inner.get_current_dir().unwrap_or(Path::new(".")));
    for (name, value) in inner.get_envs() {
        value.map(|value| outer.env(name, value));
    }
    Ok(outer)
}

/// Makes the tour in one browser, or in all.
pub fn run(only: Option<&str>) -> Result<()> {
    let browsers = match only {
        Some(name) => vec![Browser::named(name)?],
        None => Browser::ALL.to_vec(),
    };
    build::site(None)?;
    browser::command_line()?;
    let mut results = Vec::new();
    let mut failed = Vec::new();
    for browser in browsers {
        let done = step(&format!("the tour in {}", browser.name()), || {
            let mut node = browser.ready()?;
            run_keeping(node.args(["tour.mjs", browser.name()]), |line| line.contains(" passed, "), &mut results)
        });
        failed.extend(done.err().map(|why| format!("{}: {why:#}", browser.name())));
    }
    results.iter().for_each(|line| println!("{line}"));
    ensure!(failed.is_empty(), "failed: {}", failed.join("; "));
    Ok(())
}
