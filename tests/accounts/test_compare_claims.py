"""Claims and openings: alike, different, or of two things."""

from __future__ import annotations

from typing import Any

import pytest

from mahdar.accounts.compare import compare
from mahdar.accounts.compare_claims import relation
from mahdar.accounts.telling import tell
from mahdar.model import Claim, Why


def claim(kind: str, negated: bool = False, **args: Any) -> Claim:
    return Claim(0, 1, "x", kind, args, negated, "not-enough-evidence", Why("", ""))


VOTE: dict[str, Any] = {"symbol": "S/RES/2728", "at": "2024-03-25"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (claim("council.size", members=15), claim("council.size", members=15), "same"),
        (claim("council.size", members=15), claim("council.size", members=14), "other"),
        (claim("council.vote", **VOTE, yes=14), claim("council.vote", **VOTE, yes=14, abstain=1), "same"),
        (claim("council.vote", **VOTE, yes=14), claim("council.vote", **VOTE, yes=13), "other"),
        (
            claim("council.vote", symbol="S/RES/2728 (2024)", yes=14),
            claim("council.vote", symbol="S/RES/2728", yes=14),
            "same",
        ),
        # One topic without a narrow time may be two votes.
        (claim("assembly.vote", topic="UKR", yes=141), claim("assembly.vote", topic="UKR", yes=93), None),
        (
            claim("assembly.vote", topic="UKR", at="2022-03-02", yes=141),
            claim("assembly.vote", topic="UKR", at="2022-03", yes=140),
            "other",
        ),
        (
            claim("council.veto", by=["RUS"], topic="SYR", at="2017"),
            claim("council.veto", by=["RUS"], topic="SYR", at="2019"),
            None,
        ),
        (
            claim("council.veto", by=["RUS"], topic="SYR", at="2017-04-12"),
            claim("council.veto", by=["RUS", "CHN"], topic="SYR", at="2017-04"),
            "same",
        ),
        (claim("un.member", state="SSD", at="2011"), claim("un.member", state="SSD", at="2012"), "other"),
        (claim("review.count", state="PRK", times=2), claim("review.count", state="PRK", times=3), "other"),
        (claim("review.count", state="PRK", times=2), claim("review.count", state="CUB", times=2), None),
        (claim("review.round", state="PRK", round=3), claim("review.round", state="PRK", round=2), None),
        (claim("treaty.party", state="EGY", treaty="iccpr"), claim("treaty.party", state="EGY", treaty="cat"), None),
        (claim("treaty.party", state="EGY", status="party"), claim("un.member", state="EGY"), None),
        (
            claim("council.veto", topic="SYR", at="2017-04-12"),
            claim("council.veto", True, topic="SYR", at="2017-04-12"),
            "other",
        ),
    ],
)
def test_relation(one: Claim, other: Claim, expected: str | None) -> None:
    assert relation(one, other) == expected
    assert relation(other, one) == expected


def test_each_cell_has_the_verdict_of_its_own_account() -> None:
    one = tell("a", "The Security Council has 15 members.")
    other = tell("b", "يتألف مجلس الأمن من 14 عضوا.")
    rows = [row for row in compare([one, other]).claims if row.kind == "council.size"]
    assert [row.told for row in rows] == ["differently"]
    (right,), (wrong,) = rows[0].cells
    assert (right.verdict, wrong.verdict) == ("supported", "refuted")
    assert right.citations
    assert wrong.citations


def times(one: str, other: str) -> list[tuple[str, list[list[str | None]]]]:
    found = compare([tell("a", one), tell("b", other)]).times
    return [(row.told, [[cell.edtf for cell in own] for own in row.cells]) for row in found]


def test_one_event_on_two_days_is_told_differently() -> None:
    one = "The Security Council will hold an emergency meeting on Sudan on 6 May 2024. Diplomats confirmed it."
    other = "The Security Council will hold an emergency meeting on Sudan on 7 May 2024. Diplomats confirmed it."
    assert times(one, other) == [("differently", [["2024-05-06"], ["2024-05-07"]])]
    assert times(one, one) == [("alike", [["2024-05-06"], ["2024-05-06"]])]


def test_two_events_are_told_separately() -> None:
    one = "The Security Council will hold an emergency meeting on Sudan on 6 May 2024. Diplomats confirmed it."
    other = "A festival of films opened in the old port on 9 June 2024. The prize went to a comedy."
    assert times(one, other) == [("separately", [["2024-05-06"], ["2024-06-09"]])]


def test_backgrounds_and_datelines_are_no_time_of_the_event() -> None:
    one = "GENEVA, 3 May 2024 - The committee has sat since 2014 in the same old room."
    assert times(one, "The minister spoke on 2 May 2024 about the old harbour.")[0][1] == [[], ["2024-05-02"]]
    assert times(one, one) == []
