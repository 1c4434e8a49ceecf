"""What stands before every page: the name it is called by, limits, headers, a line in the log, figures.

Plain ASGI: it never holds an answer back, and bodies are counted as they come.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Mapping
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from mahdar.web import metrics
from mahdar.web.guarding import refusal
from mahdar.web.limits import Buckets
from mahdar.web.plain import json_bytes
from mahdar.web.problems import problem

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from mahdar.web.settings import Settings

LOG = logging.getLogger("mahdar.web")
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
ROUTE = "mahdar.route"  # in the scope: the pattern of the address, for the log
_FREE = ("/health", "/ready", "/metrics", "/static/")  # not counted against a client
_MANY = 1_000_000  # bytes of anything but an upload


class _TooLargeError(Exception):
    """More bytes came than are taken."""


class Front:
    """Wraps the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._buckets = Buckets(settings.rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = _Request(scope, send, self._settings)
        headers = {key.decode("latin-1"): value.decode("latin-1") for key, value in scope["headers"]}
        turned = self._turned_away(scope, headers)
        try:
            if turned is not None:
                await turned(scope, receive, request.send)
            else:
                await self._app(scope, _counted(receive, self._most(headers)), request.send)
        except _TooLargeError:
            if not request.status:
                await _problem(scope, 413, "More bytes than are taken.")(scope, receive, request.send)
        finally:
            request.finish()

    def _turned_away(self, scope: Scope, headers: Mapping[str, str]) -> Response | None:
        path = scope["path"]
        free = path.startswith(_FREE)
        why = refusal(self._settings, headers)
        if why and not free:
            return _problem(scope, 421, why)
        length = headers.get("content-length", "0")
        if length.isdecimal() and int(length) > self._most(headers):
            return _problem(scope, 413, "More bytes than are taken.")
        wait = 0.0 if free else self._buckets.take(client_of(scope, headers, self._settings))
        if wait:
            return _problem(scope, 429, "More requests than one client may make.", {"Retry-After": str(int(wait) + 1)})
        return None

    def _most(self, headers: Mapping[str, str]) -> int:
        return self._settings.upload if headers.get("content-type", "").startswith("multipart/") else _MANY * 3


def _standing(path: str) -> str:
    """What has no pattern of its own: health and figures as they are, everything else under one name."""
    return path if path in _FREE else "/static" if path.startswith("/static/") else "(other)"


def client_of(scope: Scope, headers: Mapping[str, str], settings: Settings) -> str:
    """Whose requests are counted together: the address that the proxy names last, or that of the connection."""
    if settings.origin and "x-forwarded-for" in headers:
        return headers["x-forwarded-for"].rpartition(",")[2].strip()
    return str((scope.get("client") or ("",))[0])


def _problem(scope: Scope, status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    body = json_bytes(problem(status, detail, scope["path"]))
    return Response(body, status, dict(headers or {}), "application/problem+json")


def _counted(receive: Receive, most: int) -> Receive:
    came = 0

    async def receiving() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            raise _TooLargeError
        return message

    return receiving


class _Request:
    """One request on its way: what is added to its answer, and what is told of it afterwards."""

    def __init__(self, scope: Scope, send: Send, settings: Settings) -> None:
        self._scope, self._send, self._settings = scope, send, settings
        self._began = time.perf_counter()
        self._id = token_hex(8)
        self.status = 0
        metrics.begin()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            added = {**HEADERS, "x-request-id": self._id}
            if self._settings.secure:
                added["strict-transport-security"] = "max-age=31536000"
            if self._settings.secure or not self._settings.accounts:  # browsers heed it on https and loopback alone
                added["cross-origin-opener-policy"] = "same-origin"
            message["headers"] = [*message["headers"], *((k.encode(), v.encode()) for k, v in added.items())]
        await self._send(message)

    def finish(self) -> None:
        """Count it and log it: the route, never the query or what was sent."""
        seconds = time.perf_counter() - self._began
        route: Any = self._scope.get("route")
        path = self._scope.get(ROUTE) or getattr(route, "path", "") or _standing(self._scope["path"])
        metrics.finish(self._scope["method"], path, self.status, seconds)
        if self._settings.log:
            LOG.info(
                json.dumps(
                    {
                        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
                        "level": "error" if self.status >= 500 else "info",
                        "request": self._id,
                        "method": self._scope["method"],
                        "route": path,
                        "status": self.status,
                        "ms": round(seconds * 1000, 1),
                        "who": self._scope.get("state", {}).get("who", ""),
                    }
                )
            )
