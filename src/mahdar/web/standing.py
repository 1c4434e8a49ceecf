"""What every server needs: health, readiness, figures, static files, and the work that goes on behind the pages."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING, cast

import sqlalchemy as sa
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from mahdar.web import metrics
from mahdar.web.answering import kept_data, values
from mahdar.web.asking import Ask, set_current
from mahdar.web.catalogue import all_pages
from mahdar.web.front import LOG
from mahdar.web.guarding import who
from mahdar.web.pages import Page
from mahdar.web.people.model import local
from mahdar.web.showing import Show
from mahdar.web.wording import LANGUAGES

if TYPE_CHECKING:
    from mahdar.web.state import State

_COLD = 3.0  # seconds after the start of a worker
_BREATH = 0.05  # seconds between two pieces of what is made before anybody asks
_PATIENCE = 30.0  # seconds that a page which is being made has, at the end
_MEDIA = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}


def begin_work(state: State) -> Callable[[], None]:
    """Begin to read what waits to be read; what is given back stops it, after the report that it is at."""
    from mahdar.web.jobs import Worker

    worker = Worker(state)
    worker.start()
    warming = threading.Thread(target=warm, args=(state,), name="mahdar-warm", daemon=True)
    if state.settings.warm:
        warming.start()

    def stop() -> None:
        worker.stop()
        if warming.is_alive():  # what it asks of the record would be closed under it
            warming.join(_PATIENCE)

    return stop


def warm(state: State) -> None:
    """Make what pages show of record and library before anybody asks: some of it takes seconds."""
    state.stopping.wait(_COLD)
    for page in sorted(all_pages(), key=lambda each: not each.follows):  # search reads its columns first
        for language in LANGUAGES if (page.keeps or page.follows) and "{" not in page.path else ():
            if state.stopping.is_set():
                return
            ask = Ask(state, Show(language), local(), page.path)
            set_current(ask)
            try:
                ask.values = values(ask, page)
                kept_data(ask, page)
            except Exception as error:  # whoever asks for the page is told; the others are still warmed
                _cold(page, error)
    for page in all_pages():
        _begin(state, page)


def _begin(state: State, page: Page) -> None:
    """Make what the addresses of a page share, with a pause after each piece, so that requests are not kept waiting."""
    try:
        for _ in page.begins(state) if page.begins else ():
            if state.stopping.wait(_BREATH):
                return
    except Exception as error:  # as above
        _cold(page, error)


def _cold(page: Page, error: Exception) -> None:
    LOG.error('{"level": "error", "warm": "%s", "fault": "%s"}', page.path, type(error).__name__)


async def health(request: Request) -> Response:
    """The process lives."""
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


async def ready(request: Request) -> Response:
    """Record and library answer, so that requests may come."""
    problem = await run_in_threadpool(_trouble, cast("State", request.app.state.open))
    return JSONResponse({"status": problem or "ok"}, 503 if problem else 200, headers={"Cache-Control": "no-store"})


def _trouble(state: State) -> str:
    if state.stopping.is_set():
        return "stopping"
    try:
        with state.library.reading() as connection:
            connection.execute(sa.text("SELECT 1"))
        state.store.connection.execute("SELECT 1").fetchall()
    except Exception as error:  # whatever a database says, it cannot answer
        return f"cannot answer ({type(error).__name__})"
    return ""


async def figures(request: Request) -> Response:
    """Prometheus asks here: on loopback, or with the token of an admin."""
    state = cast("State", request.app.state.open)
    person = await run_in_threadpool(who, state, request.headers, "")
    if not person.may("admin"):
        return Response(status_code=401, headers={"WWW-Authenticate": "Bearer"})
    body, media = await run_in_threadpool(metrics.exposed)
    return Response(body, headers={"Content-Type": media, "Cache-Control": "no-store"})


async def static(request: Request) -> Response:
    """A file of the package; its address changes with its content, so browsers may keep it."""
    name = request.path_params["name"]
    place = files("mahdar.web") / "static" / name
    media = _MEDIA.get(name.rpartition(".")[2])
    if media is None or "/" in name or not place.is_file():
        return Response(status_code=404)
    kept = "public, max-age=31536000, immutable" if request.query_params.get("v") else "no-cache"
    return Response(place.read_bytes(), headers={"Content-Type": media, "Cache-Control": kept})


ROUTES = [
    Route("/health", health, methods=["GET"]),
    Route("/ready", ready, methods=["GET"]),
    Route("/metrics", figures, methods=["GET"]),
    Route("/static/{name}", static, methods=["GET"]),
]
