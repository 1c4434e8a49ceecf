"""Offices told of a day gone by, those who only speak for a body, mandates by the day of their creation."""

from __future__ import annotations

import pytest

from tests.held import judged, kinds, one

OFFICE, MANDATE = "official.holds", "mandate.exists"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("وكان الأمين العام للأمم المتحدة بان كي مون قد دعا في 5 مايو 2016 إلى هدنة.", "2016-05-05"),
        ("وكانت المفوضة السامية لحقوق الإنسان نافي بيلاي قد نددت في 3 يناير 2013 بالهجوم.", "2013-01-03"),
        ("Secretary-General Ban Ki-moon had condemned on 3 June 2015 the attack.", "2015-06-03"),
        ("وذكر الأمين العام للأمم المتحدة بان كي مون أن هجوم 5 مايو 2016 جريمة.", "2016-12-20"),
    ],
)
def test_an_officer_who_had_done_something_held_the_office_then(text: str, at: str) -> None:
    claim = one(text, OFFICE, "2016-12-20")
    assert claim.args["at"] == at
    assert claim.verdict != "refuted"


@pytest.mark.parametrize(
    "text",
    [
        "قالت المتحدثة باسم مفوضية الأمم المتحدة لحقوق الإنسان رافينا شامداساني إن الأمم المتحدة قلقة.",
        "OHCHR spokeswoman Ravina Shamdasani said the UN was alarmed.",
    ],
)
def test_who_only_speaks_for_a_body_holds_no_office(text: str) -> None:
    assert OFFICE not in kinds(text, "2022-05-12")


def test_the_spokesman_of_the_secretary_general_holds_one() -> None:
    said = "قال المتحدث باسم الأمم المتحدة ستيفان دوجاريك إن الأمين العام قلق."
    assert one(said, OFFICE, "2022-05-12").verdict == "supported"


def test_the_creation_of_a_mandate_dates_it() -> None:
    said = "دخلت لجنة التحقيق الدولية حول سوريا التابعة للأمم المتحدة دمشق لأول مرة منذ إنشاء اللجنة في أغسطس 2011."
    found = {(c.args["topic"], c.args["at"], c.verdict) for c in judged(said, "2012-06-27") if c.kind == MANDATE}
    assert ("SYR", "2011-08", "supported") in found


def test_the_council_has_its_rapporteur() -> None:
    said = "مدد مجلس حقوق الإنسان عمل مقرره الخاص المعني بإيران سنة."
    claim = one(said, MANDATE, "2022-04-01")
    assert (claim.args["topic"], claim.args["mandate"], claim.verdict) == ("IRN", "special-rapporteur", "supported")


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked, the United Nations said. Hilde Johnson, who heads the mission, said nine were hurt.",
        "وقالت هيلدا جونسون، التي ترأس بعثة الأمم المتحدة في جنوب السودان، إن تسعة جرحوا.",
    ],
)
def test_who_heads_a_mission_holds_an_office(text: str) -> None:
    claim = one(text, OFFICE, "2013-04-10")
    assert (claim.args["person"], claim.verdict) == ("hilde-johnson", "supported")


def test_who_heads_something_of_another_holds_none() -> None:
    said = "The United Nations was told. Jane Smith, who heads the mission of her church, said nine were hurt."
    assert OFFICE not in kinds(said, "2013-04-10")


def test_who_holds_a_mandate_stands_behind_it() -> None:
    said = "أعلن مجلس حقوق الإنسان تمديد عمل مقرره الخاص المعني بإيران جاويد رحمان سنة."
    claim = one(said, OFFICE, "2022-04-01")
    assert (claim.args["person"], claim.verdict) == ("javaid-rehman", "supported")


@pytest.mark.parametrize(
    "text",
    [
        "The U.N. special rapporteur on torture, Juan Mendez, asked for a visit.",
        "دعا المقرر الخاص المعني بالتعذيب خوان منديز الأمم المتحدة إلى التحقيق.",
    ],
)
def test_a_mandate_on_a_theme_is_none_on_a_state(text: str) -> None:
    assert MANDATE not in kinds(text, "2016-10-05")


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary-General's Special Envoy for Yemen, Hans Grundberg, said talks would resume.",
        "Hans Grundberg, the UN Secretary-General's Special Envoy for Yemen, said talks would resume.",
    ],
)
def test_an_envoy_does_not_hold_the_office_of_who_sent_him(text: str) -> None:
    claim = one(text, OFFICE, "2023-08-11")
    assert (claim.args["office"], claim.verdict) == ("special-envoy-yemen", "supported")


@pytest.mark.parametrize(
    "text",
    [
        "Russia's U.N. envoy Vassily Nebenzia said that the vote was a farce.",
        "China's UN envoy, Fu Cong, told the Council that talks were needed.",
        "قال مبعوث روسيا لدى الأمم المتحدة فاسيلي نيبينزيا إن التصويت مهزلة.",
    ],
)
def test_the_envoy_of_a_state_holds_no_office_of_the_united_nations(text: str) -> None:
    assert OFFICE not in kinds(text, "2024-05-12")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("قال رئيس بعثة الأمم المتحدة في مالي القاسم وان إن الوضع صعب.", "srsg-mali-minusma"),
        ("قالت المديرة التنفيذية لليونيسف كاثرين راسل إن الأطفال في خطر.", "executive-director-unicef"),
        ("World Food Programme chief Cindy McCain warned of famine.", "executive-director-wfp"),
        ("Deputy Secretary-General Amina Mohammed addressed the General Assembly.", "deputy-secretary-general"),
        (
            "Virginia Gamba, the UN Special Representative for Children and Armed Conflict, visited Kyiv.",
            "srsg-children-armed-conflict",
        ),
    ],
)
def test_heads_of_missions_funds_and_programmes_are_known(text: str, office: str) -> None:
    claim = one(text, OFFICE, "2023-06-17")
    assert (claim.args["office"], claim.verdict) == (office, "supported")


def test_who_held_one_office_may_hold_another_that_no_table_names() -> None:
    said = "Juan Méndez, the UN special rapporteur on torture, was alarmed."
    assert one(said, OFFICE, "2016-05-17").verdict == "not-enough-evidence"
