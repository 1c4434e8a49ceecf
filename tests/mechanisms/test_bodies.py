"""Claims on sanctions, the Assembly, reviews, treaties, the Human Rights Council, mandates, membership and offices."""

from __future__ import annotations

from datetime import date

import pytest

from tests.held import judged, kinds, one


@pytest.mark.parametrize(
    ("sentence", "published", "verdict"),
    [
        ("Somalia has been under UN sanctions since 1992.", "2015-03-02", "supported"),
        ("Somalia has been under UN sanctions since 2005.", "2015-03-02", "conflicting"),
        ("Iran has been under UN sanctions since 2006.", "2018-03-02", "conflicting"),
        ("تخضع إيران لعقوبات الأمم المتحدة منذ عام 2006.", "2012-03-02", "supported"),
        ("تخضع تونس لعقوبات الأمم المتحدة منذ عام 2011.", "2012-03-02", "refuted"),
        ("Norway is under UN sanctions.", "2090-03-02", "not-enough-evidence"),
    ],
)
def test_sanctions(sentence: str, published: str, verdict: str) -> None:
    assert one(sentence, "sanctions.regime", published).verdict == verdict


@pytest.mark.parametrize(
    "sentence",
    [
        "فرض الاتحاد الأوروبي عقوبات على سوريا عام 2011.",
        "The United States imposed sanctions on Syria in 2011.",
        "Washington wants more UN sanctions on North Korea.",
        "لتشديد عقوبات الأمم المتحدة على كوريا الشمالية",
    ],
)
def test_sanctions_of_others_or_wished_for_are_none_of_the_councils(sentence: str) -> None:
    assert "sanctions.regime" not in kinds(sentence)


@pytest.mark.parametrize(
    ("sentence", "published", "kind", "verdict"),
    [
        (
            "رفضت روسيا قرارا اعتمدته الجمعية العامة للأمم المتحدة بشأن كوريا الشمالية.",
            "2019-01-05",
            "assembly.resolution",
            "supported",
        ),
        ("UN General Assembly resolution ES-11/1 deplores the war.", "2022-03-05", "assembly.resolution", "supported"),
        (
            "The General Assembly adopted a resolution on Andorra in 1999.",
            "2022-03-05",
            "assembly.resolution",
            "not-enough-evidence",
        ),
        (
            "The General Assembly adopted resolution ES-11/1 by 141 votes to 5 with 35 abstentions.",
            "2022-03-05",
            "assembly.vote",
            "supported",
        ),
        (
            "The General Assembly adopted resolution ES-11/1 by 120 votes to 7 with 12 abstentions.",
            "2022-03-05",
            "assembly.vote",
            "refuted",
        ),
    ],
)
def test_the_assembly(sentence: str, published: str, kind: str, verdict: str) -> None:
    assert one(sentence, kind, published).verdict == verdict


@pytest.mark.parametrize(
    ("sentence", "published", "kind", "verdict"),
    [
        ("خضعت تونس للاستعراض الدوري الشامل ثلاث مرات.", "2018-05-05", "review.count", "supported"),
        ("خضعت تونس للاستعراض الدوري الشامل مرة واحدة.", "2018-05-05", "review.count", "refuted"),
        ("Tunisia underwent its third Universal Periodic Review in 2017.", "2018-05-05", "review.round", "supported"),
        ("Tunisia underwent its third Universal Periodic Review in 2014.", "2018-05-05", "review.round", "refuted"),
        (
            "تلتزم كوريا الشمالية بالاستعراض الدوري الشامل وهي ملتزمة عام 2019 بالخضوع له للمرة الثالثة.",
            "2018-02-01",
            "review.round",
            "supported",
        ),
    ],
)
def test_reviews(sentence: str, published: str, kind: str, verdict: str) -> None:
    assert one(sentence, kind, published).verdict == verdict


def test_a_review_to_come_is_not_known_on_the_day_before() -> None:
    text = "Tunisia will undergo its third Universal Periodic Review in May 2017."
    assert one(text, "review.round", "2017-01-05", as_of=date(2017, 1, 5)).verdict == "not-enough-evidence"
    assert one(text, "review.round", "2017-01-05").verdict == "supported"


@pytest.mark.parametrize(
    ("sentence", "published", "status", "verdict"),
    [
        ("Egypt ratified the Convention against Torture in 1986.", "2018-05-05", "party", "supported"),
        ("صادقت مصر على اتفاقية مناهضة التعذيب عام 1986.", "2018-05-05", "party", "supported"),
        ("Egypt ratified the Convention against Torture in 2011.", "2018-05-05", "party", "refuted"),
        (
            "The United States is a party to the Convention on the Rights of the Child.",
            "2018-05-05",
            "party",
            "refuted",
        ),
        (
            "The United States is not a party to the Convention on the Rights of the Child.",
            "2018-05-05",
            "not-party",
            "supported",
        ),
        (
            "Sudan is not a member of the International Criminal Court.",
            "2018-05-05",
            "not-party",
            "supported",
        ),
        ("كوريا الشمالية طرف في اتفاقية حقوق الطفل.", "2018-05-05", "party", "supported"),
    ],
)
def test_treaties(sentence: str, published: str, status: str, verdict: str) -> None:
    claim = one(sentence, "treaty.party", published)
    assert (claim.args["status"], claim.verdict) == (status, verdict)


def test_membership_in_many_treaties_at_large() -> None:
    claim = one("أشار إلى عضوية كوريا الشمالية في العديد من معاهدات حقوق الإنسان.", "treaty.party", "2018-05-05")
    assert (dict(claim.args), claim.verdict) == ({"state": "PRK", "status": "party"}, "supported")


@pytest.mark.parametrize(
    ("sentence", "published", "verdict"),
    [
        ("قطر عضو في مجلس حقوق الإنسان.", "2020-07-15", "supported"),
        ("Belarus is a member of the Human Rights Council.", "2020-07-15", "refuted"),
        ("Belarus is not a member of the Human Rights Council.", "2020-07-15", "supported"),
        ("Qatar is a member of the Human Rights Council.", "2095-07-15", "not-enough-evidence"),
    ],
)
def test_the_human_rights_council(sentence: str, published: str, verdict: str) -> None:
    assert one(sentence, "rights_council.member", published).verdict == verdict


def test_a_mandate_of_an_unknown_state_is_not_decided() -> None:
    known = one("The UN special rapporteur on Eritrea spoke.", "mandate.exists", "2018-05-05")
    other = one("The UN special rapporteur on Luxembourg spoke.", "mandate.exists", "2018-05-05")
    assert (known.verdict, other.verdict) == ("supported", "not-enough-evidence")


@pytest.mark.parametrize(
    ("sentence", "published", "person", "verdict"),
    [
        ("التقى الأمين العام للأمم المتحدة أنطونيو غوتيريش الوزير.", "2019-05-05", "antonio-guterres", "supported"),
        (
            "قال المبعوث الأممي إلى سوريا ستافان دي ميستورا إن الجولة انتهت.",
            "2016-05-05",
            "staffan-de-mistura",
            "supported",
        ),
        ("UN rights chief Michelle Bachelet was alarmed.", "2020-05-05", "michelle-bachelet", "supported"),
        ("UN Secretary-General Ban Ki-moon was alarmed.", "2020-05-05", "ban-ki-moon", "refuted"),
    ],
)
def test_offices(sentence: str, published: str, person: str, verdict: str) -> None:
    claim = one(sentence, "official.holds", published)
    assert (claim.args["person"], claim.verdict) == (person, verdict)


@pytest.mark.parametrize(
    "sentence",
    [
        "Former UN Secretary-General Kofi Annan spoke.",
        "قال الأمين العام السابق للأمم المتحدة كوفي عنان إن الأمر صعب.",
        "قال الأمين العام لجامعة الدول العربية أحمد أبو الغيط إن الأمر صعب.",
        "دعا الأمين العام للأمم المتحدة إلى الهدوء.",
    ],
)
def test_former_holders_other_bodies_and_offices_without_a_name(sentence: str) -> None:
    assert "official.holds" not in kinds(sentence)


def test_admission() -> None:
    assert one("انضم جنوب السودان إلى الأمم المتحدة عام 2011.", "un.member", "2012-01-01").verdict == "supported"
    assert one("Switzerland joined the United Nations in 2002.", "un.member", "2012-01-01").verdict == "supported"


def test_one_entry_for_each_kind_and_arguments() -> None:
    text = "رحب بقرار مجلس الأمن رقم 2254. وأضاف أن قرار مجلس الأمن رقم 2254 هو الأساس."
    assert [c.args["symbol"] for c in judged(text) if c.kind == "council.resolution"] == ["S/RES/2254"]


def admitted(text: str, published: str) -> dict[object, tuple[object, str]]:
    """Time and verdict of each state that a text makes a member of the United Nations."""
    found = [claim for claim in judged(text, published) if claim.kind == "un.member"]
    return {claim.args["state"]: (claim.args.get("at"), claim.verdict) for claim in found}


@pytest.mark.parametrize(
    ("text", "published", "states", "at"),
    [
        (
            "The General Assembly on Friday admitted Eritrea and Monaco to the United Nations.",
            "1993-05-30",
            ["ERI", "MCO"],
            "1993-05-28",
        ),
        (
            "The General Assembly on Tuesday admitted Estonia, Latvia and Lithuania.",
            "1991-09-18",
            ["EST", "LVA", "LTU"],
            "1991-09-17",
        ),
        (
            "وافقت الجمعية العامة للأمم المتحدة أمس على قبول كيريباس وناورو وتونغا أعضاء في المنظمة.",
            "1999-09-15",
            ["KIR", "NRU", "TON"],
            "1999-09-14",
        ),
        ("قبلت الجمعية العامة ناميبيا في عضوية الأمم المتحدة أمس الاثنين.", "1990-04-24", ["NAM"], "1990-04-23"),
        (
            "The General Assembly admitted Cape Verde and Mozambique on Tuesday.",
            "1975-09-17",
            ["CPV", "MOZ"],
            "1975-09-16",
        ),
    ],
)
def test_states_that_the_assembly_admitted(text: str, published: str, states: list[str], at: str) -> None:
    assert admitted(text, published) == dict.fromkeys(states, (at, "supported"))


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly admitted that Syria was a concern.",
        "The General Assembly admitted Syria's foreign minister to its chamber.",
        "The General Assembly admitted China and Cuba to the Human Rights Council.",
        "The General Assembly has not admitted Palestine to the United Nations.",
        "The Palestinians want the General Assembly to admit Palestine.",
        "The European Union admitted Croatia, as the General Assembly heard.",
    ],
)
def test_what_is_admitted_otherwise_makes_no_member(text: str) -> None:
    assert admitted(text, "2012-11-30") == {}


@pytest.mark.parametrize(
    ("text", "published", "members", "verdict"),
    [
        (
            "The UN General Assembly admitted Eritrea and Monaco, bringing its membership to 183.",
            "1993-05-30",
            183,
            "supported",
        ),
        (
            "The UN General Assembly admitted Tuvalu on Tuesday, raising membership to 189.",
            "2000-09-06",
            189,
            "supported",
        ),
        (
            "قبلت الجمعية العامة للأمم المتحدة أمس تيمور الشرقية عضوا، ليرتفع عدد الدول الأعضاء إلى 191.",
            "2002-09-28",
            191,
            "supported",
        ),
        (
            "The UN General Assembly admitted Tuvalu on Tuesday, raising membership to 191.",
            "2000-09-06",
            191,
            "refuted",
        ),
        (
            "The admission of the Baltic states in 1991 raised the membership of the United Nations to 165.",
            "2005-03-03",
            165,
            "not-enough-evidence",
        ),
        ("وافقت الجمعية العامة المؤلفة من 193 من الدول الأعضاء على النص.", "2017-06-17", 193, "supported"),
    ],
)
def test_how_many_members_there_are_after_a_change(text: str, published: str, members: int, verdict: str) -> None:
    claim = one(text, "un.size", published)
    assert (claim.args["members"], claim.verdict) == (members, verdict)


def test_members_of_another_body_are_no_members_of_the_united_nations() -> None:
    assert "un.size" not in kinds(
        "The European Union admitted Croatia in 2013, raising the membership to 128.", "2013-07-04"
    )


def test_a_council_of_so_many_of_the_states() -> None:
    assert (
        one("وافق مجلس الأمن المؤلف من 15 من الدول الأعضاء على النص.", "council.size", "2017-06-17").verdict
        == "supported"
    )
