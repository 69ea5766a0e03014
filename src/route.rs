//! The view in the address.

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// One article.
    Read(Option<String>),
    /// Several articles side by side; none named means those of the open article's event.
    Compare(Vec<String>),
    /// All dates of all articles.
    Timeline,
    /// A text that came inside the link.
    Text(String),
}

impl Default for Route {
    fn default() -> Self {
        Self::Read(None)
    }
}

impl Route {
    /// The route in an address's fragment; an unknown one is the start.
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('#').trim_start_matches('/');
        let (place, rest) = path.split_once('/').unwrap_or((path, ""));
        match place {
            "read" if !rest.is_empty() => Self::Read(Some(decode(rest))),
            "compare" => Self::Compare(rest.split(',').filter(|doc| !doc.is_empty()).map(decode).collect()),
            "timeline" => Self::Timeline,
            "text" if !rest.is_empty() => Self::Text(rest.to_owned()),
            _ => Self::default(),
        }
    }

    /// The articles that it names.
    pub fn docs(&self) -> &[String] {
        match self {
            Self::Read(Some(doc)) => std::slice::from_ref(doc),
            Self::Compare(docs) => docs,
            _ => &[],
        }
    }

    /// The fragment of this route.
    pub fn fragment(&self) -> String {
        match self {
            Self::Read(None) => "#/".to_owned(),
            Self::Read(Some(doc)) => format!("#/read/{}", encode(doc)),
            Self::Compare(docs) => {
                format!("#/compare/{}", docs.iter().map(|doc| encode(doc)).collect::<Vec<_>>().join(","))
            }
            Self::Timeline => "#/timeline".to_owned(),
            Self::Text(letters) => ["#/text/", letters].concat(),
        }
    }
}

/// Letters, digits and few signs as they are, all other bytes as `%` and two digits (RFC 3986).
pub fn encode(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for byte in part.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ => {
                out.push('%');
                out.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789ABCDEF"[usize::from(digit)])));
            }
        }
    }
    out
}

fn decode(part: &str) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let [first, tail @ ..] = rest {
        let (byte, after) = match (first, tail) {
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, after),
                _ => (*first, tail),
            },
            _ => (*first, tail),
        };
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn every_route_comes_back_from_its_address() {
        let names = ["a.txt", "Berita, “baru” 50%.txt", "é/ü #1"].map(str::to_owned);
        let routes = [
            Route::Timeline,
            Route::Text("a-_9".to_owned()),
            Route::Read(None),
            Route::Read(Some(names[1].clone())),
            Route::Compare(names.to_vec()),
        ];
        for route in routes {
            assert_eq!(Route::parse(&route.fragment()), route);
        }
    }

    #[test]
    fn an_unknown_address_is_the_start() {
        assert_eq!(Route::parse("#/%zz/lost"), Route::Read(None));
        assert_eq!(Route::parse("#/read/100%"), Route::Read(Some("100%".to_owned())));
    }
}
