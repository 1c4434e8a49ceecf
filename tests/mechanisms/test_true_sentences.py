"""True sentences as newspapers word them: none is refuted, and many are borne out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.held import judged

_BORNE_OUT = {"en": 0.5, "ar": 0.65}  # of the sentences; the others claim nothing that the record holds


def _lines(language: str) -> list[tuple[str, str]]:
    """The day of the report and the sentence of every line of a table."""
    lines = (Path(__file__).parent / f"true_{language}.txt").read_text("utf-8").splitlines()
    parted = (line.partition("|") for line in lines if line and not line.startswith("#"))
    return [(day.strip(), text.strip()) for day, _, text in parted]


@pytest.mark.parametrize(("day", "text"), [*_lines("en"), *_lines("ar")])
def test_nothing_true_is_refuted(day: str, text: str) -> None:
    against = [(c.kind, dict(c.args)) for c in judged(text, day) if c.verdict in ("refuted", "conflicting")]
    assert against == []


@pytest.mark.parametrize("language", [*_BORNE_OUT])
def test_many_are_borne_out(language: str) -> None:
    lines = _lines(language)
    borne = [text for day, text in lines if any(c.verdict == "supported" for c in judged(text, day))]
    assert len(borne) >= _BORNE_OUT[language] * len(lines)
