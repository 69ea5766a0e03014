//! The page.

fn main() {
    silang::start_page();
}
