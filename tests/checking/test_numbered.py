"""The permanent and the elected members of the Security Council, named one by one behind their number."""

from __future__ import annotations

import pytest

from tests.held import judged

_FIVE = "China, France, Russia, Britain and the United States"
_TEN = "Egypt, Japan, Senegal, Ukraine, Uruguay, Sweden, Bolivia, Ethiopia, Italy and Kazakhstan"


def _seats(text: str) -> dict[object, tuple[object, str]]:
    found = [c for c in judged(text, "2017-04-01") if c.kind == "council.member"]
    return {c.args["state"]: (c.args.get("seat"), c.verdict) for c in found}


def test_both_kinds_of_members_are_named() -> None:
    told = _seats(f"The Security Council has five permanent members: {_FIVE}; and ten elected members: {_TEN}.")
    assert len(told) == 15
    assert told["FRA"] == ("permanent", "supported")
    assert told["KAZ"] == ("elected", "supported")


def test_who_is_none_of_them_is_refuted() -> None:
    told = _seats(f"The Security Council has ten elected members: {_TEN.replace('Egypt', 'Brazil')}.")
    assert told["BRA"] == ("elected", "refuted")


@pytest.mark.parametrize(
    "text",
    [
        f"The Security Council heard ten elected mayors: {_TEN}.",
        f"In 2013 the Security Council had ten elected members: {_TEN}.",
        "The Security Council has ten elected members: Egypt, Japan and others.",
        "ترشحت لمجلس الأمن خمس دول للمقاعد غير الدائمة وهي كندا وأيرلندا والنرويج والهند والمكسيك.",
    ],
)
def test_others_of_that_number_are_none(text: str) -> None:
    assert not _seats(text)
