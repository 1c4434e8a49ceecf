"""Roll calls of the General Assembly as political science numbers them (E. Voeten), as rows of `told.calls`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Final

from mahdar.record.loading.sink import Sink
from mahdar.record.loading.values import day, integer, words

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
# Until the 30th session resolutions were numbered through: first and last number and the session's own numeral.
_NUMBERED_THROUGH = {
    21: (2134, 2239, "XXI"),
    22: (2240, 2372, "XXII"),
    23: (2373, 2486, "XXIII"),
    24: (2487, 2604, "XXIV"),
    25: (2605, 2748, "XXV"),
    26: (2749, 2901, "XXVI"),
    27: (2902, 3048, "XXVII"),
    28: (3049, 3200, "XXVIII"),
    29: (3201, 3357, "XXIX"),
    30: (3358, 3541, "XXX"),
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


def resolution_symbol(text: str, session: int) -> str | None:
    """`R/60/173`, in session 60 → `A/RES/60/173`; `None` where the number is another document's or names a part of one.

    Before the 21st session all numbers are those of meetings and documents.
    """
    hit = re.fullmatch(r"(R|A/RES|ESS|A/RES/ES-)[/-]?(\d+)/(\d+)([A-Z]?)", text)
    if hit is None:
        return None
    kind, of, number, letter = hit.group(1), int(hit.group(2)), int(hit.group(3)), hit.group(4)
    part = f" {letter}" if letter else ""
    if "ES" in kind.removeprefix("A/RES"):
        return f"A/RES/ES-{of}/{number}{part}" if of >= 6 and number <= 30 else None
    if session in _NUMBERED_THROUGH:
        first, last, roman = _NUMBERED_THROUGH[session]
        return f"A/RES/{number}{part} ({roman})" if first <= number <= last else None
    return f"A/RES/{of}/{number}{part}" if session >= 31 and of == session else None
