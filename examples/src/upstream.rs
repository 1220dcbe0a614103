//! A place where the gateway can send chats.

use crate::names;
use axum::http::HeaderValue;
use error_codes::Provider;
use error_codes::failover::Route;
use reqwest::Url;
use std::env;

/// A place where chats can be sent.
#[derive(Clone, Debug)]
pub struct Upstream {
    /// Whose responses it returns.
    pub provider: &'static Provider,
    /// The base of its address: `/v1/chat/completions` is added.
    pub url: String,
    /// What the model is called there; `None` for the name that the request has.
    pub model: Option<String>,
    /// The name of the key.
    pub key: String,
    /// The value of `Authorization`; `None` for the one that the request has.
    pub authorization: Option<HeaderValue>,
}

impl Upstream {
    /// Reads `ID=URL`, `ID=URL,model=NAME,key=VARIABLE`: the key is the value of an environment variable, so that no list of
    /// processes shows it.
    ///
    /// # Errors
    ///
    /// A text in one line that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parts = text.split(',');
        let address = parts.next().unwrap_or_default();
        let (id, url) = address
            .split_once('=')
            .ok_or_else(|| format!("`{address}` is not ID=URL"))?;
        let mut upstream = Upstream {
            provider: names::provider(id)?,
            url: checked(url)?,
            model: None,
            key: "only".to_owned(),
            authorization: None,
        };
        for part in parts {
            match part.split_once('=') {
                Some(("model", name)) => upstream.model = Some(name.to_owned()),
                Some(("key", variable)) => {
                    variable.clone_into(&mut upstream.key);
                    upstream.authorization = Some(bearer(variable)?);
                }
                _ => return Err(format!("`{part}` is neither model=NAME nor key=VARIABLE")),
            }
        }
        Ok(upstream)
    }

    /// Returns whether the failover cannot tell the two apart.
    #[must_use]
    pub fn is_same_route(&self, other: &Upstream) -> bool {
        self.route() == other.route()
    }

    /// Returns what the failover calls it. Where the request names the model, all models are one.
    pub(crate) fn route(&self) -> Route {
        let model = self.model.clone().unwrap_or_default();
        Route::new(self.provider.id(), model).with_key(self.key.clone())
    }
}

/// Returns an address without the `/` at its end.
fn checked(url: &str) -> Result<String, String> {
    match Url::parse(url).map(|parsed| parsed.scheme().to_owned()) {
        Ok(scheme) if scheme == "http" => Ok(url.trim_end_matches('/').to_owned()),
        Ok(scheme) if scheme == "https" => {
            Err(format!("`{url}`: this example is built without TLS"))
        }
        _ => Err(format!("`{url}` is not a valid address of a server")),
    }
}

/// Returns the header with the key in an environment variable.
fn bearer(variable: &str) -> Result<HeaderValue, String> {
    let key = env::var(variable)
        .map_err(|_| format!("the environment variable `{variable}` has no key"))?;
    let mut value = HeaderValue::try_from(format!("Bearer {key}"))
        .map_err(|_| format!("the key in `{variable}` is not a valid value of a header"))?;
    value.set_sensitive(true);
    Ok(value)
}
