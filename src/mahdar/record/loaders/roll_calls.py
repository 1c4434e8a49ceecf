"""Roll calls of the General Assembly as political science numbers them (E. Voeten), as rows of `told.calls`."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Final

from mahdar.record.loading.sink import Sink
from mahdar.record.loading.values import day, integer, words
from mahdar.record.symbols import resolution_symbol

SERIES: Final = "voeten"
# Before this session the files mostly have a weekday in the place of the day (1 Saturday, 2 Sunday to 7 Friday).
DAYS_FROM_SESSION = 58
_WEEKDAYS = 7
_PARTS = {"amend": "amendment", "para": "paragraph"}
# The columns of issues, by Voeten's codebook; `un_roll_call_issues` words them so.
ISSUES = {
    "me": "Palestinian conflict",
    "nu": "Nuclear weapons and nuclear material",
    "di": "Arms control and disarmament",
    "co": "Colonialism",
    "hr": "Human rights",
    "ec": "Economic development",
}
IGNORED = {
    "importantvote": "whether the US Department of State called a vote important is no act of the Assembly",
    "resid": "the session and the number of the call in it, made up by the compilers",
    "ident": "the publication does not explain it",
}


def call_row(cells: Mapping[str, str], place: str, sink: Sink) -> dict[str, object] | None:
    """A line of the files that describe roll calls; `None`, with a remark, where it has no number or session."""
    call, session = integer(cells["rcid"]), integer(cells["session"])
    if call is None or session is None:
        sink.remark("lost", "no number of the call, or no session", place=place, value=cells["rcid"])
        return None
    on = day(cells["date"])
    sure = on is None or session >= DAYS_FROM_SESSION or on.day > _WEEKDAYS
    symbol = resolution_symbol(cells["unres"].strip(), session)
    _remark_on(cells, on, sure, symbol, place, sink)
    short, long = (_known(cells[name]) for name in ("short", "descr"))
    return {
        "call": str(call),
        "place": place,
        "body": "assembly",
        "session": str(session),
        "symbol": symbol,
        "symbol_told": _known(cells["unres"]),
        "date": on,
        "date_told": _known(cells["date"]),
        "title": short or long,
        "agenda": long if short else None,
        "part": " ".join(part for name, part in _PARTS.items() if cells[name].startswith("1")) or None,
        "mode": "vote",
        **{name: integer(_known(cells.get(name, ""))) for name in ("yes", "no", "abstain")},
        "note": None if sure else "only the month of the date is sure",
        "public": on if sure or on is None else _last_of_month(on),
    }


def _remark_on(
    cells: Mapping[str, str], on: date | None, sure: bool, symbol: str | None, place: str, sink: Sink
) -> None:
    if not sure:
        sink.remark("odd", "before the 58th session a day up to 7 is that of the week: only the month is sure")
    if on is None:
        sink.remark("odd", "no day that can be read: the call is kept without one", place=place, value=cells["date"])
    if symbol is None and _known(cells["unres"]):
        sink.remark("odd", "a number that gives no symbol of a resolution is kept as it is told")
    year = integer(cells.get("year", ""))
    if on is not None and year not in (None, on.year):
        sink.remark("odd", "the year is not that of the date: the date is kept", place=place, value=year)


def _known(text: str) -> str | None:
    """A cell's text; R writes NA for what is not known."""
    return None if text.strip() == "NA" else words(text)


def _last_of_month(on: date) -> date:
    """By when a vote of that month was public for certain."""
    return on.replace(day=monthrange(on.year, on.month)[1])
