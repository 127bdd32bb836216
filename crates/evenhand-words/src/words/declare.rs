//! The macro that declares a group of labels with both languages side by side.

/// Declares a struct of labels with the constants `EN` and `ZH`.
/// A line is `name = english, chinese;`, or `name: Type = english, chinese;` for a label of several parts.
/// The English text serves as the documentation of the field.
macro_rules! words {
    (@ty) => { &'static str };
    (@ty $ty:ty) => { $ty };
    ($(#[$meta:meta])* pub struct $group:ident {
        $($field:ident $(: $ty:ty)? = $en:expr, $zh:expr;)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $group {
            $(#[doc = concat!("`", stringify!($en), "`")] pub $field: words!(@ty $($ty)?),)*
        }

        impl $group {
            /// In English.
            pub const EN: Self = Self { $($field: $en,)* };
            /// In Simplified Chinese.
            pub const ZH: Self = Self { $($field: $zh,)* };
        }

        #[cfg(test)]
        impl $crate::words::declare::Texts for $group {
            fn collect(&self, into: &mut Vec<&'static str>) {
                $($crate::words::declare::Texts::collect(&self.$field, into);)*
            }
        }
    };
}

/// Collects every text of a group, so that tests see labels that are added later.
#[cfg(test)]
pub(crate) trait Texts {
    /// Appends the texts in the order of the fields.
    fn collect(&self, into: &mut Vec<&'static str>);
}

#[cfg(test)]
impl Texts for &'static str {
    fn collect(&self, into: &mut Vec<&'static str>) {
        into.push(self);
    }
}
