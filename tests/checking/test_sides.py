"""Verbs of voting parted from their side, and who alone voted so."""

from __future__ import annotations

import pytest

from tests.held import votes_of


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Cuba voted on Thursday against Security Council resolution 678.", {"CUB": "no"}),
        ("صوتت كوبا الخميس في مجلس الأمن ضد القرار 678.", {"CUB": "no"}),
        ("Russia was the only member of the Council to vote against resolution 1973.", {"RUS": "no"}),
        ("Libya was the only country to vote against Security Council resolution 1973.", {"LBY": "no"}),
        (
            "Cuba was the sole member to vote no on Security Council resolution 678.",
            {"CUB": "no"},
        ),
        ("لم يعارض القرار 678 في مجلس الأمن إلا كوبا واليمن.", {"CUB": "no", "YEM": "no"}),
        ("اكتفت الصين بالامتناع عن التصويت على القرار 1973 في مجلس الأمن.", {"CHN": "abstain"}),
    ],
)
def test_how_states_voted(text: str, states: dict[str, str]) -> None:
    assert votes_of(text, "2011-03-20") == states


@pytest.mark.parametrize(
    "text",
    [
        "China's only choice was to vote against resolution 1973.",
        "One option for China was to vote against resolution 1973.",
        "The only thing left for Russia was to vote against resolution 1973, diplomats thought.",
        "Russia voted on Monday for two hours in the Security Council on resolution 1973.",
        "اكتفت الصين بالامتناع عن التعليق على القرار 1973 في مجلس الأمن.",
    ],
)
def test_what_is_no_vote(text: str) -> None:
    assert votes_of(text, "2011-03-20") == {}
