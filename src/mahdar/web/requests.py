"""From a request of Starlette to an `Ask`, and from a Problem to an answer for people or programs."""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from mahdar.web.answering import Suffix, act, answer, only_text, set_cookie
from mahdar.web.asking import Ask, set_current
from mahdar.web.front import LOG, ROUTE, client_of
from mahdar.web.guarding import check_form, cookie_name, need, who
from mahdar.web.people.model import NOBODY
from mahdar.web.plain import json_bytes
from mahdar.web.problems import Invalid, Problem, SignIn, TooLarge
from mahdar.web.showing import DIGITS, MONTHS, Show
from mahdar.web.wording import LANGUAGES, N_, Language

if TYPE_CHECKING:
    from mahdar.web.pages import Form, Page
    from mahdar.web.state import State

Endpoint = Callable[[Request], Awaitable[Response]]
SHOWN = "mahdar_show"  # the cookie with the month names and digits that somebody chose
_MOST_FILES = 200
_MOST_FIELD = 2_100_000  # bytes of one field: the largest report


def page_endpoint(page: Page, suffix: Suffix) -> Endpoint:
    """What answers a page or one of its twins."""

    async def endpoint(request: Request) -> Response:
        request.scope[ROUTE] = page.path + suffix
        return await run_in_threadpool(_page, request, page, suffix)

    return endpoint


def form_endpoint(form: Form) -> Endpoint:
    """What takes a form."""

    async def endpoint(request: Request) -> Response:
        request.scope[ROUTE] = form.path
        try:
            sent = await request.form(max_files=_MOST_FILES, max_fields=300, max_part_size=_MOST_FIELD)
        except HTTPException as error:  # Starlette's word for a form that is malformed or too large
            return await run_in_threadpool(_refused, request, TooLarge(str(error.detail)))
        try:
            return await run_in_threadpool(_form, request, form, sent)
        finally:
            await sent.close()

    return endpoint


def _page(request: Request, page: Page, suffix: Suffix) -> Response:
    ask = build(request)
    try:
        _read_path(ask, request, suffix)
        need(ask, page.role)
        made = answer(ask, page, suffix, request.headers.get("if-none-match", ""))
    except Problem as error:
        return refused(ask, error, suffix)
    chosen = _chosen(request)
    if chosen and not suffix:
        set_cookie(made, ask, SHOWN, chosen)
    return made


def _form(request: Request, form: Form, sent: FormData) -> Response:
    ask = build(request)
    try:
        _read_path(ask, request, "")
        _take(ask, sent)
        check_form(ask, request.headers, ask.field("csrf"))
        need(ask, form.role)
        return act(ask, form)
    except Problem as error:
        return refused(ask, error, "", leads=False)


def _refused(request: Request, error: Problem) -> Response:
    return refused(build(request), error, "")


def build(request: Request) -> Ask:
    """The `Ask` of a request; from now on it is this thread's."""
    state = cast("State", request.app.state.open)
    language = _language(request)
    cookie = request.cookies.get(cookie_name(state.settings), "")
    at = request.url.path
    at = at[3:] if at[:4] in {"/ar/", "/en/"} else "/" if at[1:] in LANGUAGES else at
    person = who(state, request.headers, cookie)
    ask = Ask(
        state=state,
        show=_show(request, language),
        person=person,
        at=at,
        query=[(key, value) for key, value in request.query_params.multi_items() if key not in {"months", "digits"}],
        session=cookie if person.way == "session" else "",
        client=client_of(request.scope, request.headers, state.settings),
    )
    request.scope.setdefault("state", {})["who"] = person.name
    set_current(ask)
    return ask


def _read_path(ask: Ask, request: Request, suffix: Suffix) -> None:
    ask.path = {key: only_text(str(value)) for key, value in request.path_params.items() if key != "language"}
    ask.at = ask.at.removesuffix(suffix) if suffix else ask.at
    ask.at = "/" if ask.at == "/home" else ask.at
    if any(0xD800 <= ord(char) < 0xE000 for _, value in ask.query for char in value):
        raise Invalid("not UTF-8")


def _take(ask: Ask, sent: FormData) -> None:
    fields: dict[str, list[str]] = {}
    files: list[UploadFile] = []
    for key, value in sent.multi_items():
        if isinstance(value, UploadFile):
            files.append(value)
        else:
            fields.setdefault(key, []).append(value)
    ask.form, ask.files = fields, [each for each in files if each.filename]


def _language(request: Request) -> Language:
    first = request.url.path[1:3]
    return first if first in LANGUAGES else preferred(request.headers.get("accept-language", ""))


def preferred(accepted: str) -> Language:
    """The one of both languages that a browser prefers; Arabic where it names neither."""
    for part in accepted.lower().split(","):
        code = part.partition(";")[0].strip()[:2]
        if code in LANGUAGES:
            return code
    return "ar"


def _chosen(request: Request) -> str:
    """Month names and digits as chosen in the query, for the cookie; "" where nothing was."""
    if not {"months", "digits"} & set(request.query_params):
        return ""
    show = _show(request, "ar")
    return f"{show.months}.{show.digits}"


def _show(request: Request, language: Language) -> Show:
    months, _, digits = request.cookies.get(SHOWN, "").partition(".")
    months, digits = request.query_params.get("months", months), request.query_params.get("digits", digits)
    return Show(language, _among(months, MONTHS), _among(digits, DIGITS))


def _among(text: str, known: Sequence[Any]) -> Any:
    return text if text in known else known[0]


def refused(ask: Ask, error: Problem, suffix: str, *, leads: bool = True) -> Response:
    """A problem as an answer: `application/problem+json` for programs, a page for people.

    Somebody who has to sign in first is led there, if this `leads`.
    """
    if suffix:
        body = json_bytes(error.to_dict(ask.at))
        return Response(body, error.status, error.headers, "application/problem+json")
    if leads and isinstance(error, SignIn) and ask.person is NOBODY:
        return RedirectResponse(ask.url("/sign-in", next=ask.here()), 303, {"Cache-Control": "no-store"})
    from mahdar.web.templates import render

    title = {404: N_("Not found"), 403: N_("Not allowed"), 500: N_("A fault in Mahdar")}.get(
        error.status, N_("This cannot be answered")
    )
    body = render("error.html", ask, data={"detail": error.detail, "status": error.status}, page=None,
                  title=ask.say(title)).encode("utf-8", "replace")  # fmt: skip
    return Response(body, error.status, {**error.headers, "Cache-Control": "no-store"}, "text/html; charset=utf-8")


async def unfound(request: Request, error: Exception) -> Response:
    """What Starlette refuses itself: no such address, no such method."""
    told = cast("HTTPException", error)
    return await run_in_threadpool(_unfound, request, told)


def _unfound(request: Request, told: HTTPException) -> Response:
    ask = build(request)
    detail = {404: N_("There is nothing at this address."), 405: N_("That cannot be done at this address.")}
    message = detail.get(told.status_code)
    error = Problem(ask.say(message) if message else str(told.detail), status=told.status_code,
                    headers=dict(told.headers or {}))  # fmt: skip
    return refused(ask, error, suffix_of(request.url.path))


async def failed(request: Request, error: Exception) -> Response:
    """A fault of the program: told in the log with its trace, to the person without."""
    LOG.error("".join(traceback.format_exception(error)))
    return await run_in_threadpool(_failed, request)


def _failed(request: Request) -> Response:
    ask = build(request)
    detail = ask.say(N_("Something went wrong here. What you sent was not kept; the fault was written to the log."))
    return refused(ask, Problem(detail, status=500), suffix_of(request.url.path))


def suffix_of(path: str) -> str:
    """`.json` for what programs ask for, "" for people's pages."""
    person = path[1:3] in LANGUAGES and path[3:4] in {"", "/"} and not path.endswith((".json", ".csv"))
    return "" if person else ".json"
