//! Serves the built site at 127.0.0.1, under its base path, the way GitHub Pages would.
//!
//! Only reading is offered. Nothing is compressed or cached, so that what is seen is always what
//! `dist/` holds.

use std::fs;
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::failure::Failure;
use crate::http::{self, Answer};

/// How long an idle connection is kept. Browsers close theirs earlier or open a new one.
const IDLE: Duration = Duration::from_secs(30);

/// The longest request line or header that is read; browsers stay far below.
const LONGEST_LINE: u64 = 16 * 1024;

/// A bound port and what is served there.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    site: Arc<Site>,
}

struct Site {
    dist: PathBuf,
    base: String,
}

/// Status line, headers and body of one answer.
struct Response {
    status: &'static str,
    content_type: &'static str,
    location: Option<String>,
    body: Vec<u8>,
}

impl Server {
    /// Takes a port; 0 takes any free one. The base path begins and ends with a slash.
    pub fn bind(dist: PathBuf, base: &str, port: u16) -> Result<Self, Failure> {
        let doing = || format!("listen at 127.0.0.1:{port}");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|source| {
            if source.kind() == ErrorKind::AddrInUse {
                Failure::PortTaken(port)
            } else {
                Failure::Io { doing: doing(), source }
            }
        })?;
        let address = listener.local_addr().map_err(Failure::io(doing()))?;
        Ok(Self { listener, address, site: Arc::new(Site { dist, base: base.to_owned() }) })
    }

    /// The address of the home page, such as `http://127.0.0.1:8080/tinhso/`.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.address, self.site.base)
    }

    /// Serves for as long as the program runs.
    pub fn run(&self) {
        for stream in self.listener.incoming().flatten() {
            let site = Arc::clone(&self.site);
            // A visitor who hangs up in the middle of an answer concerns nobody else.
            thread::spawn(move || site.converse(&stream).unwrap_or_default());
        }
    }

    /// Serves from a thread of its own; returns the address.
    pub fn run_in_background(self) -> String {
        let address = self.address();
        thread::spawn(move || self.run());
        address
    }
}

impl Site {
    /// Answers one connection's requests until it is closed or idle.
    fn converse(&self, stream: &TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(IDLE))?;
        stream.set_nodelay(true)?;
        let mut reader = BufReader::new(stream);
        while let Some(request) = read_line(&mut reader)? {
            let mut closing = false;
            while let Some(header) = read_line(&mut reader)?.filter(|line| !line.is_empty()) {
                let header = header.to_ascii_lowercase();
                closing |= header.starts_with("connection:") && header.contains("close");
                // Bodies are not read: what follows one cannot be told from a request.
                closing |=
                    header.starts_with("content-length:") || header.starts_with("transfer-enc");
            }
            let mut words = request.split(' ');
            let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
            let response = match method {
                "GET" | "HEAD" => self.respond(target),
                _ => Response::text("405 Method Not Allowed", "Only GET and HEAD.\n".to_owned()),
            };
            response.send(stream, method == "HEAD", closing)?;
            if closing {
                break;
            }
        }
        Ok(())
    }

    fn respond(&self, target: &str) -> Response {
        match http::resolve(&self.dist, &self.base, target) {
            Answer::File(file) => match fs::read(&file) {
                Ok(body) => Response {
                    status: "200 OK",
                    content_type: http::content_type(&file),
                    location: None,
                    body,
                },
                Err(_) => self.not_found(),
            },
            Answer::Redirect(to) => Response {
                location: Some(to),
                ..Response::text("301 Moved Permanently", String::new())
            },
            Answer::NotFound => self.not_found(),
            Answer::Outside => Response::text(
                "404 Not Found",
                format!("This server has only what is under {}\n", self.base),
            ),
        }
    }

    fn not_found(&self) -> Response {
        let status = "404 Not Found";
        match fs::read(self.dist.join("404.html")) {
            Ok(body) => {
                Response { status, content_type: "text/html; charset=utf-8", location: None, body }
            }
            Err(_) => Response::text(status, "Not found, and dist/ has no 404.html.\n".to_owned()),
        }
    }
}

impl Response {
    fn text(status: &'static str, body: String) -> Self {
        let content_type = "text/plain; charset=utf-8";
        Self { status, content_type, location: None, body: body.into_bytes() }
    }

    fn send(&self, mut stream: &TcpStream, is_head: bool, closing: bool) -> io::Result<()> {
        let mut bytes = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\nConnection: {}\r\n",
            self.status,
            self.content_type,
            self.body.len(),
            if closing { "close" } else { "keep-alive" },
        );
        if let Some(location) = &self.location {
            bytes.extend(["Location: ", location, "\r\n"]);
        }
        bytes += "\r\n";
        let mut bytes = bytes.into_bytes();
        if !is_head {
            bytes.extend_from_slice(&self.body);
        }
        stream.write_all(&bytes)
    }
}

/// One line without its end; `None` when the connection has ended. Control characters are
/// dropped: a target is repeated in redirects, and must not smuggle in a header.
fn read_line(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    io::Read::take(&mut *reader, LONGEST_LINE).read_until(b'\n', &mut bytes)?;
    if bytes.last() != Some(&b'\n') {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(Some(text.chars().filter(|c| !c.is_control()).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn ask(address: &str, request: &str) -> io::Result<String> {
        let host = address.trim_start_matches("http://").split('/').next().unwrap_or("");
        let mut stream = TcpStream::connect(host)?;
        stream.write_all(request.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    fn served(name: &str) -> Result<(PathBuf, String), Failure> {
        let dist = std::env::temp_dir().join(format!("tinhso-{name}-{}", std::process::id()));
        fs::create_dir_all(dist.join("a")).map_err(Failure::io("create a folder"))?;
        for (file, text) in [("index.html", "home"), ("404.html", "lost"), ("a/index.html", "a")] {
            fs::write(dist.join(file), text).map_err(Failure::io("write a file"))?;
        }
        let address = Server::bind(dist.clone(), "/x/", 0)?.run_in_background();
        Ok((dist, address))
    }

    #[test]
    fn a_connection_carries_several_requests() -> Result<(), Failure> {
        let (dist, address) = served("several")?;
        let requests = "GET /x/ HTTP/1.1\r\nHost: h\r\n\r\nHEAD /x/none HTTP/1.1\r\n\r\n\
                        GET /x/a HTTP/1.1\r\nConnection: close\r\n\r\n";
        let answers = ask(&address, requests).map_err(Failure::io("ask"))?;
        fs::remove_dir_all(dist).map_err(Failure::io("remove a folder"))?;
        let (first, rest) = answers.split_once("\r\n\r\nhome").unwrap_or_default();
        assert!(first.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html"), "{answers}");
        assert!(rest.starts_with("HTTP/1.1 404 Not Found\r\n"), "{answers}");
        assert!(rest.contains("Content-Length: 4\r\n") && !rest.contains("lost"), "{answers}");
        assert!(rest.ends_with("Connection: close\r\nLocation: /x/a/\r\n\r\n"), "{answers}");
        Ok(())
    }

    #[test]
    fn what_is_missing_shows_the_sites_own_page() -> Result<(), Failure> {
        let (dist, address) = served("missing")?;
        let get = |path: &str| {
            ask(&address, &format!("GET {path} HTTP/1.1\r\nConnection: close\r\n\r\n"))
        };
        let lost = get("/x/b/").map_err(Failure::io("ask"))?;
        let outside = get("/").map_err(Failure::io("ask"))?;
        let post = ask(&address, "POST /x/ HTTP/1.1\r\nContent-Length: 0\r\n\r\n");
        fs::remove_dir_all(dist).map_err(Failure::io("remove a folder"))?;
        assert!(lost.starts_with("HTTP/1.1 404 Not Found") && lost.ends_with("\r\n\r\nlost"));
        assert!(outside.starts_with("HTTP/1.1 404 Not Found") && outside.contains("under /x/"));
        assert!(post.is_ok_and(|answer| answer.starts_with("HTTP/1.1 405 ")));
        Ok(())
    }

    #[test]
    fn a_taken_port_is_reported_as_such() -> Result<(), Failure> {
        let first = Server::bind(PathBuf::new(), "/", 0)?;
        let second = Server::bind(PathBuf::new(), "/", first.address.port());
        assert!(
            matches!(second.err(), Some(Failure::PortTaken(port)) if port == first.address.port())
        );
        Ok(())
    }
}
