"""Values as JSON has them, and sources in one form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from mahdar.assistant.desk import Desk
from mahdar.assistant.plain import of_row, plain
from mahdar.dossier.shapes import Origin
from mahdar.edtf import Interval
from mahdar.export.kept import Moment

ORIGIN = Origin(
    "S/1", "A title", "A publisher", "A publication", "2026-01", "stated", "2020-02-03", "https://un.example"
)


@dataclass(frozen=True)
class Item:
    name: str
    when: Moment | None
    origin: Origin


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Interval.month(2022, 5), "2022-05"),
        (Moment("2022/..", "2022-01-01", None), "2022/.."),
        (date(2022, 5, 26), "2022-05-26"),
        (Decimal("3.0"), 3),
        (Decimal("2.5"), 2.5),
        (float("nan"), None),
        ({"b", "a"}, ["a", "b"]),
        (({"x": None, "y": (1, True)},), [{"x": None, "y": [1, True]}]),
    ],
)
def test_values(value: object, expected: object) -> None:
    assert plain(value) == expected


def test_an_origin_becomes_a_citation() -> None:
    told = plain(Item("x", Moment.of("2020-02-03"), ORIGIN))
    assert told == {
        "name": "x",
        "when": "2020-02-03",
        "citation": {
            "symbol": "S/1",
            "date": "2020-02-03",
            "title": "A title",
            "source": "A publisher",
            "url": "https://un.example",
        },
        "confidence": "stated",
        "known_since": "2020-02-03",
    }


def test_a_span_of_time_is_no_date() -> None:
    assert plain(Item("x", Moment.of("2020/2021"), ORIGIN))["citation"]["date"] is None
    assert plain(Item("x", None, ORIGIN))["citation"]["date"] is None


def test_a_row_has_the_address_of_its_document_else_of_its_publication(desk: Desk) -> None:
    vetoed, term = desk.record.vetoes(topic="PRK")[-1], desk.record.terms("RUS")[0]
    assert of_row(vetoed)["citation"]["url"].startswith("https://docs.un.org/")
    assert of_row(term)["citation"]["url"] == term.source.url
    assert of_row(term)["known_since"] == "1991-12-24"
