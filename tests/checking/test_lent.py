"""Times that another clause only lends refute nothing."""

from __future__ import annotations

import pytest

from tests.held import judged


def verdict(text: str, kind: str, published: str) -> str:
    return next(c.verdict for c in judged(text, published) if c.kind == kind)


@pytest.mark.parametrize(
    ("text", "kind", "published"),
    [
        (
            "Albania described the sanctions as an insult on Monday, while the United States has withdrawn from the"
            " Human Rights Council.",
            "rights_council.member",
            "2018-06-25",
        ),
        (
            "Chad discussed reform on Tuesday, as Albania took over the presidency of the Security Council.",
            "council.presidency",
            "2022-06-02",
        ),
        (
            "North Korea did not accept any of the 167 recommendations made during its first Universal Periodic"
            " Review and a tanker from Qatar was blacklisted on Monday.",
            "review.round",
            "2010-03-25",
        ),
    ],
)
def test_a_time_of_another_clause_refutes_nothing(text: str, kind: str, published: str) -> None:
    assert verdict(text, kind, published) != "refuted"


@pytest.mark.parametrize(
    ("text", "kind", "published"),
    [
        ("Kenya and Greece remain on the Security Council until the end of 2026.", "council.member", "2026-01-05"),
        ("خضعت قطر للاستعراض مرتين. وصادقت على اتفاقية حقوق الطفل عام 2007.", "treaty.party", "2019-05-06"),
        (
            "Switzerland was formally admitted as the 190th member of the United Nations on 10 September 1998.",
            "un.member",
            "2003-01-01",
        ),
    ],
)
def test_its_own_time_still_does(text: str, kind: str, published: str) -> None:
    assert verdict(text, kind, published) == "refuted"
