"""States that are only named among those of whom nobody did something; and who is told not to be among them."""

from __future__ import annotations

import pytest

from tests.held import judged, scene

LEFT_OUT = (
    "Not one of the Security Council's 15 members, Kenya included, voted against resolution 2594.",
    "None of them, including Kenya and India, opposed Security Council resolution 2594.",
    "لم يصوت أحد من أعضاء مجلس الأمن، ومنهم كينيا والهند، ضد القرار 2594.",
)


@pytest.mark.parametrize("text", LEFT_OUT)
def test_included_among_nobody(text: str) -> None:
    assert not scene(text).states_in(0, 99)
    assert not [c for c in judged(text, "2021-09-15") if c.verdict == "refuted"]


def test_included_among_those_who_did() -> None:
    there = scene("All 15 members, Kenya included, voted for Security Council resolution 2594.").states_in(0, 99)
    assert [state.codes for state in there] == [("KEN",)]


def test_not_among_the_votes_told() -> None:
    text = "نال القرار 2385 في مجلس الأمن في 14 نوفمبر 2017 11 صوتا، ليس بينها صوت بوليفيا."
    assert not [c for c in judged(text, "2017-11-20") if c.verdict in ("refuted", "conflicting")]
