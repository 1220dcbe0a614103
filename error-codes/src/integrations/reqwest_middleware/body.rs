//! A body of which the beginning has been read, put together again.

use crate::error::Error;
use crate::integrations::reqwest::End;
use ::reqwest::{Body, Response, ResponseBuilderExt};
use bytes::Bytes;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use http_body::{Frame, SizeHint};

/// What has been read of a body, and why no more.
pub(super) struct Beginning {
    pub(super) bytes: Vec<u8>,
    pub(super) end: ::reqwest::Result<End>,
}

/// Returns the response with its whole body: what has been read, and what is still to come. Status, version, headers,
/// extensions and address are the same; what it reports is one more extension.
pub(super) fn put_back(response: Response, read: Beginning, error: Option<Error>) -> Response {
    // The address of a response can only be given to a builder.
    let address = http::Response::builder().url(response.url().clone());
    let address = address.body(()).map(|carrier| carrier.into_parts().0);
    let (mut parts, unread) = http::Response::<Body>::from(response).into_parts();
    if let Ok(address) = address {
        parts.extensions.extend(address.extensions);
    }
    if let Some(error) = error {
        parts.extensions.insert(error);
    }
    let rest = match read.end {
        Ok(End::Complete) => Rest::Unread(Body::default()),
        Ok(End::Cut) => Rest::Unread(unread),
        Err(error) => Rest::Failed(Some(error)),
    };
    let body = Body::wrap(Whole {
        read: read.bytes.into(),
        rest,
    });
    Response::from(http::Response::from_parts(parts, body))
}

struct Whole {
    read: Bytes,
    rest: Rest,
}

enum Rest {
    Unread(Body),
    /// Until the error has been returned.
    Failed(Option<::reqwest::Error>),
}

impl http_body::Body for Whole {
    type Data = Bytes;
    type Error = ::reqwest::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, ::reqwest::Error>>> {
        if !self.read.is_empty() {
            let read = std::mem::take(&mut self.read);
            return Poll::Ready(Some(Ok(Frame::data(read))));
        }
        match &mut self.rest {
            Rest::Unread(body) => Poll::Ready(ready!(Pin::new(body).poll_frame(context))),
            Rest::Failed(error) => Poll::Ready(error.take().map(Err)),
        }
    }

    fn is_end_stream(&self) -> bool {
        let is_at_end = match &self.rest {
            Rest::Unread(body) => body.is_end_stream(),
            Rest::Failed(error) => error.is_none(),
        };
        self.read.is_empty() && is_at_end
    }

    fn size_hint(&self) -> SizeHint {
        let rest = match &self.rest {
            Rest::Unread(body) => body.size_hint(),
            Rest::Failed(_) => SizeHint::default(),
        };
        let read = self.read.len() as u64;
        let mut hint = SizeHint::new();
        hint.set_lower(rest.lower().saturating_add(read));
        if let Some(upper) = rest.upper() {
            hint.set_upper(upper.saturating_add(read));
        }
        hint
    }
}
