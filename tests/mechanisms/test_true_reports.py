"""True reports of several sentences, where day, state, body and subject stand in other sentences than the claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.held import judged

_BORNE_OUT = 4.0  # claims of a report, on the average


def _reports(language: str) -> list[tuple[str, str]]:
    """The day and the text of every report of a table."""
    lines = (Path(__file__).parent / f"true_reports_{language}.txt").read_text("utf-8").splitlines()
    parted = (line.partition("|") for line in lines if line and not line.startswith("#"))
    return [(day.strip(), text.strip()) for day, _, text in parted]


@pytest.mark.parametrize(("day", "text"), [*_reports("en"), *_reports("ar")])
def test_nothing_in_a_true_report_is_refuted(day: str, text: str) -> None:
    against = [(c.kind, dict(c.args)) for c in judged(text, day) if c.verdict in ("refuted", "conflicting")]
    assert against == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_much_of_them_is_borne_out(language: str) -> None:
    reports = _reports(language)
    borne = [c for day, text in reports for c in judged(text, day) if c.verdict == "supported"]
    assert len(borne) >= _BORNE_OUT * len(reports)
