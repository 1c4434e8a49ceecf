"""The application: declared pages and forms as routes, the interface for programs, health, figures, static files."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from mahdar.web import api, requests, standing
from mahdar.web.catalogue import all_forms, all_pages
from mahdar.web.front import Front
from mahdar.web.settings import Settings
from mahdar.web.state import State, open_state

Endpoint = Callable[[Request], Awaitable[Response]]
_THREADS = 16  # that answer at once in one worker


class _LanguageConvertor(Convertor[str]):
    """`ar` or `en` at the beginning of an address."""

    regex = "ar|en"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("language", _LanguageConvertor())


def create_app(settings: Settings | None = None, state: State | None = None) -> FastAPI:
    """The application. `state` is what is open already (then it stays open); else it is opened at the start."""
    chosen = state.settings if state else settings or Settings()

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        import anyio.to_thread

        anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
        app.state.open = state.shared() if state else await run_in_threadpool(open_state, chosen)
        work = standing.begin_work(app.state.open)
        try:
            yield
        finally:
            app.state.open.stopping.set()
            await run_in_threadpool(work)
            if state is None:
                await run_in_threadpool(app.state.open.close)

    app = FastAPI(lifespan=life, openapi_url=None, docs_url=None, redoc_url=None, title="Mahdar")
    app.router.routes.extend([*standing.ROUTES, *_forms(), *_pages()])
    api.install(app)
    app.add_exception_handler(HTTPException, requests.unfound)
    app.add_exception_handler(Exception, requests.failed)
    app.add_middleware(Front, settings=chosen)
    return app


def _pages() -> list[Route]:
    """For each page its twins first: `.json` and `.csv` would otherwise be taken for the end of a name."""
    routes = [Route("/", _to_language, methods=["GET"])]
    for page in all_pages():
        for suffix in (".json", ".csv") if page.columns else (".json",):
            routes.append(_route(page.twin + suffix, requests.page_endpoint(page, suffix)))
    for page in all_pages():
        routes.append(_route(page.path, requests.page_endpoint(page, "")))
    return [*routes, Route("/{language:language}", _to_slash, methods=["GET"])]


def _forms() -> list[Route]:
    return [_route(form.path, requests.form_endpoint(form), "POST") for form in all_forms()]


def _route(path: str, endpoint: Endpoint, method: str = "GET") -> Route:
    return Route("/{language:language}" + path, endpoint, methods=[method])


async def _to_language(request: Request) -> Response:
    """From `/` to the pages in the language that the browser prefers; Arabic where it says nothing of the two."""
    return RedirectResponse(f"/{requests.preferred(request.headers.get('accept-language', ''))}/", 307)


async def _to_slash(request: Request) -> Response:
    return RedirectResponse(f"/{request.path_params['language']}/", 308)
