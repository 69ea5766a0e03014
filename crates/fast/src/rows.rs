//! Word lists as text, cut into rows and cells.

/// The rows of a table: lines that are neither blank nor comments (`#`), cut at tabs.
pub fn rows(table: &str) -> Rows<'_> {
    Rows { rest: table }
}

/// The rows of a table that are left.
#[derive(Clone, Debug)]
pub struct Rows<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Rows<'a> {
    type Item = Vec<&'a str>;

    fn next(&mut self) -> Option<Vec<&'a str>> {
        while !self.rest.is_empty() {
            let (cells, rest) = row(self.rest);
            self.rest = rest;
            let told = |cell: &&str| !cell.starts_with('#') && (cells.len() > 1 || !cell.is_empty());
            if cells.first().is_some_and(told) {
                return Some(cells);
            }
        }
        None
    }
}

/// The cells of the first line of a text, and what comes behind it.
fn row(text: &str) -> (Vec<&str>, &str) {
    let (mut cells, mut first) = (Vec::with_capacity(4), 0);
    for (at, byte) in text.bytes().enumerate() {
        if byte == b'\t' || byte == b'\n' {
            cells.push(&text[first..at]);
            first = at + 1;
        }
        if byte == b'\n' {
            return (cells, &text[first..]);
        }
    }
    cells.push(&text[first..]);
    (cells, "")
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn rows_are_lines_cut_at_tabs_without_blanks_and_comments() {
        let table = "# Words.\nkota\tplace\t\n\ndan\n#a\tb\nÄ\tü";
        let cut: Vec<Vec<&str>> = rows(table).collect();
        assert_eq!(cut, [vec!["kota", "place", ""], vec!["dan"], vec!["Ä", "ü"]]);
        assert_eq!((rows("").count(), rows("\n\n").count(), rows("a\n").count()), (0, 0, 1));
    }
}
