//! A server on a port of this machine.

use axum::Router;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

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
    task: JoinHandle<io::Result<()>>,
}

impl Server {
    /// Starts a server on a port of this machine; with port 0, on a free one.
    ///
    /// # Errors
    ///
    /// Those of opening the port.
    pub async fn start(router: Router, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(async move { axum::serve(listener, router).await });
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
