"""Headlines in which an attitude stands in marks, and those whose colon only names a topic."""

from __future__ import annotations

import pytest

from mahdar import pipeline

_BODY = "\nThe meeting in Geneva lasted until the evening and ended without a vote."


def _said(title: str) -> list[tuple[str, str]]:
    reading = pipeline.read(title + _BODY, id="headline")
    return [(statement.text, "+".join(statement.speakers)) for statement in reading.statements]


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Syria 'ready' for return of families", "state:SYR"),
        ("Moscow ‘deeply concerned’ over Kosovo vote", "state:RUS"),
        ("UN is 'alarmed' by floggings in Aceh", "body:un"),
    ],
)
def test_an_attitude_in_marks_is_its_subjects_own(title: str, speaker: str) -> None:
    assert _said(title) == [(title, speaker)]


@pytest.mark.parametrize(
    "title",
    [
        "Iran 'executes' four smugglers",
        "Ukraine 'shelling' kills nurse",
        "Syria ready for return of families",
        "Eritrea: Free pastors held since spring",
        "Kremlin: Remarks by the president on drought",
    ],
)
def test_a_deed_in_marks_and_a_topic_say_nothing(title: str) -> None:
    assert _said(title) == []


def test_a_capital_before_a_colon_speaks_even_in_the_imperative() -> None:
    assert _said("Moscow: Release our sailors at once") == [("Release our sailors at once", "state:RUS")]
