"""What reports tell in passing: vetoes by a pronoun, a later predicate of the same subject, the other members, numbers
that only one body gives, demands made in a resolution; and beside each, what is none.
"""

from __future__ import annotations

import pytest

from tests.held import judged, one

VETO, COUNT, MEMBER = "council.veto", "council.veto_count", "council.member"


def said(text: str, kind: str, published: str) -> list[tuple[dict[str, object], bool, str]]:
    """Arguments, denial and verdict of every claim of a kind."""
    return [(dict(c.args), c.negated, c.verdict) for c in judged(text, published) if c.kind == kind]


# -- vetoes told by a pronoun, or by the deed before
@pytest.mark.parametrize(
    ("text", "published", "args", "denied"),
    [
        (
            "لجأت واشنطن إلى الفيتو في مجلس الأمن في 20 شباط/فبراير 2024، لكنها لم تستخدمه ضد القرار 2728 بشأن غزة.",
            "2024-04-01",
            {"by": ["USA"], "symbol": "S/RES/2728"},
            True,
        ),
        (
            "استخدمت روسيا والصين حق النقض في مجلس الأمن ضد مشروع بشأن سوريا في 22 أيار/مايو 2014، وكانتا "
            "قد استخدمتاه معا "
            "في 4 شباط/فبراير 2012.",
            "2014-06-01",
            {"by": ["RUS", "CHN"], "at": "2012-02-04"},
            False,
        ),
        (
            "The United States cast its veto in the Security Council on 18 April 2024, but it did not use "
            "it on 10 June 2024.",
            "2024-07-01",
            {"by": ["USA"], "at": "2024-06-10"},
            True,
        ),
        (
            "Washington, which had long fought the text, did not use its veto in the Security Council on 23 "
            "December 2016.",
            "2017-01-01",
            {"by": ["USA"], "at": "2016-12-23"},
            True,
        ),
        (
            "أسقطت روسيا مشروع قرار في مجلس الأمن بشأن سوريا في 8 تشرين الأول/أكتوبر 2016 بعدما استخدمت ضده حق النقض.",
            "2016-10-20",
            {"by": ["RUS"], "topic": "SYR", "at": "2016-10-08"},
            False,
        ),
        (
            "Russia blocked a draft in the Security Council on Syria on 10 April 2018 when it used its veto.",
            "2018-05-01",
            {"by": ["RUS"], "topic": "SYR", "at": "2018-04-10"},
            False,
        ),
    ],
)
def test_a_veto_told_by_a_pronoun(text: str, published: str, args: dict[str, object], denied: bool) -> None:
    found = [got for got, no, _ in said(text, VETO, published) if no == denied]
    assert any(args.items() <= got.items() for got in found), found
    assert {verdict for _, _, verdict in said(text, VETO, published)} == {"supported"}


def test_vetoes_counted_by_a_pronoun() -> None:
    text = "لم تلجأ روسيا إلى الفيتو في مجلس الأمن أمس، علما بأنها استخدمته 18 مرة في الملف السوري منذ 2011."
    claim = one(text, COUNT, "2023-08-31")
    assert (claim.args["by"], claim.args["count"], claim.verdict) == (["RUS"], 18, "supported")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (
            "استخدمت روسيا حق النقض في مجلس الأمن ضد المشروع في 30 أيلول/سبتمبر 2022، وإن أوكرانيا استخدمته ذريعة.",
            "2022-10-05",
        ),
        (
            "Russia cast its veto in the Security Council; the report was long, and Ukraine used it in court.",
            "2022-10-05",
        ),
        ("Syria, whose government had opposed the text, did not use its veto in the Security Council.", "2022-10-05"),
    ],
)
def test_what_others_use_is_no_veto(text: str, published: str) -> None:
    casters = [str(got["by"]) for got, _, _ in said(text, VETO, published)]
    assert not [by for by in casters if "UKR" in by or "SYR" in by]


def test_a_veto_before_has_no_day_of_the_one_told() -> None:
    text = "China used its veto in the Security Council on 25 February 1999, and Russia had used it before."
    assert not [got for got, _, _ in said(text, VETO, "1999-03-01") if got["by"] == ["RUS"] and "at" in got]


# -- later predicates of the subject with which a sentence begins
def test_a_later_predicate_has_the_first_subject_and_not_its_time() -> None:
    text = (
        "Sri Lanka, which has been a UN member since 1955, is not under UN sanctions and does not sit "
        "on the 47-nation Human Rights Council."
    )
    held = {c.kind: (c.args.get("at"), c.negated, c.verdict) for c in judged(text, "2010-03-01")}
    assert held["sanctions.regime"] == held["rights_council.member"] == ("2010-03-01", True, "supported")


def test_a_person_ends_the_subject() -> None:
    text = (
        "Kenya, which joined the United Nations in 1963, heard that Charles Taylor travels, and is not "
        "under UN sanctions."
    )
    assert not said(text, "sanctions.regime", "2010-03-01")


# -- seats
@pytest.mark.parametrize(
    "text",
    [
        "Chad, Chile, Lithuania and Nigeria began two-year terms on the Security Council on 1 January 2014.",
        "Chad, Chile, Lithuania and Nigeria will begin two-year terms on the UN Security Council on 1 January 2014.",
    ],
)
def test_terms_are_those_of_elected_members(text: str) -> None:
    found = said(text, MEMBER, "2013-12-01")
    assert [(got["state"], got["seat"], verdict) for got, _, verdict in found] == [
        (state, "elected", "supported") for state in ("TCD", "CHL", "LTU", "NGA")
    ]


def test_west_germany_in_a_list_of_those_elected() -> None:
    text = "انتخبت الجمعية العامة ايطاليا واليابان وألمانيا الغربية وزامبيا أعضاء في مجلس الأمن للسنتين 1987 و1988."
    assert [got["state"] for got, _, _ in said(text, MEMBER, "1986-10-31")] == ["ITA", "JPN", "DEU", "ZMB"]


def test_joining_in_a_veto_is_no_election() -> None:
    text = "Moscow and Beijing have joined in a double veto in the Security Council since 2007."
    assert not said(text, MEMBER, "2008-07-12")


# -- presidencies and meetings
def test_the_chair_behind_a_presidency() -> None:
    text = "India presides over the Security Council in August; Lebanon takes over the chair in September."
    found = said(text, "council.presidency", "2011-08-05")
    assert [(got["state"], verdict) for got, _, verdict in found] == [("IND", "supported"), ("LBN", "supported")]


def test_the_chair_of_a_committee_is_no_presidency() -> None:
    text = (
        "India chairs the Security Council in August. Portugal takes over the chair of the North Korea "
        "committee in September."
    )
    assert [got["state"] for got, _, _ in said(text, "council.presidency", "2011-08-05")] == ["IND"]


@pytest.mark.parametrize(
    "text",
    [
        "لم يصدر عن مجلس الأمن شيء. وكان أعضاؤه قد عقدوا في 9 نيسان/أبريل اجتماعا بصيغة آريا حول "
        "ميانمار بدعوة من بريطانيا.",
        "The Security Council was silent. Its members held an Arria-formula meeting on Myanmar on 9 "
        "April, called by Britain.",
    ],
)
def test_arria_meetings_are_held_by_members(text: str) -> None:
    claim = one(text, "council.meeting", "2021-06-19")
    assert (claim.args["format"], claim.args["topic"], claim.args["convened_by"], claim.verdict) == (
        "arria",
        "MMR",
        ["GBR"],
        "supported",
    )


# -- votes
@pytest.mark.parametrize(
    ("text", "published", "args"),
    [
        (
            "صوت مجلس الأمن في 4 شباط/فبراير 2012 على مشروع قرار بشأن سوريا، فعارضته روسيا والصين وأيدته "
            "الدول الـ13 الأخرى.",
            "2012-02-06",
            {"yes": 13, "states": {"RUS": "no", "CHN": "no"}},
        ),
        (
            "The Security Council first demanded in resolution 1973 of 17 March 2011, on which Germany and "
            "India abstained, a truce.",
            "2011-05-01",
            {"symbol": "S/RES/1973", "states": {"DEU": "abstain", "IND": "abstain"}},
        ),
        (
            "The Security Council voted on Zimbabwe on 11 July 2008. Five countries opposed it - the two "
            "permanent members "
            "plus Libya, South Africa and Vietnam - while Indonesia was the only one to abstain.",
            "2008-07-12",
            {"no": 5, "states": {"LBY": "no", "ZAF": "no", "VNM": "no", "IDN": "abstain"}},
        ),
    ],
)
def test_votes_told_in_passing(text: str, published: str, args: dict[str, object]) -> None:
    found = said(text, "council.vote", published)
    assert any(args.items() <= got.items() for got, _, _ in found), found
    assert {verdict for _, _, verdict in found} == {"supported"}


# -- whose resolution a number is
@pytest.mark.parametrize(
    ("text", "published", "symbol"),
    [
        ("تناقش الجمعية العامة القرار 2334 الصادر في 23 كانون الأول/ديسمبر 2016.", "2017-01-10", "S/RES/2334"),
        ("The General Assembly will debate aid. Resolution 2585 of 9 July 2021 let it in.", "2021-12-10", "S/RES/2585"),
        ("استندت الجمعية العامة إلى القرار 3379 الصادر في 10 تشرين الثاني/نوفمبر 1975.", "1991-12-17", "A/RES/3379"),
        ("أحيت الجمعية العامة في 14 كانون الأول/ديسمبر 2020 ذكرى القرار 1514.", "2020-12-20", "A/RES/1514"),
        (
            "رحبت الهند، وهي عضو في مجلس الأمن، بالقرار الذي يحمل الرقم 75/287. وشكرتها الجمعية العامة.",
            "2021-06-20",
            "A/RES/75/287",
        ),
        (
            "The General Assembly adopted the resolution bearing the number 75/287 in June.",
            "2021-06-20",
            "A/RES/75/287",
        ),
    ],
)
def test_whose_resolution_a_number_is(text: str, published: str, symbol: str) -> None:
    found = [c for c in judged(text, published) if c.kind.endswith(".resolution")]
    assert [c.args["symbol"] for c in found] == [symbol]
    assert "refuted" not in {c.verdict for c in found}


# -- demands made in a resolution
@pytest.mark.parametrize(
    "text",
    [
        "طالب مجلس حقوق الإنسان، في قرار بشأن ميانمار في 12 شباط/فبراير 2021، بالإفراج عن المعتقلين.",
        "The Human Rights Council, in a resolution on Myanmar on 12 February 2021, demanded the release of detainees.",
    ],
)
def test_a_demand_in_a_resolution_is_its_adoption(text: str) -> None:
    claim = one(text, "rights_council.resolution", "2021-02-13")
    assert (claim.args, claim.verdict) == ({"topic": "MMR", "at": "2021-02-12"}, "supported")


@pytest.mark.parametrize(
    "text",
    [
        "Amnesty asked the Security Council to demand in a resolution on Myanmar an arms embargo.",
        "منظمة العفو طالبت مجلس الأمن بأن يدعو في قرار بشأن ميانمار إلى حظر السلاح.",
        "The Security Council should, in a resolution on Myanmar, demand an embargo.",
    ],
)
def test_a_demand_upon_a_body_is_none(text: str) -> None:
    assert not said(text, "council.resolution", "2021-02-13")


# -- other rooms
def test_a_commission_set_up_by_a_resolution() -> None:
    text = (
        "Darfur was before the Security Council. The case was made by the International Commission of "
        "Inquiry, which had "
        "been set up under resolution 1564 of 18 September 2004."
    )
    claim = one(text, "mandate.exists", "2005-04-01")
    assert (claim.args["mandate"], claim.args["at"]) == ("commission-of-inquiry", "2004-09-18")
    assert claim.verdict != "refuted"


@pytest.mark.parametrize(
    "text",
    [
        'The United Nations listened. "Good," said Irene Khan, Secretary General of Amnesty International.',
        "تحدث في الأمم المتحدة نبيل العربي الأمين العام لجامعة الدول العربية.",
    ],
)
def test_offices_of_other_organisations(text: str) -> None:
    assert not said(text, "official.holds", "2005-04-01")


def test_all_members_of_the_assembly_vote() -> None:
    text = "They took it to the General Assembly, where all 193 members have a vote."
    assert one(text, "un.size", "2018-12-21").verdict == "supported"


def test_all_members_of_a_movement_in_the_assembly() -> None:
    text = "In the General Assembly, where all 120 members of the movement have a vote, the text passed."
    assert not said(text, "un.size", "2018-12-21")


def test_a_signature_told_by_it() -> None:
    text = (
        "Washington has not ratified the Convention on the Rights of the Child: it became a signatory in February 1995."
    )
    found = [(got["status"], got["at"], verdict) for got, _, verdict in said(text, "treaty.party", "2019-12-01")]
    assert ("signatory", "1995-02", "supported") in found


# -- who votes, where all up to the verb stands between commas
@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "Germany, which joined the United Nations in 1973, abstained on resolution 1973 in the Security Council.",
            {"DEU": "abstain"},
        ),
        (
            "Germany, after a long debate with Portugal, abstained on resolution 1973 in the Security Council.",
            {"DEU": "abstain"},
        ),
        (
            "أما ألمانيا، التي انضمت إلى الأمم المتحدة عام 1973، فامتنعت في مجلس الأمن عن التصويت على القرار 1973.",
            {"DEU": "abstain"},
        ),
        ("Brazil, India and China, which sit on the Security Council, abstained on resolution 1973.", None),
    ],
)
def test_who_votes_between_commas(text: str, states: dict[str, str] | None) -> None:
    found = said(text, "council.vote", "2011-03-19")
    assert [got["states"] for got, _, _ in found] == [states or dict.fromkeys(("BRA", "IND", "CHN"), "abstain")]
    assert [verdict for _, _, verdict in found] == ["supported"]


def test_a_member_of_the_council_votes_in_the_assembly() -> None:
    text = (
        "The General Assembly voted on Wednesday 141 to 5 to deplore the invasion of Ukraine. "
        "India, an elected member of the Security Council, abstained."
    )
    assert not said(text, "council.vote", "2022-03-04")
    assert any(got.get("states") == {"IND": "abstain"} for got, _, _ in said(text, "assembly.vote", "2022-03-04"))


def test_a_chair_on_a_day_and_talks_that_failed_deny_nothing() -> None:
    text = (
        "Britain holds the presidency of the Security Council. France took the chair on Tuesday at a debate on Syria."
    )
    assert [got["state"] for got, _, _ in said(text, "council.presidency", "2015-11-10")] == ["GBR"]
    text = "Tunisia, where talks failed, sits on the Security Council."
    assert [(no, verdict) for _, no, verdict in said(text, MEMBER, "2020-06-01")] == [(False, "supported")]


def test_an_embargo_of_one_state_is_not_the_subject() -> None:
    text = "Cuba, under a US embargo since 1962, is not under UN sanctions."
    claim = one(text, "sanctions.regime", "2020-06-01")
    assert (claim.args, claim.negated, claim.verdict) == ({"target": "CUB", "at": "2020-06-01"}, True, "supported")
