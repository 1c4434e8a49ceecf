"""Search in the library: reports or statements by words, state, speaker, act, verdict and time, with excerpts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from mahdar.assistant import given
from mahdar.assistant.answers import SearchAnswer
from mahdar.assistant.desk import Desk
from mahdar.assistant.plain import Json, plain
from mahdar.library.searching import Question, Results, search, search_statements

Of = Literal["reports", "statements"]
_AROUND = 120  # characters of a report on each side of a word that was found
_PLACES = 3
_COUNTED = 6  # values of a facet
_REPORT = ("id", "title", "outlet", "url", "published", "language", "sha256")
_STATEMENT = ("id", "outlet", "url", "published", "start", "end", "text", "act", "quoted", "cue", "speaker_text",
              "speakers")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sought:
    """What a search asks for, as it was given; all conditions must hold."""

    words: str | None = None
    state: str | None = None
    speaker: str | None = None
    principal: str | None = None
    act: str | None = None
    verdict: str | None = None
    mechanism: str | None = None
    outlet: str | None = None
    first: str | None = None
    last: str | None = None


def search_library(desk: Desk, sought: Sought, *, of: Of = "reports", limit: int = 10, offset: int = 0) -> SearchAnswer:
    """A page of reports or statements. Raises RefusedError, and LibraryError where the library cannot be read."""
    if desk.library is None:
        raise given.RefusedError("no library is open")
    question = _question(sought)
    ask = search if of == "reports" else search_statements
    with desk.library.reading() as connection:
        found: Results = ask(connection, question, limit=limit, offset=offset)
    rows = [_report(row) if of == "reports" else _statement(row) for row in found.rows]
    facets = {name: dict(counts[:_COUNTED]) for name, counts in found.facets.items() if counts}
    return SearchAnswer(of, found.total, offset, rows, facets)


def _question(sought: Sought) -> Question:
    when = given.between(sought.first, sought.last)
    names = ("speaker", "principal", "act", "verdict", "mechanism", "outlet")
    question = Question(
        words=given.short(sought.words, "words") or "",
        state=given.state(sought.state, "state"),
        first=when.first.isoformat() if when and when.first else None,
        last=when.last.isoformat() if when and when.last else None,
        **{name: given.short(getattr(sought, name), name) for name in names},
    )
    try:
        question.terms()
    except ValueError as error:
        raise given.RefusedError(f"words: {error}") from None
    return question


def _report(row: Mapping[str, Any]) -> Json:
    told = {name: plain(row[name]) for name in _REPORT if row.get(name) is not None}
    return told | {"excerpts": _excerpts(row["text"], row["marks"])}


def _statement(row: Mapping[str, Any]) -> Json:
    return {name: plain(row[name]) for name in _STATEMENT if row.get(name) is not None}


def _excerpts(text: str, marks: Sequence[tuple[int, int]]) -> list[Json]:
    """Stretches around the first words found, apart from one another; the beginning where no words were sought."""
    if not marks:
        return [_span(text, 0, min(len(text), 2 * _AROUND))]
    found: list[Json] = []
    for start, end in marks:
        if len(found) < _PLACES and (not found or start >= found[-1]["end"]):
            found.append(_span(text, max(start - _AROUND, found[-1]["end"] if found else 0), end + _AROUND))
    return found


def _span(text: str, start: int, end: int) -> Json:
    end = min(end, len(text))
    return {"start": start, "end": end, "text": text[start:end]}
