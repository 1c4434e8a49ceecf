"""Tallies, unanimity and states in all the ways in which reports word them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.held import one

TALLIES = [
    (
        "اعتمد مجلس الأمن القرار 1929 بأغلبية 12 صوتا مقابل صوتين وامتناع دولة واحدة.",
        {"yes": 12, "no": 2, "abstain": 1},
    ),
    ("صدر القرار 1929 عن مجلس الأمن بموافقة 12 عضوا ومعارضة صوتين.", {"yes": 12, "no": 2}),
    ("اعتمد مجلس الأمن القرار 2231 بالإجماع.", {"no": 0, "abstain": 0}),
    (
        "The Security Council adopted resolution 1929 by 12 votes to 2, with one abstention.",
        {"yes": 12, "no": 2, "abstain": 1},
    ),
    ("The Security Council passed resolution 1929 by a vote of 12-2-1.", {"yes": 12, "no": 2, "abstain": 1}),
    (
        "The Security Council adopted resolution 2231 by 15 votes to none with no abstentions.",
        {"yes": 15, "no": 0, "abstain": 0},
    ),
    ("Resolution 1929 got 12 votes in favour and two against in the Security Council.", {"yes": 12, "no": 2}),
    ("The Security Council unanimously adopted resolution 2231.", {"no": 0, "abstain": 0}),
]


@pytest.mark.parametrize(("sentence", "tally"), TALLIES)
def test_the_tally_is_read_and_borne_out(sentence: str, tally: Mapping[str, int]) -> None:
    claim = one(sentence, "council.vote")
    assert {k: v for k, v in claim.args.items() if k in ("yes", "no", "abstain")} == tally
    assert claim.verdict == "supported"
    assert claim.citations[0].symbol is not None


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("امتنعت الصين وإثيوبيا عن التصويت في مجلس الأمن.", {"CHN": "abstain", "ETH": "abstain"}),
        ("صوتت روسيا ضد النص في مجلس الأمن.", {"RUS": "no"}),
        ("China and Ethiopia abstained in the Security Council.", {"CHN": "abstain", "ETH": "abstain"}),
        (
            "The text passed the Security Council with 13 votes, with Russia and China abstaining.",
            {"RUS": "abstain", "CHN": "abstain"},
        ),
        (
            "Ten members of the Security Council voted in favour and two against, namely Russia and Bolivia.",
            {"RUS": "no", "BOL": "no"},
        ),
    ],
)
def test_who_voted_how(sentence: str, states: Mapping[str, str]) -> None:
    assert one(sentence, "council.vote").args["states"] == states


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("اعتمد مجلس الأمن القرار 2397 بأغلبية 13 صوتا مقابل صوتين.", "refuted"),
        ("The Security Council adopted resolution 2397 by 14 votes to 1.", "refuted"),
        ("The Security Council adopted resolution 2216 with Russia and China abstaining.", "conflicting"),
        ("The Security Council unanimously adopted resolution 2397 on 3 March 2016.", "conflicting"),
        ("The Security Council adopted resolution 3999 by 14 votes to 1.", "not-enough-evidence"),
    ],
)
def test_a_wrong_tally_of_a_known_resolution_is_refuted_and_a_half_right_one_conflicts(
    sentence: str, verdict: str
) -> None:
    assert one(sentence, "council.vote").verdict == verdict


def test_a_vote_in_another_chamber_is_none_of_ours() -> None:
    assert not [
        c for c in ("council.vote", "assembly.vote") if c in _kinds("وافق مجلس النواب على القانون بأغلبية 120 صوتا.")
    ]


def _kinds(sentence: str) -> set[str]:
    from tests.held import kinds

    return kinds(sentence)
