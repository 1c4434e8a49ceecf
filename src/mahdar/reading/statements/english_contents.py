"""The ways in which a content follows its cue, by the names that ``cues_en.csv`` uses for them."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements import english_addressed as addressed
from mahdar.reading.statements import english_clauses as clauses
from mahdar.reading.statements.english_clauses import Start
from mahdar.reading.statements.english_cues import Building
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_words import STOPS

_NO_FEWER = frozenset({"more", "less", "fewer", "longer"})
_NO_CONTENT = STOPS | {NEWLINE, ",", ")"}


def find_start(view: View, j: int, building: Building) -> tuple[Start, str] | None:
    """Where the content of a cue that ends before token j begins, and which of the building's ways found it."""
    for way in building.takes:
        matcher = _WAYS.get(way)
        found = matcher(view, j) if matcher else None
        if found is not None and _has_room(view, found):
            return None if found.kind == "noun" and _is_nothing(view, found.i) else (found, way)
    return None


def _has_room(view: View, start: Start) -> bool:
    return start.i < len(view.forms) and (start.kind == "block" or view.forms[start.i] not in _NO_CONTENT)


def _is_nothing(view: View, i: int) -> bool:
    """Whether a noun phrase tells that there was nothing of the kind: "demanded no ransom"; not a no-fly zone."""
    form, behind = view.forms[i], view.form(i + 1)
    return (form == "nothing" and not view.word(i + 1)) or (form == "no" and behind != "-" and behind not in _NO_FEWER)


def _behind(*words: str) -> Callable[[View, int], Start | None]:
    def way(view: View, j: int) -> Start | None:
        return (clauses.gerund(view, j + 1) or clauses.noun(view, j + 1)) if view.form(j) in words else None

    return way


_WAYS: dict[str, Callable[[View, int], Start | None]] = {
    "that": clauses.that,
    "clause": clauses.clause,
    "quote": clauses.quote,
    "np": clauses.noun,
    "ing": clauses.gerund,
    "to": clauses.infinitive,
    "wh": clauses.wh,
    "whom-that": addressed.whom_that,
    "whom-quote": addressed.whom_quote,
    "whom-wh": addressed.whom_wh,
    "whom-of": addressed.whom_of,
    "whom-for": addressed.whom_for,
    "whom-to": addressed.whom_to,
    "whom-with": addressed.whom_with,
    "whom-against": addressed.whom_against,
    "whom-np": addressed.whom_np,
    "whom-name": addressed.whom_name,
    "whom-responsible": addressed.whom_responsible,
    "comment": addressed.comment,
    "own": addressed.own,
    "condoled": addressed.condoled,
    "raised": addressed.raised,
    "felt": addressed.felt,
    "felt-in": addressed.felt_in,
    "request": addressed.request,
    "of": _behind("of", "by"),
    "for": _behind("for"),
    "on": _behind("on"),
    "about": _behind("about", "over", "of"),
    "to-np": _behind("to"),
}
