//! The worker that reads and compares, beside the page.

fn main() {
    silang::start_worker();
}
