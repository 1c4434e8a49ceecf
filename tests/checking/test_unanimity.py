"""Unanimity that is denied, wished for or only nearly reached. Resolution 2511 had two abstentions, 2231 none."""

from __future__ import annotations

import pytest

from tests.held import judged, one

_DAY = "2022-03-26"


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Security Council resolution 2511 was not adopted unanimously.", "supported"),
        ("Security Council resolution 2511 did not pass unanimously.", "supported"),
        ("The Security Council failed to adopt resolution 2511 unanimously.", "supported"),
        ("The Security Council was not unanimous on resolution 2511.", "supported"),
        ("Security Council resolution 2511 lacked unanimous support.", "supported"),
        ("Unlike resolution 2231, resolution 2511 was not adopted unanimously by the Security Council.", "supported"),
        ("لم يعتمد مجلس الأمن القرار 2511 بالإجماع.", "supported"),
        ("لم يحظ قرار مجلس الأمن 2511 بالإجماع.", "supported"),
        ("أسف لعدم صدور قرار مجلس الأمن 2511 بالإجماع.", "supported"),
        ("Security Council resolution 2231 was not adopted unanimously.", "refuted"),
        ("لم يعتمد مجلس الأمن القرار 2231 بالإجماع.", "refuted"),
    ],
)
def test_unanimity_denied(sentence: str, verdict: str) -> None:
    claim = one(sentence, "council.vote", _DAY)
    assert (claim.negated, claim.verdict) == (True, verdict)


@pytest.mark.parametrize(
    "sentence",
    [
        "A first draft failed, but Security Council resolution 2231 was adopted unanimously in 2015.",
        "لم يفشل مجلس الأمن واعتمد القرار 2231 بالإجماع.",
    ],
)
def test_another_deed_that_failed_denies_nothing(sentence: str) -> None:
    claim = one(sentence, "council.vote", _DAY)
    assert (claim.negated, claim.verdict) == (False, "supported")


@pytest.mark.parametrize(
    "sentence",
    [
        "He would have preferred Security Council resolution 2511 to be adopted unanimously.",
        "He wished that Security Council resolution 2511 had been adopted unanimously.",
        "Only two abstentions kept Security Council resolution 2511 from being adopted unanimously.",
        "Two abstentions denied Security Council resolution 2511 a unanimous vote.",
        "Despite hopes for a unanimous vote, Security Council resolution 2511 was adopted with two abstentions.",
        "Security Council resolution 2511 passed almost unanimously, with Russia and China abstaining.",
        "قالت في مجلس الأمن إن اجتماع اليوم بشأن سوريا يعكس إجماعا متزايدا على أن الهدنة ضرورية.",
        "كان يفضل أن يصدر قرار مجلس الأمن 2511 بالإجماع.",
        "رغم الآمال في اعتماد قرار مجلس الأمن 2511 بالإجماع امتنعت روسيا والصين عن التصويت.",
        "حال امتناع روسيا والصين دون اعتماد قرار مجلس الأمن 2511 بالإجماع.",
        "خلافا للقرار 2231، لم يعتمد مجلس الأمن القرار 2511 بالإجماع.",
    ],
)
def test_unanimity_that_did_not_come_about_contradicts_nothing(sentence: str) -> None:
    assert not [c for c in judged(sentence, _DAY) if c.verdict in ("refuted", "conflicting")]


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("صوتت لصالح قرار مجلس الأمن كل من الصين وروسيا إلى جانب باكستان.", {"CHN", "RUS", "PAK"}),
        ("امتنعت الصين عن التصويت إلى جانب الهند على قرار مجلس الأمن بشأن سوريا.", {"CHN", "IND"}),
    ],
)
def test_those_beside_whom_states_vote(sentence: str, states: set[str]) -> None:
    told = one(sentence, "council.vote", _DAY).args["states"]
    assert isinstance(told, dict)
    assert {*told} == states


@pytest.mark.parametrize("sentence", ["Security Council resolution 2231 was adopted nearly unanimously in July 2015."])
def test_unanimity_nearly_reached_is_neither_told_nor_denied(sentence: str) -> None:
    assert [claim.kind for claim in judged(sentence, _DAY)] == ["council.resolution"]
