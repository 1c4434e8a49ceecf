"""Numbers of resolutions that a deed is done to, and those that it only refers to."""

from __future__ import annotations

import pytest

from mahdar.checking.direct import referred
from tests.held import judged, one, scene

_DAY = "2024-07-09"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Security Council extended the mission set up under resolution 2098.", True),
        ("The text recalls the Security Council's stance, recalling its resolution 1325.", True),
        ("مدد مجلس الأمن العمل بالقرار 2231 سنة أخرى.", True),
        ("مدد مجلس الأمن ولاية البعثة المنشأة بموجب القرار 2098.", True),
        ("The Security Council adopted resolution 2397.", False),
        ("صوت مجلس الأمن على القرار 2397.", False),
        ("Members voted on Security Council resolution 2397.", False),
    ],
)
def test_words_that_only_refer_to_a_number(sentence: str, expected: bool) -> None:
    read = scene(sentence)
    assert referred(read, read.all("resolution")[-1]) is expected


@pytest.mark.parametrize(
    "sentence",
    [
        "On 8 July 2024 the Security Council voted to renew the sanctions imposed by resolution 2140 on Yemen.",
        "The Security Council adopted on 8 July 2024 a text on the mission of resolution 2452 by 15 votes to none.",
        "وافق مجلس الأمن في 8 تموز/يوليو 2024 على تمديد البعثة المنشأة بموجب القرار 2452 بشأن اليمن.",
        "The General Assembly adopted on 8 July 2024 a text that reaffirms Security Council resolution 242.",
        "The Security Council on 8 July 2024 approved a report required under resolution 2118.",
        "اعتمد مجلس الأمن في 8 تموز/يوليو 2024 قرارا يمدد العمل بالقرار 2452 بأغلبية 15 صوتا.",
    ],
)
def test_a_number_in_the_background_takes_neither_the_day_nor_the_tally(sentence: str) -> None:
    found = [claim for claim in judged(sentence, _DAY) if claim.args.get("symbol")]
    assert all("at" not in claim.args and claim.verdict == "supported" for claim in found)
    assert {claim.kind for claim in found} <= {"council.resolution"}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The Security Council adopted resolution 2397 on 22 December 2017.", "2017-12-22"),
        ("Resolution 2397, which the Security Council passed on 22 December 2017, caps oil.", "2017-12-22"),
        ("The Security Council approved the report under resolution 2118 of 2013.", "2013"),
        ("صدر القرار 2397 عن مجلس الأمن في 22 كانون الأول/ديسمبر 2017.", "2017-12-22"),
        ("Under resolution 2397, adopted by the Security Council in December 2017, oil is capped.", "2017-12"),
    ],
)
def test_the_object_and_the_subject_of_a_deed_take_its_day(sentence: str, day: str) -> None:
    claim = one(sentence, "council.resolution", "2020-01-10")
    assert (claim.args["at"], claim.verdict) == (day, "supported")


def test_an_abstention_that_allowed_an_adoption_is_told_of_the_past() -> None:
    text = "The US abstention allowed the Security Council to adopt resolution 2334 on Friday by 14 votes to none."
    claims = judged(text, "2016-12-24")
    assert {(c.kind, c.args["at"], c.verdict) for c in claims} == {
        ("council.vote", "2016-12-23", "supported"),
        ("council.resolution", "2016-12-23", "supported"),
    }


def test_a_count_of_members_is_no_number_of_a_resolution() -> None:
    text = "وصوت لصالح القرار 14 عضوا في مجلس الأمن فيما امتنعت الولايات المتحدة عن التصويت على القرار 2728."
    claim = one(text, "council.vote", "2024-03-26")
    assert (claim.args["symbol"], claim.args["yes"], claim.verdict) == ("S/RES/2728", 14, "supported")


@pytest.mark.parametrize(
    "sentence",
    [
        "Security Council resolutions 242 of 1967 and 338 of 1973 remain the basis.",
        "أكد الوزير أن القرارين 242 و338 الصادرين عن مجلس الأمن في 1967 و1973 هما الأساس.",
        "قرار مجلس الأمن 242 لعام 1967 وقراره 338 لعام 1973 هما الأساس.",
    ],
)
def test_each_of_several_numbers_has_its_own_year(sentence: str) -> None:
    found = {str(c.args["symbol"]): (c.args.get("at"), c.verdict) for c in judged(sentence, "2019-04-01")}
    assert found == {"S/RES/242": ("1967", "supported"), "S/RES/338": ("1973", "supported")}


def test_an_adoption_is_of_one_time() -> None:
    text = "The Security Council marks ten years since resolution 1559, adopted in 2004."
    assert one(text, "council.resolution", "2014-09-05").args["at"] == "2004"
