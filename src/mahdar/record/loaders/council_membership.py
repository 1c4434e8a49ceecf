"""Who sat on the Security Council, a row for each state and year, from two tables (CSV) of its members.

One has a row for a year of an elected member (1946 onwards), the other a row for a term with its first and last year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from mahdar.record.loading.csv_tables import whole_lines
from mahdar.record.loading.publication import Head, Loader
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.values import integer, words
from mahdar.record.states import find_state

_FIRST_MEETING = date(1946, 1, 17)  # S/PV.1; members of later years sit from 1 January, and are elected before it
_LONGEST = 200  # years of a permanent seat
_YEARS = ("country", "which_tenure", "year", "year_of_tenure")
_TERMS = ("country_org", "start_year", "end_year", "seat", "note")
_SEATS = ("elected", "permanent")


def _is_years(head: Head) -> bool:
    return head.columns == _YEARS


def _is_terms(head: Head) -> bool:
    return head.columns == _TERMS


def _load_years(path: Path, sink: Sink) -> None:
    sink.write("terms", _years(path, sink))
    sink.remark("ignored", "which_tenure and year_of_tenure count a state's terms and years, which follow from them")


def _years(path: Path, sink: Sink) -> Iterator[dict[str, object]]:
    for place, line in whole_lines(path, _YEARS, sink):
        year = _year(place, line["year"], sink)
        yield from _rows(place, line["country"], (year, year), "elected", sink)


def _year(place: str, told: str, sink: Sink) -> int | None:
    """A year, also as programs write round numbers: `2e3`."""
    if re.fullmatch(r"[12](\.\d{1,3})?e\+?0?3", told):
        sink.remark("odd", "a year written with an exponent", place=place, value=told)
        return round(float(told))
    return integer(told)


def _load_terms(path: Path, sink: Sink) -> None:
    sink.write("terms", _terms(path, sink))
    sink.remark("ignored", "note explains the bounds of a term, which are told")


def _terms(path: Path, sink: Sink) -> Iterator[dict[str, object]]:
    for place, line in whole_lines(path, _TERMS, sink):
        if line["seat"] not in _SEATS:
            sink.remark("lost", "a seat that is neither elected nor permanent", place=place, value=_short(line))
            continue
        yield from _rows(place, line["country_org"], _span(line), line["seat"], sink)


def _span(line: Mapping[str, str]) -> tuple[int | None, int | None]:
    return integer(line["start_year"]), integer(line["end_year"])


def _short(line: Mapping[str, str]) -> str:
    return ", ".join(filter(None, line.values()))


def _rows(
    place: str, name: str, span: tuple[int | None, int | None], seat: str, sink: Sink
) -> Iterator[dict[str, object]]:
    first, last = span
    if first is None or last is None or not 1946 <= first <= last < first + _LONGEST:
        sink.remark("lost", "the years are none", place=place, value=f"{name}: {first}, {last}")
        return
    for year in range(first, last + 1):
        state = find_state(name, date(year, 1, 1))
        if state is None:
            sink.remark("lost", "no such state", place=place, value=name)
            return
        told = {"place": place, "state": state, "year": year, "seat": seat, "name_told": words(name)}
        yield {**told, "public": max(_FIRST_MEETING, date(year, 1, 1))}


LOADERS = (
    Loader(
        "council-member-years",
        "Elected members of the Security Council, by year",
        "un-sc-members",
        _is_years,
        _load_years,
    ),
    Loader("council-member-terms", "Terms on the Security Council", "un-sc-members", _is_terms, _load_terms),
)
