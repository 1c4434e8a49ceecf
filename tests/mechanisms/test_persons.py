"""Holders of offices under the spellings of the press."""

from __future__ import annotations

import pytest

from mahdar.mechanisms.offices.persons import alike, persons, recorded
from tests.held import kinds, one


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


@pytest.mark.parametrize(
    ("text", "published", "person", "at"),
    [
        (
            "A spokesman for Secretary-General Kurt Waldheim at the United Nations declined to comment.",
            "1980-01-15",
            "kurt-waldheim",
            "1980-01-15",
        ),
        (
            "وقال متحدث باسم المفوضة العليا لحقوق الإنسان ماري روبنسون إن الأمر خطير.",
            "1999-09-15",
            "mary-robinson",
            "1999-09-15",
        ),
        (
            "In 2003 then Secretary-General Kofi Annan told the General Assembly that the war was illegal.",
            "2015-01-15",
            "kofi-annan",
            "2003",
        ),
        (
            "وكان الأمين العام للأمم المتحدة آنذاك كوفي عنان قد حذر في عام 2003 من الحرب.",
            "2015-01-15",
            "kofi-annan",
            "2003",
        ),
        (
            "High Commissioner for Human Rights Michelle Bachelet, who left office on 31 August 2022, said so.",
            "2023-01-15",
            "michelle-bachelet",
            "2022-08-31",
        ),
        (
            "وكانت المفوضة السامية لحقوق الإنسان ميشيل باشليه قد غادرت منصبها في 31 أغسطس 2022.",
            "2022-10-07",
            "michelle-bachelet",
            "2022-08-31",
        ),
        (
            "ويتولى ستافان دي ميستورا مهام المبعوث الشخصي للأمين العام إلى الصحراء الغربية.",
            "2024-11-01",
            "staffan-de-mistura",
            "2024-11-01",
        ),
        (
            "Kofi Annan of Ghana was appointed Secretary-General of the United Nations on Tuesday.",
            "1996-12-18",
            "kofi-annan",
            "1996-12-17",
        ),
        (
            "انتخبت الجمعية العامة للأمم المتحدة بان كي مون أمينا عاما أمس الجمعة.",
            "2006-10-14",
            "ban-ki-moon",
            "2006-10-13",
        ),
        (
            "The General Assembly appointed António Guterres of Portugal as the next UN secretary-general on Thursday.",
            "2016-10-14",
            "antonio-guterres",
            "2016-10-13",
        ),
    ],
)
def test_who_held_it_then_who_left_it_and_who_was_chosen(text: str, published: str, person: str, at: str) -> None:
    claim = one(text, "official.holds", published)
    assert (claim.args["person"], claim.args["at"], claim.verdict) == (person, at, "supported")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In 2003 then Secretary-General Ban Ki-moon told the General Assembly so.", "not-enough-evidence"),
        ("Kofi Annan was appointed Secretary-General of the United Nations in 2003.", "not-enough-evidence"),
        ("UN rights chief Michelle Bachelet, who left office in March 2024, said so.", "not-enough-evidence"),
    ],
)
def test_another_time_of_such_words_refutes_nothing(text: str, verdict: str) -> None:
    assert one(text, "official.holds", "2025-01-15").verdict == verdict


def test_whoever_speaks_for_the_holder_is_not_the_holder() -> None:
    claim = one(
        "A spokesman for the UN Secretary-General, Stephane Dujarric, declined.", "official.holds", "2019-01-15"
    )
    assert claim.args.get("office") != "secretary-general"
    assert "official.holds" not in kinds("A spokesman for the former UN Secretary-General Kofi Annan declined.")


def test_who_took_office_as_the_sixth() -> None:
    said = (
        "Boutros Boutros-Ghali of Egypt took office on Wednesday as the sixth secretary-general of the United Nations."
    )
    claim = one(said, "official.holds", "1992-01-02")
    assert (claim.args["person"], claim.args["at"], claim.verdict) == (
        "boutros-boutros-ghali",
        "1992-01-01",
        "supported",
    )


def test_an_envoy_of_two_organisations() -> None:
    said = "Lakhdar Brahimi was named UN-Arab League envoy to Syria on Friday, replacing Kofi Annan."
    claim = one(said, "official.holds", "2012-08-17")
    assert (claim.args["person"], claim.args["office"], claim.verdict) == (
        "lakhdar-brahimi",
        "special-envoy-syria",
        "supported",
    )
