"""Statements in passages written in the manner of many outlets: the table beside this test says what is wanted."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from mahdar.model import Statement
from mahdar.reading.passage import Passage
from mahdar.reading.reader import read_passage

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("arabic_battery.toml").read_text("utf-8"))["case"]


def speaks(passage: Passage, statement: Statement, wanted: str) -> bool:
    """Whether the speaker is the one wanted: principals joined by +, words of the text in marks, or - for nobody."""
    if wanted == "-":
        return not statement.speakers
    if wanted.startswith('"'):
        return wanted.strip('"') in (statement.speaker_text or "")
    return sorted({passage.principal(one) for one in statement.speakers}) == sorted(wanted.split("+"))


def as_told(passage: Passage, statement: Statement, wanted: str) -> str:
    """The statement in the writing of the table, with the speaker as wanted where that holds."""
    speaker = [*wanted.split(" | "), ""][1]
    if not speaks(passage, statement, speaker):
        speaker = "+".join(passage.principal(one) for one in statement.speakers) + f' "{statement.speaker_text}"'
    return " | ".join([statement.act, speaker, statement.text, *("+".join(statement.via),) * bool(statement.via)])


def told(case: dict[str, Any]) -> list[str]:
    """What is found in the text of a case and in what stands before it, in the writing of the table."""
    passage = read_passage("\n".join(filter(None, (case.get("before"), case["text"]))), "ar")
    wanted = [*case["said"], *[""] * len(passage.statements)]
    return [as_told(passage, one, want) for one, want in zip(passage.statements, wanted, strict=False)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_the_battery(case: dict[str, Any]) -> None:
    assert told(case) == case["said"]


def test_the_battery_is_wide() -> None:
    acts = {line.split(" | ")[0] for case in CASES for line in case["said"]}
    assert len(CASES) >= 150
    assert acts >= {"say", "accuse", "deny", "oppose", "support", "demand", "threaten", "warn", "announce", "promise"}
