//! Takes out of a program the places in its sources that a panic would tell of: nobody hears one, and some tell of the machine
//! that the site was built on.

use std::path::PathBuf;

use anyhow::Result;

use crate::process::{command, output};
use crate::wasm;

/// Bytes of a place (`core::panic::Location`): the address of a file's name and its length, line, column.
const PLACE: usize = 16;
/// Lines and columns of a place, at most: what is more is something else.
const LONGEST: u32 = 100_000;

/// Where sources are that are not the project's own: cargo's of dependencies, and those of the standard library, which the
/// compiler names by their place on the machine if they are installed there.
pub fn homes() -> Result<[String; 2]> {
    let home = || std::env::home_dir().unwrap_or_default().join(".cargo");
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from).to_string_lossy().into_owned();
    let compiler = output(command("rustc").args(["--print", "sysroot"]))?.trim().to_owned();
    Ok([cargo, compiler])
}

/// Blanks the names of source files, and makes all places in them the same one; nothing is done to what is no module.
pub fn blank(module: &mut [u8], homes: &[String; 2]) -> Option<()> {
    for part in wasm::memory(module)? {
        let memory = &mut module[part.range];
        let names = blank_names(memory, homes);
        let aligned = part.address.next_multiple_of(4) - part.address;
        for at in (aligned..memory.len().saturating_sub(PLACE - 1)).step_by(4) {
            let word = |index: usize| {
                let bytes = memory[at + 4 * index..].first_chunk().copied().unwrap_or_default();
                u32::from_le_bytes(bytes)
            };
            let [address, length, line, column] = [0, 1, 2, 3].map(word);
            let name = ((address as usize).wrapping_sub(part.address), length as usize);
            let is_place = (1..LONGEST).contains(&line) && (1..LONGEST).contains(&column);
            if is_place && names.contains(&name) {
                memory[at..at + PLACE].fill(0);
                // No text is at no address, be it empty.
                memory[at] = 1;
            }
        }
    }
    Some(())
}

/// Blanks the names of source files; tells where they were, and how long.
fn blank_names(memory: &mut [u8], [cargo, compiler]: &[String; 2]) -> Vec<(usize, usize)> {
    let starts = [cargo.as_str(), compiler, "/rustc/", "crates/", "src/"];
    let is_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
    let ends: Vec<usize> =
        memory.windows(3).enumerate().filter(|(_, bytes)| *bytes == b".rs").map(|(at, _)| at + 3).collect();
    let mut names = Vec::new();
    for end in ends {
        let run = memory[..end].iter().rev().take_while(|byte| is_path(byte)).count();
        let path = String::from_utf8_lossy(&memory[end - run..end]).into_owned();
        // A text may stand right before it.
        if let Some(start) = starts.iter().filter_map(|start| path.find(start)).min() {
            let start = end - run + start;
            memory[start..end].fill(b' ');
            names.push((start, end - start));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::{blank, blank_names};

    fn homes() -> [String; 2] {
        ["/home/a/.cargo", "/opt/rust"].map(str::to_owned)
    }

    #[test]
    fn names_of_source_files_go_and_texts_beside_them_stay() {
        let texts = "Tutup/home/a/.cargo/registry/yew-0.1/src/lib.rs/rustc/12/library/alloc/fmt.rssrc/app.rs.css hours\
                     /opt/rust/lib/library/alloc/src/vec.rs";
        let mut memory = texts.as_bytes().to_vec();
        assert_eq!(blank_names(&mut memory, &homes()).len(), 4);
        let words: Vec<&str> = std::str::from_utf8(&memory).unwrap().split_whitespace().collect();
        assert_eq!((words, memory.len()), (vec!["Tutup", ".css", "hours"], texts.len()));
    }

    #[test]
    fn places_become_one_and_other_numbers_stay() {
        let words = |numbers: &[u32]| numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>();
        let numbers = [16, 10, 7, 5, 16, 10, 0, 5, 16, 9, 7, 5];
        let memory = [b"src/app.rs  ".to_vec(), words(&numbers)].concat();
        let part = [&[1, 0, 0x41, 16, 0x0b, memory.len() as u8][..], &memory].concat();
        let mut module = [b"\0asm\x01\0\0\0\x0b", &[part.len() as u8][..], &part].concat();
        blank(&mut module, &homes()).unwrap();
        let expected = [b"            ".to_vec(), words(&[1, 0, 0, 0]), words(&numbers[4..])].concat();
        assert_eq!(module[module.len() - memory.len()..], expected);
        assert_eq!(blank(&mut [1, 2, 3], &homes()), None);
    }
}
