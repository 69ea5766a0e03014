//! A row for each fact (RFC 4180).

use silang_core::facts::Facts;

use crate::export::{Row, Written, rows};

const HEAD: &str = "doc,layer,start,end,text,value,detail,sure,kind,outlet,published\r\n";

/// A table of all facts.
pub fn write(all: &[Written]) -> String {
    // Spreadsheets take a file without a byte order mark for one in their own old encoding.
    let mut out = format!("\u{feff}{HEAD}");
    for article in all {
        for row in rows(&article.facts) {
            out.push_str(&line(&article.facts, &row));
        }
    }
    out
}

fn line(facts: &Facts, row: &Row) -> String {
    let Facts { doc, outlet, published, .. } = facts;
    let (start, end, sure) = (row.start.to_string(), row.end.to_string(), row.sure.to_string());
    let cells = [doc, row.layer, &start, &end, row.text, &row.value, &row.detail, &sure, row.kind, outlet, published];
    cells.map(cell).join(",") + "\r\n"
}

/// A cell; one that a spreadsheet would run as a formula is made plain text.
fn cell(text: &str) -> String {
    let harmless = if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
    if harmless.is_empty() && !text.contains([',', '"', '\n', '\r']) {
        return text.to_owned();
    }
    format!("\"{harmless}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_are_quoted_and_harmless() {
        assert_eq!(cell("Bandung"), "Bandung");
        assert_eq!(cell("ia berkata, \"ya\""), "\"ia berkata, \"\"ya\"\"\"");
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
    }
}
