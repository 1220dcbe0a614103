//! Texts of a table: part of the program where the macro wrote them, owned where the table was built at run time.

use std::borrow::Cow;

pub(super) type Text = Cow<'static, str>;

/// A list of texts.
#[derive(Clone, Debug)]
pub(super) enum Texts {
    Static(&'static [&'static str]),
    Owned(Vec<Text>),
}

impl Texts {
    pub(super) const NONE: Self = Texts::Static(&[]);

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        let (fixed, owned) = match self {
            Texts::Static(texts) => (*texts, &[][..]),
            Texts::Owned(texts) => (&[][..], &texts[..]),
        };
        fixed.iter().copied().chain(owned.iter().map(AsRef::as_ref))
    }

    /// Returns the first, in constants too.
    pub(super) const fn first(&self) -> Option<&str> {
        match self {
            Texts::Static([first, ..]) => Some(first),
            Texts::Owned(texts) => as_str(texts.as_slice().first()),
            Texts::Static([]) => None,
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.first().is_none()
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Texts {}

impl<T: Into<Text>> FromIterator<T> for Texts {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> Self {
        Texts::Owned(texts.into_iter().map(Into::into).collect())
    }
}

/// `as_deref` for constants.
pub(super) const fn as_str(text: Option<&Text>) -> Option<&str> {
    match text {
        Some(Cow::Borrowed(text)) => Some(text),
        Some(Cow::Owned(text)) => Some(text.as_str()),
        None => None,
    }
}

/// `Cow::Borrowed` for an optional text in constants.
pub(super) const fn borrowed(text: Option<&'static str>) -> Option<Text> {
    match text {
        Some(text) => Some(Cow::Borrowed(text)),
        None => None,
    }
}
