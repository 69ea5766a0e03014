//! Structs and choices as bytes, by the names of their fields.

/// Structs cross field by field; a field that is forgotten here does not compile.
#[macro_export]
macro_rules! structs {
    ($($name:ident { $($field:ident),* })*) => {
        $(impl $crate::Wire for $name {
            fn put(&self, out: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($crate::Wire::put($field, out);)*
            }

            fn take(from: &mut $crate::Reader) -> Self {
                $(let $field = $crate::Wire::take(from);)*
                Self { $($field),* }
            }
        })*
    };
}

/// Plain choices cross as their number in this list; one that is forgotten here does not compile.
#[macro_export]
macro_rules! enums {
    ($($name:ident { $($choice:ident),* })*) => {
        $(impl $crate::Wire for $name {
            fn put(&self, out: &mut Vec<u8>) {
                match self { $(Self::$choice => $crate::Wire::put(&(Self::$choice as u64), out)),* }
            }

            fn take(from: &mut $crate::Reader) -> Self {
                const ALL: &[$name] = &[$($name::$choice),*];
                let number: usize = $crate::Wire::take(from);
                from.or(ALL.get(number).copied(), || ALL[0])
            }
        })*
    };
}

/// The same for what goes into the packs of sites, with a text that is another one as soon as any of it is.
macro_rules! kept_forms {
    (structs { $($structs:tt)* } enums { $($enums:tt)* }) => {
        structs! { $($structs)* }
        enums! { $($enums)* }
        pub(crate) const FORM: &str = stringify!($($structs)* $($enums)*);
    };
}
