"""Offices of the United Nations: two who held one after the other, and one who held another."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import Office
from tests.generated.harder.blanks import Drawn, Value, Words
from tests.generated.harder.draws import Draw

_OFFICES = {
    "secretary-general": ("Secretary-General of the United Nations", "الأمين العام للأمم المتحدة"),
    "high-commissioner-human-rights": (
        "UN High Commissioner for Human Rights",
        "مفوض الأمم المتحدة السامي لحقوق الإنسان",
    ),
    "high-commissioner-refugees": (
        "UN High Commissioner for Refugees",
        "مفوض الأمم المتحدة السامي لشؤون اللاجئين",
    ),
}


def prepare(record: Record) -> Draw:
    held = {office: _held(record, office) for office in _OFFICES}
    turns = [
        (office, one, behind)
        for office, rows in held.items()
        for one, behind in pairwise(rows)
        if one.last and one.last.first and _first(behind).year == one.last.first.year >= _first(one).year + 3
    ]

    def draw(random: Random) -> Drawn | None:
        office, one, behind = random.choice(turns)
        third = random.choice([row for other, rows in held.items() if other != office for row in rows])
        if third.person in (one.person, behind.person):
            return None
        blanks: dict[str, Value] = {
            "P": Words(one.name, one.name_ar), "P2": Words(behind.name, behind.name_ar),
            "P3": Words(third.name, third.name_ar), "O": Words(*_OFFICES[office]),
            "y1": _first(one).year, "ym": _first(one).year + 1, "y2": _first(behind).year,
            "wy": _first(one).year - 4, "late": _first(behind).year + 1,
        }  # fmt: skip
        return Drawn(date(2024, 5, 5), blanks)

    return draw


def _held(record: Record, office: str) -> list[Office]:
    rows = [row for row in record.offices(office=office) if row.first and row.first.first and row.name_ar]
    return sorted(rows, key=_first)


def _first(row: Office) -> date:
    return (row.first and row.first.first) or date.min
