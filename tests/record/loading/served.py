"""A small site on this machine's loopback address, which answers as a test says and remembers what it was asked."""

from __future__ import annotations

import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Answer:
    """A status, content and headers; `write` sends the rest itself, for answers that are broken on purpose."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    write: Callable[[BufferedIOBase], None] | None = None


@dataclass
class Site:
    """Path -> its answers, one after another, the last one for ever; what was asked, with its headers."""

    address: str
    pages: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def put(self, path: str, *answers: Answer | bytes) -> str:
        """Its address."""
        self.pages[path] = [each if isinstance(each, Answer) else Answer(each) for each in answers]
        return self.address + path

    def times(self, path: str) -> int:
        return sum(asked == path for asked, _ in self.asked)


def redirect(to: str, status: int = 302) -> Answer:
    return Answer(status=status, headers={"Location": to})


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A certificate for a name, vouched for by itself, and its key. Skips the test where it cannot be made."""
    paths = folder / "certificate.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={name}", "-days", "1"]
    files = ["-addext", f"subjectAltName=DNS:{name}", "-out", str(paths[0]), "-keyout", str(paths[1])]
    try:
        subprocess.run([*command, *files], check=True, capture_output=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("openssl is not there to make a certificate")
    return paths


@contextmanager
def serving(host: str = "127.0.0.1", secret: tuple[Path, Path] | None = None) -> Iterator[Site]:
    """The site while it answers; with a certificate and its key, by https."""
    site = Site("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            site.asked.append((path, dict(self.headers.items())))
            answers = site.pages.get(path, [Answer(b"nothing here", 404)])
            _send(self, answers.pop(0) if len(answers) > 1 else answers[0])

        def log_message(self, *args: object) -> None:
            """Tests print nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *args: object) -> None:
            """A client that breaks off is what some tests are about."""

    with Server((host, 0), Handler) as server:
        site.address = f"{'https' if secret else 'http'}://{host}:{server.server_address[1]}"
        if secret:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*secret)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


def _send(handler: BaseHTTPRequestHandler, answer: Answer) -> None:
    etag = answer.headers.get("ETag")
    if etag and handler.headers.get("If-None-Match") == etag:
        handler.send_response(304)
        handler.end_headers()
        return
    handler.send_response(answer.status)
    for name, value in answer.headers.items():
        handler.send_header(name, value)
    if answer.write is None and "Content-Length" not in answer.headers:
        handler.send_header("Content-Length", str(len(answer.body)))
    handler.end_headers()
    handler.wfile.write(answer.body)
    if answer.write is not None:
        handler.wfile.flush()
        answer.write(handler.wfile)
