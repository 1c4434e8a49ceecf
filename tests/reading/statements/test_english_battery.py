"""Statements in passages written in the manner of many outlets: the table beside this test says what is wanted."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from mahdar.model import Statement
from mahdar.reading.passage import Passage
from mahdar.reading.reader import read_passage

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("english_battery.toml").read_text("utf-8"))[
    "passage"
]


def speaks(passage: Passage, statement: Statement, wanted: str) -> bool:
    """Whether the speaker is the one wanted, in the writing of the table."""
    if wanted == "-":
        return not statement.speakers
    if wanted.startswith("~"):
        return wanted[1:].lower() in (statement.speaker_text or "").lower()
    return {passage.principal(one) for one in statement.speakers} == set(wanted.split("+"))


def as_told(passage: Passage, statement: Statement, wanted: str) -> str:
    """The statement in the writing of the table, with the speaker as wanted where that holds."""
    speaker = wanted.split(" | ")[0]
    if not speaks(passage, statement, speaker):
        speaker = "+".join(passage.principal(one) for one in statement.speakers) + f" ({statement.speaker_text})"
    text = statement.text.removesuffix(".")
    return " | ".join([speaker, statement.act, text, *("+".join(statement.via),) * bool(statement.via)])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_what_a_passage_says(case: dict[str, Any]) -> None:
    passage = read_passage(case["text"], "en")
    wanted = [*case["said"], *["?"] * len(passage.statements)]
    found = [as_told(passage, one, want) for one, want in zip(passage.statements, wanted, strict=False)]
    assert found == [one.removesuffix(".") for one in case["said"]]


def test_the_battery_is_wide() -> None:
    acts = {one.split(" | ")[1] for case in CASES for one in case["said"]}
    assert len(CASES) >= 150
    assert acts == {
        "say", "accuse", "deny", "oppose", "support", "demand", "threaten", "warn", "announce", "promise", "no-comment",
    }  # fmt: skip


def test_no_passage_stands_twice() -> None:
    texts = [case["text"] for case in CASES]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("case", [case for case in CASES if case["said"]][::9], ids=lambda case: case["text"][:40])
def test_a_passage_reads_the_same_behind_another_paragraph(case: dict[str, Any]) -> None:
    alone = [one.text for one in read_passage(case["text"], "en").statements]
    behind = read_passage("The bridge was closed for repairs.\n\nRain fell.\n\n" + case["text"], "en").statements
    headline = case["text"].partition("\n")[0]
    if ":" in headline or " - " in headline:
        return  # a headline speaks only at the head of a report
    assert [one.text for one in behind] == alone


def test_each_state_of_a_shared_post_has_its_own() -> None:
    found = read_passage("The foreign ministers of Turkey and Iraq said the border would stay open.", "en")
    assert found.statements[0].speakers == ("person:foreign-minister-of-tur", "person:foreign-minister-of-irq")
    described = found.entities["person:foreign-minister-of-irq"]
    assert (described.name, described.principal) == ("Foreign Minister of Iraq", "state:IRQ")


def test_a_group_in_a_headline_stays_nameless_where_no_group_speaks_below() -> None:
    text = "Rights group says 12 held\n\nResidents said soldiers took them. Residents said more would follow."
    assert read_passage(text, "en").statements[0].speakers == ("body:rights-group",)


def test_a_stranger_serves_the_body_that_spoke_before_him() -> None:
    text = "The Clean Wells Trust thanked its donors. Its chief executive, Ola Berg, said pumps were on the way."
    assert read_passage(text, "en").entities["person:ola-berg"].principal == "body:clean-wells-trust"
