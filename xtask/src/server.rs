//! A server of static files for one person's own machine.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread;

/// No request line or header is longer than this many bytes, all together.
const LONGEST_REQUEST: u64 = 16 * 1024;

/// Serves the files of a folder until the process ends.
pub fn serve(listener: &TcpListener, folder: &Path) {
    for stream in listener.incoming() {
        let folder = folder.to_owned();
        // A browser that goes away in the middle is no failure of ours.
        thread::spawn(move || stream.and_then(|stream| answer(&stream, &folder)));
    }
}

fn answer(mut stream: &TcpStream, folder: &Path) -> io::Result<()> {
    let mut lines = BufReader::new(stream.take(LONGEST_REQUEST)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for header in lines {
        if header?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let reply = match method {
        "GET" | "HEAD" => Reply::file(folder, path),
        _ => Reply::failure("405 Method Not Allowed"),
    };
    stream.write_all(reply.head().as_bytes())?;
    if method == "HEAD" { Ok(()) } else { stream.write_all(&reply.body) }
}

struct Reply {
    status: &'static str,
    media_type: &'static str,
    body: Vec<u8>,
}

impl Reply {
    fn failure(status: &'static str) -> Self {
        Self { status, media_type: "text/plain; charset=utf-8", body: status.as_bytes().to_vec() }
    }

    fn file(folder: &Path, path: &str) -> Self {
        let file = locate(folder, path);
        match file.as_ref().and_then(|file| fs::read(file).ok()) {
            Some(body) => Self { status: "200 OK", media_type: media_type(file.as_deref()), body },
            None => Self::failure("404 Not Found"),
        }
    }

    fn head(&self) -> String {
        format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
            self.status,
            self.media_type,
            self.body.len()
        )
    }
}

/// The file that a request's path means; `None` for anything outside the folder.
fn locate(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let relative = PathBuf::from(percent_decoded(path)?.trim_start_matches('/'));
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(relative);
    inside.then(|| if file.is_dir() { file.join("index.html") } else { file })
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut parts = path.split('%');
    bytes.extend(parts.next().unwrap_or_default().bytes());
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend(part.get(2..)?.bytes());
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: Option<&Path>) -> &'static str {
    match file.and_then(Path::extension).and_then(std::ffi::OsStr::to_str).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" | "md" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::locate;

    #[test]
    fn paths_stay_in_the_folder() {
        let folder = Path::new("site");
        assert_eq!(locate(folder, "/a%20b.txt?x=1"), Some(folder.join("a b.txt")));
        for path in ["/../secret", "/a/%2e%2e/%2E./secret", "/%2fetc/../x", "/bad%zz", "/cut%2"] {
            assert_eq!(locate(folder, path), None, "{path}");
        }
    }
}
