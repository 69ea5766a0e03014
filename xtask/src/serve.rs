//! `cargo xtask serve`: from a clean clone to the page in a browser.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process::root;
use crate::{build, server};

/// Where the site is served unless told otherwise.
pub const PORT: u16 = 8080;

/// Builds the site and serves it on the loopback address until it is interrupted.
pub fn run(port: u16, open: bool) -> Result<()> {
    let listener = listen(port)?;
    build::site(None)?;
    let url = format!("http://{}/", listener.local_addr()?);
    println!("{url}");
    if open {
        open_browser(&url);
    }
    server::serve(&listener, &root().join("dist"));
    Ok(())
}

fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Err(why) if why.kind() == ErrorKind::AddrInUse => {
            bail!("port {port} is taken: `cargo xtask serve --port {}` uses another", port.wrapping_add(1))
        }
        bound => bound.with_context(|| format!("port {port}")),
    }
}

/// Opens the page where there is a desktop; the address is printed anyhow.
fn open_browser(url: &str) {
    let (program, first): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start"]),
        _ => ("xdg-open", &[]),
    };
    let quiet = Command::new(program).args(first).arg(url).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if quiet.is_err() {
        println!("open it in a browser");
    }
}
