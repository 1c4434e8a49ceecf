"""The tables of events: every condition names a class that exists, every type is of PLOVER."""

from __future__ import annotations

import pytest

from mahdar.reading.events.senses import CARRIER, Condition, needs, unless
from mahdar.tables import Row, read_rows, read_toml

ROOM = "mahdar.reading"
TYPES = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT"} | {
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
}
MADE = {"deed", "result", *(type_.lower() for type_ in TYPES)}


def rows(language: str) -> list[Row]:
    return read_rows(ROOM, f"events_{language}_verbs.csv") + read_rows(ROOM, f"events_{language}_nouns.csv")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_types_are_of_plover(language: str) -> None:
    assert {row["type"] for row in rows(language)} <= TYPES | {CARRIER}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_conditions_name_known_classes(language: str) -> None:
    table = read_toml(ROOM, f"events_{language}.toml")
    nouns = read_rows(ROOM, f"events_{language}_nouns.csv")
    known = MADE | set(table["classes"]) | set(table["cues"])
    known |= {name for row in nouns for name in row["classes"].split("|")}
    wanted = {c.wanted for row in rows(language) for group in needs(row["needs"]) for c in group}
    wanted |= {c.wanted for row in rows(language) for c in unless(row["unless"])}
    assert wanted <= known


def test_classes_that_hold_with_the_article_are_known() -> None:
    table = read_toml(ROOM, "events_ar.toml")
    assert set(table["definite"]["classes"]) <= set(table["classes"])


def test_conditions_are_read_from_a_cell() -> None:
    assert needs(">fire|rocket&<armed") == (
        (Condition("fire", ">"),),
        (Condition("rocket"), Condition("armed", "<")),
    )
    assert unless("+day|sport") == (Condition("day", "+"), Condition("sport"))
    assert unless("^arts|=arts") == (Condition("arts", "^"), Condition("arts", "="))
    assert needs("") == ()
