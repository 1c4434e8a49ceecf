"""What uvicorn starts in each worker process, and how `mahdar serve` starts uvicorn."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from typing import TYPE_CHECKING

from mahdar.web.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

_GRACE = 20  # seconds that requests under way are given when the server stops
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
        uvicorn.run(
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
