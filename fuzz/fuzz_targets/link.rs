//! Any address leads somewhere, and what a share link holds comes back from it.
#![no_main]
#![allow(dead_code, reason = "modules of the page, of which a part is tried here")]

use libfuzzer_sys::fuzz_target;

#[path = "../../src/route.rs"]
mod route;
#[path = "../../src/share.rs"]
mod share;

use route::Route;

fuzz_target!(|bytes: &[u8]| {
    assert_eq!(share::from_letters(&share::to_letters(bytes)).as_deref(), Some(bytes));
    let fragment = String::from_utf8_lossy(bytes);
    let route = Route::parse(&fragment);
    assert_eq!(Route::parse(&route.fragment()), route);
    if let Route::Text(letters) = route {
        let _ = share::from_letters(&letters);
    }
});
