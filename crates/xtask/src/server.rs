//! A small web server for this computer only, with the headers of the real site.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use tower_http::services::ServeDir;

use crate::content_hash;
use crate::failure::{Failure, Result};
use crate::headers;
use crate::say;
use crate::site;
use crate::workspace::Workspace;

/// How many ports are tried, from the first one on.
const PORTS_TRIED: u16 = 20;

/// Builds the site and serves it until the program is stopped.
pub fn serve(workspace: &Workspace, port: u16, open: bool) -> Result<()> {
    let folder = site::quick(workspace)?;
    let listener = listen(port)?;
    let address = address(&listener)?;
    println!("Evenhand is ready at {address}");
    println!("Nothing you open there leaves this computer. Press Ctrl-C to stop.");
    if open {
        open_browser(&address);
    }
    answer(&folder, listener)
}

/// Serves a folder in the background, on a free port, until the program ends; returns its address.
pub fn in_background(folder: &Path) -> Result<String> {
    let listener = bind(0).map_err(|error| Failure::Other(format!("no free port: {error}")))?;
    let address = address(&listener)?;
    let folder = folder.to_path_buf();
    std::thread::spawn(move || {
        if let Err(failure) = answer(&folder, listener) {
            eprintln!("error: the test server stopped: {failure}");
        }
    });
    Ok(address)
}

/// Answers requests for the files of a folder.
fn answer(folder: &Path, listener: TcpListener) -> Result<()> {
    let stopped = |error: io::Error| Failure::Other(format!("the web server stopped: {error}"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(stopped)?;
    runtime.block_on(async {
        listener.set_nonblocking(true).map_err(stopped)?;
        let listener = tokio::net::TcpListener::from_std(listener).map_err(stopped)?;
        axum::serve(listener, router(folder)).await.map_err(stopped)
    })
}

/// The files of a folder, compressed copies first, with the site's headers.
fn router(folder: &Path) -> Router {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    Router::new().fallback_service(files).layer(middleware::from_fn(with_headers))
}

async fn with_headers(request: Request, next: Next) -> Response {
    let for_ever = content_hash::is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    let for_ever = for_ever && response.status().is_success();
    let headers = response.headers_mut();
    for (name, value) in headers::fixed() {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
    let caching = if for_ever { headers::CACHE_FOR_EVER } else { headers::CACHE_CHECK };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    response
}

/// Takes the first free port from `first` on.
fn listen(first: u16) -> Result<TcpListener> {
    for port in first..first.saturating_add(PORTS_TRIED) {
        match bind(port) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                say::note(&format!("port {port} is in use, trying the next one"));
            }
            Err(error) => return Err(Failure::Other(format!("cannot listen on port {port}: {error}"))),
        }
    }
    Err(Failure::missing(
        format!("the {PORTS_TRIED} ports from {first} on are all in use"),
        "name another one: cargo xtask serve --port 9000",
    ))
}

fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
}

fn address(listener: &TcpListener) -> Result<String> {
    let address = listener.local_addr().map_err(|error| Failure::Other(format!("no address: {error}")))?;
    Ok(format!("http://{address}/"))
}

/// Asks the system to open an address; a system that cannot is no reason to stop.
fn open_browser(address: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(target_os = "windows") {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let started = Command::new(program)
        .args(arguments)
        .arg(address)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if started.is_err() {
        say::note("could not open a browser; open the address above in one");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    /// The head and body of the answer to a request, in lower case.
    fn get(address: &str, path: &str) -> String {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).expect("the server listens");
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).expect("the request is sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("the answer arrives");
        String::from_utf8_lossy(&answer).to_lowercase()
    }

    #[test]
    fn files_come_with_the_headers_of_the_site() {
        let folder = std::env::temp_dir().join(format!("evenhand-server-test-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        for (name, content) in [
            ("index.html", "<p>page"),
            ("page-af63dc4c8601ec8c.wasm", "raw"),
            ("page-af63dc4c8601ec8c.wasm.br", "short"),
            ("start-af63dc4c8601ec8c.js", "1"),
        ] {
            fs::write(folder.join(name), content).expect("a file");
        }
        let address = in_background(&folder).expect("a free port");
        let cases: [(&str, &[&str]); 4] = [
            ("/", &["200 ok", "content-type: text/html", "cache-control: no-cache", "\r\n\r\n<p>page"]),
            (
                "/page-af63dc4c8601ec8c.wasm",
                &[
                    "200 ok",
                    "content-type: application/wasm",
                    "content-encoding: br",
                    "immutable",
                    "\r\n\r\nshort",
                ],
            ),
            ("/start-af63dc4c8601ec8c.js", &["200 ok", "content-type: text/javascript", "nosniff"]),
            ("/gone-af63dc4c8601ec8c.js", &["404 not found", "cache-control: no-cache"]),
        ];
        for (path, expected) in cases {
            let answer = get(&address, path);
            assert!(answer.contains("content-security-policy: default-src 'none';"), "{path}: {answer}");
            for part in expected {
                assert!(answer.contains(part), "{path}: no {part} in {answer}");
            }
        }
        fs::remove_dir_all(&folder).expect("the folder goes");
    }

    #[test]
    fn a_port_in_use_is_passed_over() {
        let taken = bind(0).expect("some port is free");
        let port = taken.local_addr().expect("it has an address").port();
        let next = listen(port).expect("one of the next ports is free");
        assert_ne!(next.local_addr().expect("it has an address").port(), port);
    }
}
