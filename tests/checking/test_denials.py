"""What somebody denies is denied, as far as it is the deed itself; the rest of a denied sentence is left alone."""

from __future__ import annotations

import pytest

from tests.held import judged

DENIED = (
    ("Russia denied that it had vetoed a Security Council draft on Syria on 28 February 2017.", True, "refuted"),
    ("Japan denied that it had vetoed a Security Council draft on Syria on 28 February 2017.", True, "supported"),
    (
        "Sweden denied having abstained in the Security Council on 28 February 2017 on the draft on Syria.",
        True,
        "supported",
    ),
    (
        "نفت روسيا أن تكون قد استخدمت الفيتو في مجلس الأمن ضد مشروع قرار بشأن سوريا في 1 مارس 2017.",
        True,
        "refuted",
    ),
    (
        "نفت السويد أن تكون قد امتنعت عن التصويت في مجلس الأمن على المشروع بشأن سوريا الذي نقضته روسيا "
        "في 28 فبراير 2017.",
        False,
        "supported",
    ),
)


@pytest.mark.parametrize(("text", "negated", "verdict"), DENIED)
def test_a_deed_denied_by_a_speaker_is_denied(text: str, negated: bool, verdict: str) -> None:
    found = [c for c in judged(text, "2018-05-05") if c.kind in ("council.veto", "council.vote")]
    assert (negated, verdict) in {(c.negated, c.verdict) for c in found}
    assert all(c.verdict == verdict for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "Peru denied that Kazakhstan was a member of the Security Council in 2010.",
        "Chad denied that Norway, a member of the Human Rights Council, had been asked for help.",
        "نفت بيرو أن تكون إريتريا خاضعة لعقوبات مجلس الأمن عام 2005.",
    ],
)
def test_what_else_is_denied_is_no_claim(text: str) -> None:
    assert not [c for c in judged(text, "2018-05-05") if c.verdict == "refuted"]


def test_a_resolution_in_a_denial_is_still_named() -> None:
    claims = judged("Iran denied that it had violated Security Council resolution 2231 of July 2015.", "2018-05-05")
    assert [(c.kind, c.negated, c.verdict) for c in claims] == [("council.resolution", False, "supported")]
