"""Status of a human-rights treaty for each member of the UN, years only (CSV, compiled from the Treaty Collection).

A file is of one treaty, which its name says: `hr_status_iccpr_op1.csv`. The marks for party, signatory and "no action"
are taken as they stand: where they contradict one another, that is for the audit to find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mahdar.record.loading.encodings import encoding_of
from mahdar.record.loading.publication import Head, Loader, LoadError
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.values import csv_lines, words
from mahdar.record.states import find_state
from mahdar.tables import read_rows

_MARKS = {"1": True, "0": False, "": None}
_COLUMNS = ("iso2", "member", "state party", "year ratification or accession", "signatory", "no action", "status")
_NAME = re.compile(r"hr_status_(\w+)")
# Names of files that are not those of the treaties in treaties.csv.
_OTHER_NAMES = {
    "op-cedaw": "cedaw-op",
    "op-crc-ac": "crc-opac",
    "op-crc-sc": "crc-opsc",
    "op-crc-ic": "crc-opic",
    "op-crpd": "crpd-op",
}
_NO_CODES = {"TP", "S", "UK", "EL"}  # stand in iso2, but are not codes of ISO 3166-1


def _recognises(head: Head) -> bool:
    return set(_COLUMNS) <= set(head.columns)


def _load(path: Path, sink: Sink) -> None:
    sink.write("treaty_status", _rows(path, _treaty(path), sink))
    sink.remark("ignored", "iso2 repeats the member as a code")


def _treaty(path: Path) -> str:
    """The slug of the file's treaty. Raises LoadError where its name does not say which that is."""
    found = _NAME.fullmatch(path.stem)
    name = found[1].replace("_", "-") if found else ""
    slug = _OTHER_NAMES.get(name, name)
    if slug not in _slugs():
        raise LoadError("its name does not say which treaty it is of; it should be as hr_status_cedaw.csv")
    return slug


@cache
def _slugs() -> frozenset[str]:
    return frozenset(row["slug"] for row in read_rows("mahdar.record", "treaties.csv"))


def _rows(path: Path, treaty: str, sink: Sink) -> Iterator[dict[str, object]]:
    for place, line in csv_lines(path, encoding_of(path)):
        if missing := [column for column in _COLUMNS if column not in line]:
            raise LoadError(f"has no column {missing[0]!r}, which these tables have")
        member, status = words(line["member"]), words(line["status"])
        if member is None or status is None:
            raise LoadError(f"{place} has no {'status' if member else 'member'}: it may be cut short")
        if line["iso2"] in _NO_CODES:
            sink.remark("odd", "iso2 is no code of ISO 3166-1", place=place, value=line["iso2"])
        state = find_state(member)
        if state is None:
            sink.remark("odd", "a member whose name is not known stands without a state", place=place, value=member)
        yield {
            "place": place,
            "treaty": treaty,
            "state": state,
            "name_told": member,
            "party": _mark(line["state party"], place, sink),
            "signatory": _mark(line["signatory"], place, sink),
            "no_action": _mark(line["no action"], place, sink),
            "year": _year(line["year ratification or accession"], place, sink),
            "status_told": status,
            "note": words(line.get("note")),
        }


def _mark(cell: str, place: str, sink: Sink) -> bool | None:
    if cell.strip() not in _MARKS:
        sink.remark("lost", "a mark that is neither 1 nor 0", place=place, value=cell)
    return _MARKS.get(cell.strip())


def _year(cell: str, place: str, sink: Sink) -> int | None:
    if re.fullmatch(r"\d{4}", cell.strip()):
        return int(cell)
    if cell.strip():
        sink.remark("lost", "a year that is none", place=place, value=cell)
    return None


LOADER = Loader("treaty-status", "Status of a human-rights treaty, years", "untc-years", _recognises, _load, _treaty)
