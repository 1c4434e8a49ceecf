"""All members of a body, told without their number: nobody against or abstaining, unless some are left out."""

from __future__ import annotations

import pytest

from tests.held import judged


def votes(text: str) -> list[dict[str, object]]:
    return [dict(claim.args) for claim in judged(text, "2011-03-20") if claim.kind == "council.vote"]


@pytest.mark.parametrize(
    "text",
    [
        "All members of the Security Council voted for resolution 1970.",
        "All Security Council members voted on Saturday for resolution 1970.",
        "صوت جميع أعضاء مجلس الأمن لصالح القرار 1970.",
        "اعتمد مجلس الأمن القرار 1970 بتأييد جميع أعضائه.",
    ],
)
def test_all_members_are_no_vote_against_and_no_abstention(text: str) -> None:
    assert [(told.get("no"), told.get("abstain")) for told in votes(text)] == [(0, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "Nearly all members of the Security Council voted for resolution 1973.",
        "Virtually all members of the Security Council voted for resolution 1973.",
        "All members of the Security Council voted for resolution 1973, bar five.",
        "All members of the Security Council from Africa voted for resolution 1973.",
        "With Russia and China standing aside, all members of the Security Council voted for resolution 1973.",
        "صوت جميع أعضاء مجلس الأمن المنتخبين لصالح القرار 1973.",
        "صوت جميع أعضاء مجلس الأمن لصالح القرار 1973 دون روسيا والصين.",
        "صوت جميع أعضاء مجلس الأمن لصالح القرار 1973 ناقص خمسة.",
        "صوت جميع أعضاء مجلس الأمن تقريبا لصالح القرار 1973.",
    ],
)
def test_who_is_left_out_makes_them_not_all(text: str) -> None:
    assert all("no" not in told and "abstain" not in told for told in votes(text))


@pytest.mark.parametrize("exception", ["باستثناء", "عدا", "خلا"])
def test_those_left_out_are_no_tally(exception: str) -> None:
    assert not votes(f"صوت جميع أعضاء مجلس الأمن {exception} خمسة لصالح القرار 1973.")
