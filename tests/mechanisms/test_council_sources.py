"""Where official sources disagree both are cited, whichever of them the claim follows."""

from __future__ import annotations

import pytest

from tests.held import one, record


@pytest.mark.parametrize(
    ("sentence", "kind", "published"),
    [
        ("The Security Council voted 13-2 on the draft on North Korea on 26 May 2022.", "council.vote", "2022-05-28"),
        ("The Security Council vote on the North Korea draft on 26 May 2022 was 13-0-2.", "council.vote", "2022-05-28"),
        ("The Security Council adopted resolution 1958 by 14 votes with one abstention.", "council.vote", "2010-12-17"),
        ("اعتمد مجلس الأمن القرار 1958 بالإجماع.", "council.vote", "2010-12-17"),
        (
            "France and the Soviet Union vetoed a Security Council draft on Spain on 26 June 1946.",
            "council.veto",
            "1946-07",
        ),
        (
            "The General Assembly adopted resolution ES-10/21 by 121 votes to 14 with 44 abstentions.",
            "assembly.vote",
            "2023-10-28",
        ),
        (
            "اعتمدت الجمعية العامة القرار ES-10/21 بأغلبية 120 صوتا مقابل 14 صوتا وامتناع 45 دولة.",
            "assembly.vote",
            "2023-10-28",
        ),
        (
            "The General Assembly adopted resolution 62/167 by 102 votes to 22 with 58 abstentions.",
            "assembly.vote",
            "2008-01-28",
        ),
    ],
)
def test_both_are_cited(sentence: str, kind: str, published: str) -> None:
    claim = one(sentence, kind, published)
    assert claim.verdict == "conflicting"
    assert len({citation.source for citation in claim.citations} | {citation.title for citation in claim.citations}) > 2
    assert "Another" in claim.why.en
    assert "آخر" in claim.why.ar or "أخرى" in claim.why.ar


@pytest.mark.parametrize(("number", "day"), [("666", "13 September 1990"), ("695", "30 May 1991")])
def test_numbers_that_the_yearly_tables_print_wrong_are_known(number: str, day: str) -> None:
    claim = one(f"The Security Council adopted resolution {number} on {day}.", "council.resolution", "1992-01-10")
    assert claim.verdict == "supported"
    assert record().decision(f"S/RES/{number}") is not None


def test_a_third_tally_is_neither() -> None:
    claim = one("The Security Council adopted resolution 1958 by 11 votes to 4.", "council.vote", "2010-12-17")
    assert claim.verdict == "refuted"
