//! What was sent: texts that are borrowed from the response, or copies of them.

use std::borrow::Cow;

/// The texts of an error. Nearly always all of them stand in the response as they are; if one does not, all share a box.
#[derive(Clone)]
pub(super) enum Texts<'a> {
    Borrowed {
        code: Option<&'a str>,
        error_type: Option<&'a str>,
        message: Option<&'a str>,
        request_id: Option<&'a str>,
        body: &'a [u8],
    },
    Boxed(Box<Sent<'a>>),
}

/// What was sent.
#[derive(Clone)]
pub(crate) struct Sent<'a> {
    pub(crate) code: Option<Cow<'a, str>>,
    pub(crate) error_type: Option<Cow<'a, str>>,
    pub(crate) message: Option<Cow<'a, str>>,
    pub(crate) request_id: Option<Cow<'a, str>>,
    pub(crate) body: Cow<'a, [u8]>,
}

impl<'a> From<Sent<'a>> for Texts<'a> {
    fn from(sent: Sent<'a>) -> Self {
        // A text that is missing, or where it stands in the response.
        let borrowed = |text: &Option<Cow<'a, str>>| match text {
            None => Some(None),
            Some(Cow::Borrowed(text)) => Some(Some(*text)),
            Some(Cow::Owned(_)) => None,
        };
        let all = || {
            let Cow::Borrowed(body) = sent.body else {
                return None;
            };
            Some(Texts::Borrowed {
                code: borrowed(&sent.code)?,
                error_type: borrowed(&sent.error_type)?,
                message: borrowed(&sent.message)?,
                request_id: borrowed(&sent.request_id)?,
                body,
            })
        };
        all().unwrap_or_else(|| Texts::Boxed(Box::new(sent)))
    }
}

impl Texts<'_> {
    pub(super) fn code(&self) -> Option<&str> {
        match self {
            Texts::Borrowed { code, .. } => *code,
            Texts::Boxed(sent) => sent.code.as_deref(),
        }
    }

    pub(super) fn error_type(&self) -> Option<&str> {
        match self {
            Texts::Borrowed { error_type, .. } => *error_type,
            Texts::Boxed(sent) => sent.error_type.as_deref(),
        }
    }

    pub(super) fn message(&self) -> Option<&str> {
        match self {
            Texts::Borrowed { message, .. } => *message,
            Texts::Boxed(sent) => sent.message.as_deref(),
        }
    }

    pub(super) fn request_id(&self) -> Option<&str> {
        match self {
            Texts::Borrowed { request_id, .. } => *request_id,
            Texts::Boxed(sent) => sent.request_id.as_deref(),
        }
    }

    pub(super) fn body(&self) -> &[u8] {
        match self {
            Texts::Borrowed { body, .. } => body,
            Texts::Boxed(sent) => &sent.body,
        }
    }

    /// Returns the same texts without borrowing, and another body if there is one.
    pub(super) fn into_owned(self, body: Option<Vec<u8>>) -> Texts<'static> {
        fn owned(text: Option<Cow<'_, str>>) -> Option<Cow<'static, str>> {
            text.map(|text| Cow::Owned(text.into_owned()))
        }
        let sent = match self {
            Texts::Borrowed {
                code,
                error_type,
                message,
                request_id,
                body,
            } => Sent {
                code: code.map(Cow::Borrowed),
                error_type: error_type.map(Cow::Borrowed),
                message: message.map(Cow::Borrowed),
                request_id: request_id.map(Cow::Borrowed),
                body: Cow::Borrowed(body),
            },
            Texts::Boxed(sent) => *sent,
        };
        Texts::Boxed(Box::new(Sent {
            code: owned(sent.code),
            error_type: owned(sent.error_type),
            message: owned(sent.message),
            request_id: owned(sent.request_id),
            body: Cow::Owned(body.unwrap_or_else(|| sent.body.into_owned())),
        }))
    }
}
