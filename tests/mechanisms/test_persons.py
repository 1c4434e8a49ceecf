"""Holders of offices under the spellings of the press."""

from __future__ import annotations

import pytest

from mahdar.mechanisms.offices.persons import alike, persons, recorded
from tests.held import one


@pytest.mark.parametrize("name", ["أنطونيو غوتيريش", "أنطونيو جوتيريس", "انطونيو غوتيرس", "أنتونيو غوتيريز"])
def test_spellings_of_one_name_are_one_person(name: str) -> None:
    claim = one(f"التقى الأمين العام للأمم المتحدة {name} الوفد.", "official.holds", "2019-05-05")
    assert (claim.args["person"], claim.verdict) == ("antonio-guterres", "supported")


def test_a_stranger_sounds_like_nobody() -> None:
    assert alike(["محمد", "صالح"]) is None
    assert alike(["غوتيريش"]) is None


def test_the_usual_slug_and_that_of_the_record() -> None:
    assert persons().get("Karim Khan") == ("karim-khan",)
    assert recorded("karim-khan") == "karim-a-a-khan"
    assert recorded("ban-ki-moon") == "ban-ki-moon"
