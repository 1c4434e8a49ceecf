"""The Council meant without a name: by the veto of the five and by numbers of its resolutions."""

from __future__ import annotations

import pytest

from tests.held import kinds, one, scene


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Russia vetoed a draft resolution on Syria on Tuesday.", "council"),
        ("استخدمت الصين الفيتو ضد مشروع قرار بشأن ميانمار.", "council"),
        ("The Council adopted resolution 1244 with China abstaining.", "council"),
        ("وامتنعت ألمانيا عن التصويت على القرار 1973.", "council"),
        ("The president vetoed the bill on Tuesday.", ""),
        ("The House of Representatives passed resolution 1105 on Iran.", ""),
        ("رفض المحافظ القرار رقم 1450 لسنة 2016 الخاص بالأسواق.", ""),
        ("Poland vetoed the resolution of the European Council on Ukraine and Russia.", ""),
        ("The Human Rights Council dealt with Syria, and Russia opposed resolution 1234.", ""),
    ],
)
def test_the_council_is_implied_only_where_nothing_else_can_be_meant(sentence: str, body: str) -> None:
    assert scene(sentence).unnamed == body


@pytest.mark.parametrize(
    "sentence",
    [
        "Trump used his veto against a resolution to end US support for the war in Yemen.",
        "استخدم الرئيس الأمريكي حق النقض ضد مشروع قانون في الكونغرس.",
        "Hungary vetoed an EU statement on Hong Kong.",
        "استخدمت المجر وبولندا حق النقض ضد ميزانية الاتحاد الأوروبي.",
    ],
)
def test_vetoes_of_others_are_no_claims(sentence: str) -> None:
    assert kinds(sentence) == set()


def test_a_veto_without_the_name_of_the_council() -> None:
    text = "استخدمت الولايات المتحدة الجمعة حق النقض ضد مشروع قرار بشأن غزة، فيما امتنعت بريطانيا عن التصويت."
    veto = one(text, "council.veto", "2023-12-09")
    assert (veto.args["by"], veto.args["topic"], veto.verdict) == (["USA"], "PSE", "supported")
    vote = one(text, "council.vote", "2023-12-09")
    assert (vote.args["states"], vote.verdict) == ({"GBR": "abstain"}, "supported")


def test_a_bare_resolution_of_the_wrong_year_is_refuted_with_the_right_one() -> None:
    claim = one("In 2017 the Council adopted resolution 2401 on Syria.", "council.resolution", "2019-01-05")
    assert claim.verdict == "refuted"
    assert "24 February 2018" in claim.why.en


def test_a_denial_without_a_day_is_not_refuted_by_some_old_veto() -> None:
    claim = one("لم تستخدم الصين حق النقض ضد مشروع القرار.", "council.veto", "2023-12-09")
    assert claim.negated
    assert claim.verdict == "not-enough-evidence"
