"""Running the server: over standard input and output, or over streamable HTTP on loopback."""

from __future__ import annotations

import logging
import os
import signal
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

INTERRUPTED = 130
HOST, PATH = "127.0.0.1", "/mcp"
_MOST = 2_000_000  # bytes of one request: six accounts to compare, every letter escaped
_GRACE = 10  # seconds that requests under way are given when the server stops


def listen(port: int) -> socket.socket:
    """A socket on loopback; 0 is any port that is free. Raises OSError where the port is taken."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((HOST, port))
    except OSError:
        made.close()
        raise
    return made


def serve_stdio(server: MCPServer[Any]) -> None:
    """Serve one client until it closes standard input; an interruption ends the process with 130."""
    # The thread that waits for a line cannot be woken, so a KeyboardInterrupt would wait for the client's next word.
    # Nothing is lost by leaving at once: all that is open is only read.
    before = signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    try:
        server.run("stdio")
    finally:
        signal.signal(signal.SIGINT, before)


def serve_http(server: MCPServer[Any], listening: socket.socket) -> None:
    """Serve on a socket until told to stop; only requests that name this machine are answered.

    Each request stands alone: no session is kept, and any number of clients may ask.
    """
    import anyio
    import uvicorn

    app = server.streamable_http_app(
        streamable_http_path=PATH, host=HOST, json_response=True, stateless_http=True, max_request_body_size=_MOST
    )
    logging.getLogger("mcp").setLevel(logging.WARNING)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=_GRACE
    )
    signal.signal(signal.SIGTERM, lambda *_: None)  # uvicorn heeds it, and raises it once more when it has stopped
    with suppress(KeyboardInterrupt):  # likewise, once requests under way have been answered
        anyio.run(lambda: uvicorn.Server(config).serve(sockets=[listening]))
