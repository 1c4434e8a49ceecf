"""What the record has on one state across all mechanisms, in order of time.

Each mechanism contributes its own lines: the module `dossier` of its folder, if it has one, exports a `DOSSIER`. The
words stand in the mechanism's `tables/dossier.toml`, English and Arabic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from mahdar.checking.homes import homes
from mahdar.checking.wording import Pair
from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import Row
from mahdar.tables import read_toml


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened: `when` is EDTF text, as imprecise as the record has it, empty where it has no time.

    `row` is where it stands, `since` the day since when it was public (None: not known). `after` is the time after
    which a line without time comes.
    """

    when: str
    what: Pair
    row: Row
    symbol: str = ""
    since: date | None = None
    after: Interval | None = None

    @property
    def interval(self) -> Interval | None:
        return Interval.parse(self.when) if self.when else None


Lines = Callable[[str, Record], Iterable[Line]]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A mechanism's part in the dossier of a state: its lines, and the tables of the record from which they come."""

    lines: Lines
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filed:
    """A line with the mechanism that contributed it."""

    mechanism: str
    line: Line


def line(when: str, what: Pair, row: Row, symbol: str = "", since: date | None = None) -> Line:
    """A line that was public since the row was, or since another day."""
    return Line(when, what, row, symbol, since or row.known_since)


@cache
def dossiers() -> Mapping[str, Dossier]:
    """Name of a mechanism -> its part, in order of the names."""
    found = (home for home in homes() if find_spec(f"{home}.dossier") is not None)
    return {home.rpartition(".")[2]: import_module(f"{home}.dossier").DOSSIER for home in found}


def dossier(
    state: str,
    record: Record,
    *,
    mechanism: str | None = None,
    when: Interval | None = None,
    as_of: date | None = None,
) -> list[Filed]:
    """All lines on a state in order of time, of one mechanism or of all, within a time, public on a day.

    Raises KeyError where there is no such mechanism. Lines without any time are left out where a time is asked for.
    """
    parts = dossiers() if mechanism is None else {mechanism: dossiers()[mechanism]}
    found = [Filed(name, one) for name, part in parts.items() for one in part.lines(state, record)]
    kept = (f for f in found if as_of is None or f.line.since is None or f.line.since <= as_of)
    return sorted((f for f in kept if when is None or _within(f.line, when)), key=_order)


def _within(one: Line, when: Interval) -> bool:
    time = one.interval or one.after
    return time is not None and time.overlaps(when)


def _order(filed: Filed) -> tuple[date, bool, date]:
    """By first day; what only comes after something stands right behind it; what has no time comes last."""
    time = filed.line.interval or filed.line.after
    if time is None:
        return date.max, True, date.max
    return time.first or date.min, not filed.line.when, time.last or date.max


def time(first: date | Interval | None, last: date | Interval | None = None) -> str:
    """EDTF text from one time to another, each as imprecise as it is; the first alone where no end is known."""
    start, end = (_edtf(moment) for moment in (first, last))
    return f"{start or '..'}/{end}" if end and end != start else start


def _edtf(moment: date | Interval | None) -> str:
    if moment is None:
        return ""
    return moment.edtf() if isinstance(moment, Interval) else moment.isoformat()


def sentence(package: str, key: str, **values: Pair | str | int | None) -> Pair:
    """The sentence of a mechanism's table of words, filled in; `key` may name a group: `decision.adopted`.

    Raises KeyError where the table lacks it. A value that is None or empty leaves its brackets and marks away:
    a part of a sentence between `[` and `]` stands only where all its values are given.
    """
    words = read_toml(package, "dossier.toml")
    for part in key.split("."):
        words = words[part]
    english, arabic = words
    return Pair(_filled(english, {k: _in(v, "en") for k, v in values.items()}),
                _filled(arabic, {k: _in(v, "ar") for k, v in values.items()}))  # fmt: skip


def _in(value: Pair | str | int | None, language: str) -> str:
    if isinstance(value, Pair):
        return value.ar if language == "ar" else value.en
    return "" if value is None else str(value)


def _filled(template: str, values: Mapping[str, str]) -> str:
    """The template with its values; what stands in square brackets is left out where a value in it is empty."""
    done = []
    for k, piece in enumerate(template.replace("]", "[").split("[")):
        optional = k % 2 == 1
        if optional and any(f"{{{name}}}" in piece and not value for name, value in values.items()):
            continue
        done.append(piece.format_map(values))
    return "".join(done)
