//! A server on a port of this machine, with limits on what a client may send and on how long it may take.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::StatusCode;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{sleep, timeout};

/// How long a client may take for the head of a request, and how long a connection may be idle.
const HEAD_TIME: Duration = Duration::from_secs(30);

/// The size of the largest head, in bytes.
const HEAD_LIMIT: usize = 64 * 1024;

/// How long a client may take for the body of a request.
const BODY_TIME: Duration = Duration::from_secs(30);

/// The size of the largest body, in bytes. Requests with images are large.
pub(crate) const BODY_LIMIT: usize = 16 * 1024 * 1024;

/// How many connections are open at a time; further ones wait.
const CONNECTION_LIMIT: usize = 4096;

/// Creates a client of servers on this machine, which it calls directly, whatever proxy the network has.
///
/// # Errors
///
/// Those of building an HTTP client.
pub fn client() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().no_proxy().build()
}

/// A running server. It stops when this is dropped.
pub struct Server {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Server {
    /// Starts a server on a port of this machine; with port 0, on a free one.
    ///
    /// # Errors
    ///
    /// Those of opening the port, with its number.
    pub async fn start(router: Router, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
        let listener = listener.map_err(|error| cannot_listen(port, &error))?;
        let address = listener.local_addr()?;
        let router = router.layer(DefaultBodyLimit::max(BODY_LIMIT));
        let task = tokio::spawn(accept(listener, router));
        Ok(Server { address, task })
    }

    /// Returns its address: `http://127.0.0.1:49152`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stays up until it is interrupted with Ctrl-C.
    ///
    /// # Errors
    ///
    /// Those of waiting for that signal.
    pub async fn serve(self) -> io::Result<()> {
        tokio::signal::ctrl_c().await
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn cannot_listen(port: u16, error: &io::Error) -> io::Error {
    let why = match error.kind() {
        io::ErrorKind::AddrInUse => "it is in use".to_owned(),
        _ => error.to_string(),
    };
    io::Error::new(error.kind(), format!("cannot listen on port {port}: {why}"))
}

/// Accepts connections. They end with the task, because the set is dropped.
async fn accept(listener: TcpListener, router: Router) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept(), if connections.len() < CONNECTION_LIMIT => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(connection(stream, router.clone()));
                }
                // Usually there are too many open files, and some will be closed.
                Err(_) => sleep(Duration::from_secs(1)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn connection(stream: TcpStream, router: Router) {
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_header_size(HEAD_LIMIT)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router))
        .await;
    // A client that hangs up or takes too long is its own business.
    drop(served);
}

/// Reads the body of a request.
///
/// # Errors
///
/// The status code that says why it cannot be read: it is too long, takes too long, or breaks off.
pub(crate) async fn read_body(request: Request) -> Result<Bytes, StatusCode> {
    match timeout(BODY_TIME, Bytes::from_request(request, &())).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(rejection)) => Err(rejection.status()),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
    }
}
