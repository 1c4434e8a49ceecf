"""From a declared page and a request to an answer: HTML, the `.json` twin, or CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from starlette.responses import Response

from mahdar.library import chain
from mahdar.web.pages import Data, Form, Page
from mahdar.web.plain import csv_bytes, json_bytes
from mahdar.web.problems import Invalid, NotFound, problem

if TYPE_CHECKING:
    from mahdar.web.asking import Ask

Suffix = Literal["", ".json", ".csv"]
TYPES = {"": "text/html; charset=utf-8", ".json": "application/json", ".csv": "text/csv; charset=utf-8"}


def values(ask: Ask, page: Page) -> dict[str, object]:
    """The declared parameters by name. Raises Invalid for the first that is wrong."""
    given: dict[str, list[str]] = {}
    for key, value in ask.query:
        given.setdefault(key, []).append(value)
    return {param.name: param.value(given.get(param.name, [])) for param in page.params}


def answer(ask: Ask, page: Page, suffix: Suffix, if_none_match: str = "") -> Response:
    """The answer to a request for a page. Raises Problem."""
    ask.values = values(ask, page)
    data = kept_data(ask, page)
    status = int(data.get("status", 200))
    if suffix and status >= 400:
        return _problem(ask, data, status)
    body = _body(ask, page, suffix, data)
    tag = f'W/"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization"}
    if status == 200 and tag in {each.strip() for each in if_none_match.split(",")}:
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers, TYPES[suffix])


def kept_data(ask: Ask, page: Page) -> Data:
    """The data of a page; made once where it depends on the record alone."""
    if not (page.keeps or page.follows):
        return page.data(ask)
    chosen = (ask.show.months, ask.show.digits)
    key: tuple[object, ...] = (
        page.path,
        tuple(sorted(ask.path.items())),
        _frozen(ask.values),
        ask.language,
        chosen,
        tuple(ask.query),
    )
    if page.follows:
        with ask.reading() as connection:
            key = (*key, chain.head(connection))
    found: Data = (ask.state.recent if page.follows else ask.state.kept).get(key, lambda: page.data(ask))
    return found


def _frozen(told: Mapping[str, object]) -> tuple[tuple[str, object], ...]:
    return tuple(sorted(told.items()))


def _body(ask: Ask, page: Page, suffix: Suffix, data: Data) -> bytes:
    if suffix == ".csv":
        return _csv(page, data)
    if suffix == ".json":
        return json_bytes(envelope(ask, page, data))
    from mahdar.web.templates import render

    return render(page.template, ask, data=data, page=page, title=data.get("title") or ask.say(page.title)).encode(
        "utf-8", "replace"
    )


def _problem(ask: Ask, data: Data, status: int) -> Response:
    """What a page says of something that is not there, as a problem; what may be meant stands in it too."""
    told = {key: value for key, value in data.items() if key not in {"next", "status", "title"}}
    body = json_bytes({**told, **problem(status, str(data.get("title", "")), ask.at)})
    return Response(body, status, {"Cache-Control": "no-store"}, "application/problem+json")


def _csv(page: Page, data: Data) -> bytes:
    rows = data.get(page.rows)
    if not page.columns or not isinstance(rows, Sequence):
        raise NotFound("")
    return csv_bytes(rows, data.get("_columns", page.columns))


def envelope(ask: Ask, page: Page, data: Data) -> dict[str, object]:
    """The object of every `.json` twin: what it is, where it is, where the list goes on, and the page's data."""
    told = {key: value for key, value in data.items() if key not in {"next", "status", "title"}}
    goes_on = data.get("next")
    return {
        "schema": f"mahdar/page/{page.name}/1",
        "title": data.get("title") or ask.say(page.title),
        "language": ask.language,
        "self": ask.here(suffix=".json"),
        "next": ask.here(suffix=".json", cursor=goes_on) if goes_on else None,
        "data": told,
    }


def act(ask: Ask, form: Form) -> Response:
    """What a form that was sent leads to. Raises Problem."""
    done = form.act(ask)
    if done.to:
        made = Response(status_code=303, headers={"Location": done.to, "Cache-Control": "no-store"})
    else:
        from mahdar.web.templates import render

        body = render(done.template, ask, data=done.data, page=None, title=done.title).encode("utf-8", "replace")
        made = Response(body, done.status, {"Cache-Control": "no-store"}, TYPES[""])
    for name, value in done.cookies.items():
        set_cookie(made, ask, name, value)
    return made


def set_cookie(made: Response, ask: Ask, name: str, value: str | None) -> None:
    """A cookie of this application, for this host alone and out of reach of scripts."""
    settings = ask.state.settings
    seconds = settings.session * 3600 if value is not None else 0
    made.set_cookie(name, value or "", max_age=seconds, path="/", secure=settings.secure, httponly=True, samesite="lax")


def only_text(given: str) -> str:
    """A path as text. Raises Invalid where its bytes are no UTF-8."""
    if "\ufffd" in given or "\0" in given:
        raise Invalid("the address is not UTF-8")
    return given
