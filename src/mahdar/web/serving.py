"""What uvicorn starts in each worker process, and how `mahdar serve` starts uvicorn."""

from __future__ import annotations

import logging
import os
import socket
import sys
import tempfile
from typing import TYPE_CHECKING

from mahdar.web.settings import Settings

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

_GRACE = 20  # seconds that requests under way are given when the server stops
_NOT_STARTED = 3  # exit status, as uvicorn's own
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


def serve(settings: Settings) -> None:
    """Serve until told to stop; requests under way are answered first."""
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
        _run(config)


def _run(config: uvicorn.Config) -> None:
    """One process, or one that watches over the workers.

    uvicorn lets workers share a socket that it opens without a protocol, which asyncio takes for none of TCP: small
    answers would wait 40 milliseconds for an acknowledgement (Nagle's algorithm). What accepts hands the option on.
    """
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    if config.workers == 1:
        server = uvicorn.Server(config)
        server.run()
        if not server.started:
            sys.exit(_NOT_STARTED)
        return
    shared = config.bind_socket()
    shared.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    Multiprocess(config, sockets=[shared]).run()
