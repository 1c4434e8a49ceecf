"""*Search*: reports or statements by words and by what was read in them, with counts by which to narrow."""

from __future__ import annotations

from typing import Any, get_args

from babel import Locale
from sqlalchemy.engine import Connection

from mahdar.checking import states
from mahdar.edtf import Interval
from mahdar.library.meant import called, unmet
from mahdar.library.searching import Question, search, search_statements
from mahdar.model import Act, VerdictLabel
from mahdar.web.asking import Ask, to_cursor
from mahdar.web.excerpts import excerpt, marked
from mahdar.web.pages import Data, page
from mahdar.web.parameters import Param
from mahdar.web.problems import Invalid
from mahdar.web.report_pages.headings import heading
from mahdar.web.report_pages.shown_labels import shown_labels
from mahdar.web.wording import N_

_ON_A_PAGE = 20
_FURTHEST = 10_000  # reports that one can go through page by page
_FACETS = {
    "outlet": N_("Outlet"),
    "year": N_("Year"),
    "language": N_("Language"),
    "mechanism": N_("Mechanism"),
    "state": N_("State"),
    "verdict": N_("Verdict"),
    "act": N_("Act"),
    "speaker": N_("Speaker"),
    "principal": N_("Speaks for"),
}
_UNMET = {
    "outlet": N_("No report of this library is of the outlet “%(name)s”."),
    "speaker": N_("Nobody called “%(name)s” speaks in this library."),
    "principal": N_("Nobody speaks for “%(name)s” in this library."),
}
MECHANISMS = {
    "council": N_("Security Council"),
    "sanctions": N_("Sanctions"),
    "assembly": N_("General Assembly"),
    "rights_council": N_("Human Rights Council"),
    "review": N_("Universal Periodic Review"),
    "treaties": N_("Treaties"),
    "mandates": N_("Mandates"),
    "membership": N_("Membership of the UN"),
    "offices": N_("Offices"),
}
PARAMS = (
    Param("words", about="Words that the text holds; between quotation marks as they stand.", example="sanctions"),
    Param("in", "choice", "What is looked for.", default="reports", choices=("reports", "statements")),
    Param("outlet", about="Who published it."),
    Param("from", "time", "Not published before.", example="2024"),
    Param("to", "time", "Not published after."),
    Param("state", "state", "A state that it names, or that a speaker speaks for.", example="PRK"),
    Param("speaker", about="Who speaks in it: a name, or an id."),
    Param("principal", about="The state or body for which somebody speaks in it: a name, or an id."),
    Param("act", "choice", "What a speaker does.", choices=get_args(Act)),
    Param("verdict", "choice", "With a claim of this verdict.", choices=get_args(VerdictLabel)),
    Param("mechanism", "choice", "With a claim about this mechanism.", choices=tuple(MECHANISMS)),
    Param("language", "choice", "In this language.", choices=("ar", "en")),
    Param("cursor", about="Where the list goes on: `next` of the answer before."),
)
_NARROWING = ("outlet", "state", "speaker", "principal", "act", "verdict", "mechanism", "language")


@page(
    "/search",
    title=N_("Search"),
    template="reports/search.html",
    section="library",
    nav=10,
    follows=True,
    params=PARAMS,
    rows="rows",
    columns=(
        "id",
        "sha256",
        "title",
        "outlet",
        "published",
        "language",
        "url",
        "start",
        "end",
        "act",
        "speakers",
        "speaker_text",
        "text",
    ),
    about="Reports or statements of the library; the best first, without words the newest.",
    example={"total": 1, "rows": [{"id": "a.txt", "outlet": "Reuters", "published": "2024-03-28"}], "facets": {}},
)
def search_page(ask: Ask) -> Data:
    """A page of what was found, and counts of all of it."""
    question = _question(ask)
    of_statements = ask["in"] == "statements"
    offset = _offset(ask)
    find = search_statements if of_statements else search
    try:
        with ask.reading() as connection:
            found = find(connection, question, limit=_ON_A_PAGE, offset=offset)
            names = _names(ask, connection, found.facets)
            missed = [] if found.total else unmet(connection, question)
    except ValueError as error:
        raise Invalid(str(error)) from None
    goes_on = offset + _ON_A_PAGE < min(found.total, _FURTHEST)
    return {
        "total": found.total,
        "rows": [_row(row, of_statements) for row in found.rows],
        "facets": found.facets,
        "unmet": [{"asked": each.asked, "name": each.name, "near": each.near} for each in missed],
        "next": to_cursor(offset=offset + _ON_A_PAGE) if goes_on else None,
        "_facets": list(_facets(ask, found.facets, names)),
        "_unmet": [(ask.say(_UNMET[each.asked], name=each.name), each) for each in missed],
        "_of_statements": of_statements,
        "_offset": offset,
        "_chosen": _chosen(ask),
        "_acts": get_args(Act),
        "_verdicts": get_args(VerdictLabel),
        "_mechanisms": {name: ask.say(words) for name, words in MECHANISMS.items()},
    }


def _question(ask: Ask) -> Question:
    first, last = _edge(ask["from"], "first"), _edge(ask["to"], "last")
    told = {name: ask[name] for name in _NARROWING}
    question = Question(words=ask["words"] or "", first=first, last=last, **told)
    try:
        question.terms()
    except ValueError as error:
        raise Invalid(ask.say(N_("There is no word to look for, or more than thirty."))) from error
    return question


def _edge(when: Interval | None, side: str) -> str | None:
    found = getattr(when, side) if when else None
    return found.isoformat() if found else None


def _offset(ask: Ask) -> int:
    found = ask.cursor().get("offset", 0)
    if not isinstance(found, int) or not 0 <= found <= _FURTHEST:
        raise Invalid(ask.say(N_("cursor: take it from the answer before")))
    return found


def _row(row: dict[str, Any], of_statements: bool) -> dict[str, Any]:
    """A row with an excerpt in the place of the whole text."""
    told = {name: value for name, value in row.items() if name not in {"text", "title_marks", "rank"}}
    if of_statements:
        return {**told, "text": row["text"], "_excerpt": marked(row["text"], row["marks"])}
    extract = excerpt(row["text"], row["marks"])
    return {**told, "heading": heading(row["title"], row["text"][:400], row["id"]),
            "excerpt": extract.striptags(), "_excerpt": extract}  # fmt: skip


def _names(ask: Ask, connection: Connection, found: dict[str, list[tuple[str, int]]]) -> dict[str, str]:
    """The names of the people and bodies among the values."""
    ids = {value for facet in ("speaker", "principal") for value, _ in found.get(facet, ())}
    return called(connection, ids, ask.language)


def _facets(ask: Ask, found: dict[str, list[tuple[str, int]]], names: dict[str, str]) -> Any:
    """Name, parameter and values (value, in words, how many) of each facet that has any."""
    for name, counted in found.items():
        shown = [(value, _words(ask, name, value, names), many) for value, many in counted]
        if shown:
            yield ask.say(_FACETS.get(name, name)), name, shown


def _words(ask: Ask, name: str, value: str, names: dict[str, str]) -> str:
    labels = shown_labels(ask.show)
    kind, _, code = value.partition(":")
    if kind == "state":
        return states.name(code, ask.language)
    if name in {"act", "verdict"}:
        return labels.of(name, value)
    if name == "language":
        return str(Locale.parse(ask.language).languages.get(value, value))
    if name == "mechanism":
        return ask.say(MECHANISMS[value]) if value in MECHANISMS else value
    return ask.show.plain(value) if name == "year" else names.get(value) or code.replace("-", " ") or value


def _changed(ask: Ask, changed: dict[str, Any]) -> str:
    """The address of this search with some conditions changed."""
    return ask.here(**changed)


def narrowed(ask: Ask, name: str, value: str) -> str:
    """The address of this search, narrowed by a value of a facet."""
    if name == "year":
        return _changed(ask, {"cursor": None, "from": value, "to": value})
    if name == "state":
        return ask.here(cursor=None, state=value.partition(":")[2])
    return _changed(ask, {"cursor": None, name: value})


def _chosen(ask: Ask) -> list[tuple[str, str]]:
    """What narrows the search now: in words, and the address without it."""
    told = []
    for name in _NARROWING:
        if ask[name] is not None:
            value = f"state:{ask[name]}" if name == "state" else str(ask[name])
            told.append((_words(ask, name, value, {}), _changed(ask, {"cursor": None, name: None})))
    if ask["from"] or ask["to"]:
        when = Interval.span(ask["from"], ask["to"]) if ask["from"] and ask["to"] else None
        words = ask.show.when(when or ask["from"] or ask["to"])
        told.append((words, _changed(ask, {"cursor": None, "from": None, "to": None})))
    return told


PAGES = [search_page]
