//! What everything is made of: numbers, text, lists.

use std::rc::Rc;

use crate::{Bytes, Reader, Wire};

impl Wire for u64 {
    fn put(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }

    fn take(from: &mut Reader) -> Self {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = from.bytes(1).first().copied().unwrap_or_default();
            let part = Self::from(byte & 0x7f).checked_shl(shift);
            value |= from.or_broken(part);
            shift += 7;
            if byte < 0x80 {
                return value;
            }
        }
    }
}

impl Wire for usize {
    fn put(&self, out: &mut Vec<u8>) {
        (*self as u64).put(out);
    }

    fn take(from: &mut Reader) -> Self {
        let value = u64::take(from).try_into().ok();
        from.or_broken(value)
    }
}

impl Wire for u32 {
    fn put(&self, out: &mut Vec<u8>) {
        u64::from(*self).put(out);
    }

    fn take(from: &mut Reader) -> Self {
        let value = u64::take(from).try_into().ok();
        from.or_broken(value)
    }
}

impl Wire for i64 {
    fn put(&self, out: &mut Vec<u8>) {
        self.cast_unsigned().put(out);
    }

    fn take(from: &mut Reader) -> Self {
        u64::take(from).cast_signed()
    }
}

impl Wire for f64 {
    fn put(&self, out: &mut Vec<u8>) {
        self.to_bits().put(out);
    }

    fn take(from: &mut Reader) -> Self {
        Self::from_bits(u64::take(from))
    }
}

impl Wire for bool {
    fn put(&self, out: &mut Vec<u8>) {
        u64::from(*self).put(out);
    }

    fn take(from: &mut Reader) -> Self {
        u64::take(from) == 1
    }
}

impl Wire for String {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn take(from: &mut Reader) -> Self {
        let length = usize::take(from);
        let text = std::str::from_utf8(from.bytes(length)).ok();
        from.or_broken(text).to_owned()
    }
}

impl Wire for Rc<str> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn take(from: &mut Reader) -> Self {
        String::take(from).into()
    }
}

impl Wire for Bytes {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.len().put(out);
        out.extend_from_slice(&self.0);
    }

    fn take(from: &mut Reader) -> Self {
        let length = usize::take(from);
        Self(from.bytes(length).to_vec())
    }
}

impl Wire for f32 {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn take(from: &mut Reader) -> Self {
        let bytes = from.bytes(4).try_into().ok();
        Self::from_le_bytes(from.or_broken(bytes))
    }
}

impl Wire for i32 {
    fn put(&self, out: &mut Vec<u8>) {
        i64::from(*self).put(out);
    }

    fn take(from: &mut Reader) -> Self {
        let value = i64::take(from).try_into().ok();
        from.or_broken(value)
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        for value in self {
            value.put(out);
        }
    }

    fn take(from: &mut Reader) -> Self {
        let length = usize::take(from);
        let mut values = Self::new();
        for _ in 0..length {
            values.push(T::take(from));
            if from.broken {
                break;
            }
        }
        values
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(from: &mut Reader) -> Self {
        if bool::take(from) { Some(T::take(from)) } else { None }
    }
}

impl<T: Wire, U: Wire> Wire for (T, U) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(from: &mut Reader) -> Self {
        (T::take(from), U::take(from))
    }
}
