"""Votes told as nouns: whose they are, and when they were not cast."""

from __future__ import annotations

import pytest

from tests.held import votes_of


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("China's abstention on resolution 1973 surprised nobody.", {"CHN": "abstain"}),
        ("Despite Germany's abstention on resolution 1973, the alliance held.", {"DEU": "abstain"}),
        ("Paris regretted Germany's abstention on resolution 1973.", {"DEU": "abstain"}),
        ("Explaining its abstention on resolution 1973, Germany said it saw risks.", {"DEU": "abstain"}),
        (
            "Both abstentions on resolution 1973 in the Council came from Germany and Brazil.",
            {"DEU": "abstain", "BRA": "abstain"},
        ),
        ("The two negative votes on resolution 678 were cast by Cuba and Yemen.", {"CUB": "no", "YEM": "no"}),
        ("The negative votes of Cuba and Yemen on resolution 678 changed nothing.", {"CUB": "no", "YEM": "no"}),
    ],
)
def test_whose_a_vote_is(text: str, states: dict[str, str]) -> None:
    assert votes_of(text, "2011-03-20") == states


@pytest.mark.parametrize(
    "text",
    [
        "France feared China's abstention on resolution 1970.",
        "Paris ruled out Germany's abstention on resolution 1970.",
        "There were rumours of China's abstention on resolution 1970.",
        "Britain moved quickly to avoid China's abstention on resolution 1970.",
        "خشيت باريس امتناع ألمانيا عن التصويت على القرار 1970 في مجلس الأمن.",
        "After its abstention on resolution 1973, France's neighbour Germany stayed away.",
        "After its abstention on resolution 1973, France said, Germany lost weight.",
        "No vote was cast by Libya on resolution 1973.",
        "All abstentions on resolution 1973 were explained, and thanks came from France.",
        "Criticism of the abstentions on resolution 1973 came from France.",
    ],
)
def test_what_nobody_is_said_to_have_cast(text: str) -> None:
    assert votes_of(text, "2011-03-20") == {}
