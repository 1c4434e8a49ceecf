"""What uvicorn starts in each worker process, and how `mahdar serve` starts uvicorn."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mahdar.web.settings import Settings

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

_GRACE = 20  # seconds that requests under way are given when the server stops
_NOT_STARTED = 1  # exit status
_KEPT = 75  # seconds that a connection is kept for the next request, longer than proxies keep theirs


def worker() -> FastAPI:
    """The application of one worker, by the settings that the first process left."""
    from mahdar.web.app import create_app

    log_as_json()
    return create_app(Settings.from_environment())


def log_as_json() -> None:
    """Lines of JSON on standard error, one for a request; nothing of what was asked or sent."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log = logging.getLogger("mahdar.web")
    log.handlers, log.propagate = [handler], False
    log.setLevel(logging.INFO)


def listen(settings: Settings) -> list[socket.socket]:
    """Sockets on every address of the host, bound and not yet listening. Raises OSError where one cannot be had."""
    wanted = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    made: list[socket.socket] = []
    try:
        for family, kind, protocol, _, address in dict.fromkeys(wanted):
            made.append(_bound(socket.socket(family, kind, protocol), address))
    except OSError:
        for each in made:
            each.close()
        raise
    return made


def _bound(made: socket.socket, address: tuple[int, bytes] | tuple[str | int, ...]) -> socket.socket:
    """A socket bound to an address.

    uvicorn's own way to share a socket leaves Nagle's algorithm on: small answers would wait 40 milliseconds for an
    acknowledgement. What accepts hands the option on.
    """
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if made.family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind(address)
    except OSError:
        made.close()
        raise
    made.set_inheritable(True)
    return made


def serve(settings: Settings, listening: Sequence[socket.socket]) -> None:
    """Serve on these sockets until told to stop; requests under way are answered first."""
    import uvicorn

    settings.to_environment()
    with tempfile.TemporaryDirectory(prefix="mahdar-figures-") as folder:
        if settings.workers > 1:
            os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", folder)
        config = uvicorn.Config(
            "mahdar.web.serving:worker",
            factory=True,
            host=settings.host,
            port=settings.port,
            workers=settings.workers,
            access_log=False,
            log_level="warning",
            server_header=False,
            date_header=True,
            proxy_headers=False,
            timeout_keep_alive=_KEPT,
            timeout_graceful_shutdown=_GRACE,
        )
        _run(config, list(listening))


def _run(config: uvicorn.Config, listening: list[socket.socket]) -> None:
    """One process, or one that watches over the workers."""
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    if config.workers > 1:
        Multiprocess(config, sockets=listening).run()
        return
    server = uvicorn.Server(config)
    for told in (signal.SIGINT, signal.SIGTERM):  # uvicorn heeds them, and raises them once more when it has stopped
        signal.signal(told, lambda *_: None)
    try:
        server.run(sockets=listening)
    except SystemExit:  # its own status, 3
        server.started = False
    if not server.started:
        sys.exit(_NOT_STARTED)
