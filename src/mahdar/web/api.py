"""The interface for programs that give something: a text to be read, a report to be kept, a decision, a note.

What is looked at has its `.json` twin. Bodies are JSON; errors are `application/problem+json`. With accounts a program
shows its token; on loopback none is asked for, but a page of another site can send no JSON here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Body, Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, field_validator
from starlette.requests import Request
from starlette.responses import Response

from mahdar.edtf import Interval
from mahdar.library.adding import Added
from mahdar.library.capture import LIMIT
from mahdar.library.items import Item, Refused
from mahdar.model import Act, VerdictLabel
from mahdar.web import taking
from mahdar.web.asking import Ask, set_current
from mahdar.web.guarding import check_origin, csrf_token, need
from mahdar.web.people.log import wrote
from mahdar.web.plain import json_bytes
from mahdar.web.problems import Forbidden, Invalid, Problem, problem
from mahdar.web.requests import build

if TYPE_CHECKING:
    from mahdar.web.people.model import Role

ROUTER = APIRouter(prefix="/api")
_PROBLEM = {"$ref": "#/components/schemas/Problem"}
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": words, "content": {"application/problem+json": {"schema": _PROBLEM}}}
    for status, words in (
        (400, "The body is no JSON."),
        (401, "Nobody has said who he is."),
        (403, "The role does not suffice, or another site asks."),
        (413, "More bytes than are taken."),
        (422, "The body is not what it has to be."),
        (429, "More requests than one client may make."),
    )
}  # fmt: skip
_SENTENCE = "The Security Council adopted resolution 2397 (2017) unanimously."


def _given(example: dict[str, str]) -> ConfigDict:
    """What bodies have in common: nothing but the fields that are named, and an example."""
    return ConfigDict(extra="forbid", json_schema_extra={"examples": [dict(example)]})


class Text(BaseModel):
    """A report to be read."""

    model_config = _given({"text": _SENTENCE, "outlet": "Reuters"})

    text: Annotated[str, Field(min_length=1, max_length=LIMIT)]
    outlet: Annotated[str | None, Field(max_length=200)] = None
    title: Annotated[str | None, Field(max_length=500)] = None
    published: Annotated[
        str | None, Field(max_length=40, description="EDTF: 2024-03-28, 2024-03, 2024, or an interval.")
    ] = None

    @field_validator("published")
    @classmethod
    def is_time(cls, value: str | None) -> str | None:
        """Raises ValueError where it is no EDTF."""
        if value:
            Interval.parse(value)
        return value or None


class Decided(BaseModel):
    """A decision of a person on a claim or statement."""

    model_config = _given({"report": "a.txt", "where": "verdict:0-64:council.resolution", "decision": "confirm"})

    report: Annotated[str, Field(min_length=1, max_length=1_000)]
    where: Annotated[str, Field(min_length=1, max_length=1_000, description="As `where` of the review queue says.")]
    decision: Annotated[str, Field(pattern="^(confirm|correct|reject|withdraw)$")]
    why: Annotated[str, Field(max_length=2_000)] = ""
    verdict: VerdictLabel | None = None
    symbol: Annotated[str | None, Field(max_length=100)] = None
    act: Act | None = None
    speakers: Annotated[list[str] | None, Field(max_length=20)] = None


class Noted(BaseModel):
    """A note on a report."""

    model_config = _given({"report": "a.txt", "text": "Ask the desk."})

    report: Annotated[str, Field(min_length=1, max_length=1_000)]
    text: Annotated[str, Field(min_length=1, max_length=5_000)]


def asks(role: Role) -> Callable[[Request], Ask]:
    """Who asks, if the role suffices. Raises Problem."""

    def asking(request: Request) -> Ask:
        ask = build(request)
        ask.at = request.url.path
        _check(ask, request)
        need(ask, role)
        return ask

    return asking


def _check(ask: Ask, request: Request) -> None:
    """A browser's cookie alone moves nothing here; other sites move nothing at all. Raises Forbidden."""
    check_origin(ask, request.headers)
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise Invalid("send application/json")
    if ask.person.way == "session" and request.headers.get("x-csrf-token", "") != csrf_token(ask):
        raise Forbidden("a session needs the header X-CSRF-Token; programs send Authorization: Bearer")


Reader = Annotated[Ask, Depends(asks("reader"))]
Editor = Annotated[Ask, Depends(asks("editor"))]


def _answered(value: Any, status: int = 200) -> Response:
    return Response(json_bytes(value), status, {"Cache-Control": "no-store"}, "application/json")


@ROUTER.post("/read", summary="Read a text, keep nothing", responses=_PROBLEMS, tags=["give"])
def read(ask: Reader, body: Annotated[Text, Body()]) -> Response:
    """The reading, in the shape of `mahdar read --json`: spans, statements, claims with verdicts and citations."""
    from mahdar.web.report_pages.read import limit_reads, reading_of

    set_current(ask)
    limit_reads(ask, 1)
    return _answered(reading_of(ask, _item(body)).to_dict())


@ROUTER.post("/reports", summary="Read a report and keep it", status_code=201, responses=_PROBLEMS, tags=["give"])
def keep(ask: Editor, body: Annotated[Text, Body()]) -> Response:
    """The report's id and digest; `new` is false where the library has these bytes already."""
    from mahdar.web.report_pages.read import limit_reads

    set_current(ask)
    limit_reads(ask, 1)
    found = _item(body)
    done = taking.keep(ask.state, found)
    if not isinstance(done, Added):
        raise Invalid(done.problem)
    with ask.state.writing() as connection:
        wrote(connection, ask.person.name, "report", done.id)
    ask.state.unsettled.set()
    ask.state.rung.set()
    told = {"id": done.id, "sha256": found.sha256, "new": done.new, "notes": done.notes}
    return _answered({**told, "page": ask.url(f"/reports/{found.sha256[:16]}")}, 201)


def _item(body: Text) -> Item:
    """Raises Invalid where the text holds no report."""
    found = taking.pasted(body.text, taking.Said(body.outlet, body.published, body.title))
    if isinstance(found, Refused):
        raise Invalid(found.problem)
    return found


@ROUTER.post("/reviews", summary="Decide on a claim or statement", status_code=201, responses=_PROBLEMS, tags=["give"])
def decide(ask: Editor, body: Annotated[Decided, Body()]) -> Response:
    """The decision as it is kept."""
    from mahdar.web.report_pages.review import keep_review

    set_current(ask)
    told = {key: value for key, value in body.model_dump().items() if isinstance(value, str)}
    ask.form = {**{key: [value] for key, value in told.items()}, "speakers": [", ".join(body.speakers or ())]}
    return _answered(keep_review(ask).to_dict(), 201)


@ROUTER.post("/notes", summary="Note something on a report", status_code=201, responses=_PROBLEMS, tags=["give"])
def note(ask: Editor, body: Annotated[Noted, Body()]) -> Response:
    """The note as it is kept."""
    from mahdar.web.report_pages.review import keep_note

    set_current(ask)
    ask.form = {"report": [body.report], "text": [body.text]}
    return _answered(keep_note(ask), 201)


@ROUTER.get("/openapi.json", include_in_schema=False)
def described(request: Request) -> Response:
    """This interface, in OpenAPI 3.1."""
    from mahdar.web.openapi import description

    body = request.app.state.open.kept.get("openapi", lambda: json_bytes(description(request.app)))
    return Response(body, 200, {"Cache-Control": "public, max-age=3600"}, "application/json")


def install(app: FastAPI) -> None:
    """Add the interface, and the one form of its errors."""
    app.include_router(ROUTER)
    app.add_exception_handler(Problem, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    body = json_bytes(error.to_dict(request.url.path))
    return Response(body, error.status, error.headers, "application/problem+json")


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = (f"{'.'.join(map(str, each['loc'][1:])) or 'body'}: {each['msg']}" for each in error.errors())
    body = json_bytes(problem(422, "; ".join(found)[:2_000], request.url.path))
    return Response(body, 422, media_type="application/problem+json")
