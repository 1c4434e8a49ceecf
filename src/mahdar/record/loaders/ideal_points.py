"""Ideal points of states, estimated by session from votes in the General Assembly (Bailey, Strezhnev, Voeten; CSV).

One file estimates from all votes, others from those on one issue: its name then ends every column of estimates
(`IdealPointHumanRights`). Windows-1252, although most of it is ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from mahdar.record.loaders.strict_csv import columns_of, strict_lines
from mahdar.record.loading.publication import Head, Loader, LoadError
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.values import integer, words
from mahdar.record.states import find_state

_POINT = re.compile(r"IdealPoint(\w*)", re.IGNORECASE)
_QUANTILE = re.compile(r"Q[O\d]+%\w*")  # the first is spelt with a letter
_NUMBER = re.compile(r"-?\d{1,3}(\.\d+)?(E[+-]?\d{1,3})?", re.IGNORECASE)
_RELEASE = re.compile(r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*_?(\d{4})", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NEEDED = ("ccode", "session", "iso3c")
_FOUNDED = 1945


def _subject(columns: tuple[str, ...]) -> str | None:
    """What ends the columns of estimates, `""` for all votes; `None` where there is not just one column of them."""
    found = [hit.group(1) for hit in map(_POINT.fullmatch, columns) if hit]
    return found[0] if len(found) == 1 else None


def _recognises(head: Head) -> bool:
    return head.has_columns(*_NEEDED) and _subject(head.columns) is not None


def _load(path: Path, sink: Sink) -> None:
    columns = columns_of(path, *_NEEDED)
    subject = _subject(columns)
    if subject is None:
        raise LoadError("has no column of ideal points, or several")
    sink.write("ideal_points", _rows(path, columns, subject, sink))
    _tell_columns(columns, subject, sink)


def _rows(path: Path, columns: tuple[str, ...], subject: str, sink: Sink) -> Iterator[dict[str, object]]:
    column = next(name for name in columns if _POINT.fullmatch(name))
    public = _release(path)
    for place, line in strict_lines(path, "cp1252"):
        session, point = integer(line["session"]), line[column].strip()
        if session is None or not _NUMBER.fullmatch(point):
            sink.remark("lost", "no session or no estimate", place=place, value=f"{line['session']}, {point}")
            continue
        yield {
            "place": place,
            "state": _state(line, session, place, sink),
            "code_told": words(line["ccode"]),
            "name_told": words(line.get("Countryname")),
            "session": session,
            "votes": integer(line.get(f"NVotes{subject}")),
            "point": float(point),
            "subject": _slug(subject),
            "public": public,
        }


def _state(line: Mapping[str, str], session: int, place: str, sink: Sink) -> str | None:
    """The state that held the seat when the session began, by the name, else by the code."""
    on = date(_FOUNDED + session, 10, 1)
    code, name = line["iso3c"].strip(), line.get("Countryname", "").strip()
    state = find_state(name, on) or find_state(code, on)
    if state is None:
        why = "no state that Mahdar knows: the estimate is kept under the name alone"
        sink.remark("odd", why, place=place, value=f"{code}, {name}")
    return state


def _slug(subject: str) -> str:
    """`HumanRights` → `human-rights`; what no column says is all votes."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", subject).lower() or "all"


def _release(path: Path) -> date | None:
    """The last day of the month in the file's name (`_Apr2020`), by when it was public for certain."""
    hit = _RELEASE.search(path.stem)
    if hit is None:
        return None
    month, year = _MONTHS.index(hit.group(1).lower()) + 1, int(hit.group(2))
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _tell_columns(columns: tuple[str, ...], subject: str, sink: Sink) -> None:
    taken = {"ccode", "session", "iso3c", "Countryname", f"NVotes{subject}"}
    for name in columns:
        if _QUANTILE.fullmatch(name):
            sink.remark("ignored", "quantiles of the estimate: the point alone is kept", place=f"column {name}")
        elif name in {"", "Row"}:
            sink.remark("ignored", "numbers of the lines", place="first column")
        elif name not in taken and not _POINT.fullmatch(name):
            sink.remark("lost", "a column that Mahdar does not know", place=f"column {name}")


def _name(path: Path) -> str:
    """Editions of one file differ in the month at its end."""
    return _RELEASE.sub("", path.stem).strip("_")


LOADER = Loader(
    "voeten-ideal-points",
    "Ideal points of states in the General Assembly",
    "ga-ideal-points",
    _recognises,
    _load,
    _name,
)
