//! The sections of a WebAssembly module, as far as sizes need them
//! ([binary format](https://webassembly.github.io/spec/core/binary/modules.html)).

use std::collections::BTreeMap;
use std::ops::Range;

/// A part of the memory that a module begins with.
pub struct Part {
    /// Its address.
    pub address: usize,
    /// Where it is in the module.
    pub range: Range<usize>,
}

/// The parts of the memory that a module begins with; nothing when it is none.
pub fn memory(module: &[u8]) -> Option<Vec<Part>> {
    let mut bytes = Bytes(module.strip_prefix(b"\0asm\x01\0\0\0")?);
    while let Some(kind) = bytes.byte() {
        let mut section = Bytes(bytes.sized()?);
        if kind == 11 {
            let behind = bytes.0.len();
            let count = section.number()?;
            return (0..count).map(|_| part(&mut section, module.len() - behind)).collect();
        }
    }
    Some(Vec::new())
}

/// The next part of a section that ends at `end` in its module.
fn part(section: &mut Bytes, end: usize) -> Option<Part> {
    // Of the first memory, at a constant address.
    section.take(2).filter(|head| head == b"\0\x41")?;
    let address = section.number()?;
    section.byte().filter(|byte| *byte == 0x0b)?;
    let length = section.sized()?.len();
    let end = end - section.0.len();
    Some(Part { address, range: end - length..end })
}

/// A module that was taken apart.
#[derive(Default)]
pub struct Module<'a> {
    /// The bytes of all functions.
    pub code: &'a [u8],
    /// The bytes of all constants.
    pub data: &'a [u8],
    imports: &'a [u8],
    names: &'a [u8],
}

struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    /// A number in LEB128.
    fn number(&mut self) -> Option<usize> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte < 0x80 {
                return Some(value);
            }
        }
    }

    fn sized(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }

    fn limits(&mut self) -> Option<()> {
        let flags = self.byte()?;
        self.number()?;
        if flags & 1 == 1 {
            self.number()?;
        }
        Some(())
    }
}

impl<'a> Module<'a> {
    /// Takes a module apart; nothing when it is none.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes.strip_prefix(b"\0asm\x01\0\0\0")?);
        let mut module = Self::default();
        while let Some(kind) = bytes.byte() {
            let section = bytes.sized()?;
            match kind {
                0 => {
                    let mut custom = Bytes(section);
                    if custom.sized()? == b"name" {
                        module.names = custom.0;
                    }
                }
                2 => module.imports = section,
                10 => module.code = section,
                11 => module.data = section,
                _ => {}
            }
        }
        Some(module)
    }

    /// The bytes of code by crate and module.
    pub fn by_path(&self) -> BTreeMap<String, usize> {
        let names = self.function_names().unwrap_or_default();
        let first = self.imported_functions().unwrap_or_default();
        let mut sizes = BTreeMap::new();
        for (function, size) in (first..).zip(self.function_sizes().unwrap_or_default()) {
            let path = names.get(&function).and_then(|name| path(name)).unwrap_or_else(|| "other".to_owned());
            *sizes.entry(path).or_default() += size;
        }
        sizes
    }

    fn function_sizes(&self) -> Option<Vec<usize>> {
        let mut code = Bytes(self.code);
        (0..code.number()?).map(|_| code.sized().map(<[u8]>::len)).collect()
    }

    fn imported_functions(&self) -> Option<usize> {
        Some(imports(self.imports)?.iter().filter(|import| import.what.first() == Some(&0)).count())
    }

    fn function_names(&self) -> Option<BTreeMap<usize, &'a str>> {
        let mut names = Bytes(self.names);
        while let Some(kind) = names.byte() {
            let mut part = Bytes(names.sized()?);
            if kind == 1 {
                let count = part.number()?;
                return (0..count).map(|_| Some((part.number()?, std::str::from_utf8(part.sized()?).ok()?))).collect();
            }
        }
        None
    }
}

/// Something that a module gets from its host.
struct Import<'a> {
    module: &'a [u8],
    name: &'a [u8],
    /// Kind and type; the kind of functions is 0.
    what: &'a [u8],
}

fn imports(section: &[u8]) -> Option<Vec<Import<'_>>> {
    let mut bytes = Bytes(section);
    (0..bytes.number()?).map(|_| import(&mut bytes)).collect()
}

fn import<'a>(bytes: &mut Bytes<'a>) -> Option<Import<'a>> {
    let (module, name, before) = (bytes.sized()?, bytes.sized()?, bytes.0);
    match bytes.byte()? {
        0 => drop(bytes.number()?),
        1 => {
            bytes.byte()?;
            bytes.limits()?;
        }
        2 => bytes.limits()?,
        _ => drop(bytes.take(2)?),
    }
    Some(Import { module, name, what: before.get(..before.len() - bytes.0.len())? })
}

/// A module without what only debuggers read, and with other names for what it imports, where `rename` gives one.
pub fn lean(module: &[u8], mut rename: impl FnMut(&[u8]) -> Option<String>) -> Option<Vec<u8>> {
    let mut lean = module.get(..8)?.to_vec();
    let mut bytes = Bytes(module.strip_prefix(b"\0asm\x01\0\0\0")?);
    while let Some(kind) = bytes.byte() {
        let section = bytes.sized()?;
        if kind != 0 {
            lean.push(kind);
            let own = if kind == 2 { renamed(section, &mut rename)? } else { section.to_vec() };
            write_sized(&own, &mut lean);
        }
    }
    Some(lean)
}

fn renamed(section: &[u8], rename: &mut impl FnMut(&[u8]) -> Option<String>) -> Option<Vec<u8>> {
    let (imports, mut out) = (imports(section)?, Vec::new());
    write_number(imports.len(), &mut out);
    for import in imports {
        write_sized(import.module, &mut out);
        write_sized(rename(import.name).as_ref().map_or(import.name, String::as_bytes), &mut out);
        out.extend(import.what);
    }
    Some(out)
}

fn write_sized(bytes: &[u8], out: &mut Vec<u8>) {
    write_number(bytes.len(), out);
    out.extend(bytes);
}

fn write_number(mut number: usize, out: &mut Vec<u8>) {
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Crate and module of a mangled name: `silang_core::time` of `_ZN11silang_core4time4findE`.
fn path(name: &str) -> Option<String> {
    let mut rest = name.strip_prefix("_ZN")?;
    let mut next = || {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (part, after) = rest.get(digits..)?.split_at_checked(rest.get(..digits)?.parse().ok()?)?;
        rest = after;
        Some(part)
    };
    let first = next()?;
    // An implementation is named by its type: `_$LT$silang_core..facts..Facts$u20$as…`.
    let plain = first.trim_start_matches('_').replace("$LT$", "").replace("$RF$", "");
    let mut parts = plain.split(['$']).next()?.split("..");
    let own = parts.next()?.to_owned();
    let module = parts.next().map(str::to_owned).or_else(|| next().map(str::to_owned))?;
    Some(format!("{own}::{module}"))
}

#[cfg(test)]
mod tests {
    use super::{Module, lean, path};

    #[test]
    fn paths_of_functions_and_implementations() {
        assert_eq!(path("_ZN11silang_core4time4find17h0123456789abcdefE").as_deref(), Some("silang_core::time"));
        let of_type = "_ZN72_$LT$silang_core..facts..Facts$u20$as$u20$core..convert..From$LT$$RF$A$GT$$GT$4from17h0E";
        assert_eq!(path(of_type).as_deref(), Some("silang_core::facts"));
        assert_eq!(path("memcpy"), None);
    }

    #[test]
    fn what_is_no_module() {
        assert!(Module::read(b"text").is_none());
        assert!(Module::read(b"\0asm\x01\0\0\0").is_some_and(|module| module.by_path().is_empty()));
    }

    #[test]
    fn a_lean_module_has_short_imports_and_no_names() {
        let head = b"\0asm\x01\0\0\0";
        let imports = b"\x02\x12\x02\x01m\x06long_a\x00\x00\x01m\x01b\x00\x00";
        let names = b"\x00\x05\x04name";
        let code = b"\x0a\x01\x00";
        let module = [head, &imports[..], names, code].concat();
        let short = lean(&module, |name| name.starts_with(b"long").then(|| "_0".to_owned())).unwrap();
        let imports = b"\x02\x0e\x02\x01m\x02_0\x00\x00\x01m\x01b\x00\x00";
        assert_eq!(short, [head, &imports[..], code].concat());
        assert_eq!(Module::read(&module).and_then(|module| module.imported_functions()), Some(2));
        assert!(lean(b"text", |_| None).is_none());
    }
}
