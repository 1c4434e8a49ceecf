"""Terms told with both their ends, seats of one kind denied, seats left by who has none, offices with their times."""

from __future__ import annotations

import pytest

from mahdar.mechanisms.offices.rules import named
from mahdar.tables import read_rows
from tests.held import judged, kinds, one, record

COUNCIL, RIGHTS, OFFICE, REGIME = "council.member", "rights_council.member", "official.holds", "sanctions.regime"


# -- from a time to a time
@pytest.mark.parametrize(
    ("sentence", "kind", "verdict"),
    [
        ("Uruguay was a member of the Security Council from 2016 to 2019.", COUNCIL, "conflicting"),
        ("Uruguay was a member of the Security Council from 2016 to 2017.", COUNCIL, "supported"),
        ("Uruguay was a member of the Security Council from January 2016 until December 2017.", COUNCIL, "supported"),
        ("Uruguay was a member of the Security Council in the 2010s.", COUNCIL, "supported"),
        ("Uruguay was a member of the Security Council between 2012 and 2020.", COUNCIL, "supported"),
        ("Uruguay was not a member of the Security Council from 2014 to 2017.", COUNCIL, "conflicting"),
        ("Uruguay was not a member of the Security Council from 2018 to 2020.", COUNCIL, "supported"),
        ("France was a permanent member of the Security Council from 1950 to 1990.", COUNCIL, "supported"),
        ("كانت السنغال عضوا في مجلس الأمن من 2016 إلى 2019.", COUNCIL, "conflicting"),
        ("كانت السنغال عضوا في مجلس الأمن من عام 2016 حتى عام 2017.", COUNCIL, "supported"),
        ("كانت السنغال عضوا في مجلس الأمن في عامي 2016 و2017.", COUNCIL, "supported"),
        ("كانت السنغال عضوا في مجلس الأمن في عامي 2017 و2018.", COUNCIL, "conflicting"),
        ("كانت السنغال عضوا في مجلس الأمن بين عامي 2010 و2020.", COUNCIL, "supported"),
        ("Qatar sat on the Human Rights Council from 2015 to 2022.", RIGHTS, "conflicting"),
        ("Saudi Arabia sat on the Human Rights Council from 2014 to 2019.", RIGHTS, "supported"),
        ("شغلت السعودية مقعدا في مجلس حقوق الإنسان من 2017 إلى 2022.", RIGHTS, "conflicting"),
        ("U Thant was Secretary-General of the United Nations from 1961 to 1975.", OFFICE, "conflicting"),
        ("Kofi Annan was Secretary-General of the United Nations from 1998 to 2004.", OFFICE, "supported"),
        ("Kofi Annan was Secretary-General of the United Nations from 1997 to 2007.", OFFICE, "supported"),
        ("شغل كورت فالدهايم منصب الأمين العام للأمم المتحدة من عام 1972 حتى عام 1985.", OFFICE, "conflicting"),
        ("Libya was under UN sanctions from 1992 to 2010.", REGIME, "conflicting"),
        ("Libya was under UN sanctions from 1993 to 2001.", REGIME, "supported"),
        ("Iraq was under UN sanctions from 1990 to 2020.", REGIME, "supported"),  # a second regime follows the first
    ],
)
def test_all_of_a_time_told_with_both_its_ends_is_meant(sentence: str, kind: str, verdict: str) -> None:
    assert one(sentence, kind, "2023-05-05").verdict == verdict


def test_both_halves_of_a_term_told_too_long_are_named() -> None:
    why = one("Uruguay was a member of the Security Council from 2016 to 2019.", COUNCIL, "2023-05-05").why
    assert "to 31 December 2017" in why.en
    assert "1 January 2018 to 31 December 2019" in why.en
    assert "1 كانون الثاني/يناير 2018 إلى 31 كانون الأول/ديسمبر 2019" in why.ar


def test_each_term_within_a_time_told_is_named() -> None:
    why = one("China sat on the Human Rights Council from 2014 to 2023.", RIGHTS, "2024-05-05").why
    assert all(end in why.en for end in ("31 December 2016", "31 December 2019", "31 December 2023"))
    assert why.en.endswith("1 January 2020 to 31 December 2020.")


def test_what_the_record_does_not_reach_is_no_part_that_fails() -> None:
    said = "Denmark is a member of the Security Council from 2025 to 2030."
    assert one(said, COUNCIL, "2025-03-05").verdict == "not-enough-evidence"


# -- a beginning
@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Algeria joined the Security Council in January 2024.", "supported"),
        ("Algeria joined the Security Council in January 2025.", "conflicting"),
        ("Algeria took up its seat on the Security Council in January 2025.", "conflicting"),
        ("Algeria began its term on the Security Council on 1 January 2024.", "supported"),
        ("Algeria sat on the Security Council in January 2025.", "supported"),
        ("Algeria joined the Security Council in January 2020.", "refuted"),
        ("انضمت الجزائر إلى مجلس الأمن في كانون الثاني/يناير 2024.", "supported"),
        ("انضمت الجزائر وسلوفينيا إلى مجلس الأمن مطلع عام 2024.", "supported"),
        ("انضمت الجزائر إلى مجلس الأمن في يناير 2025.", "conflicting"),
        ("انضمت الجزائر رسميا إلى مجلس الأمن في 1 يناير 2024.", "supported"),
        ("انضمت الجزائر إلى مجلس الأمن كعضو غير دائم في يناير 2025.", "conflicting"),
        ("الجزائر انضمت إلى مجلس الأمن في يناير 2025.", "conflicting"),
    ],
)
def test_who_joins_begins_to_sit(sentence: str, verdict: str) -> None:
    assert {c.verdict for c in judged(sentence, "2025-06-06") if c.kind == COUNCIL} == {verdict}


@pytest.mark.parametrize(
    "sentence",
    [
        "انضمت الجزائر إلى مجلس الأمن في إدانة الهجوم عام 2025.",
        "لو انضمت الجزائر إلى مجلس الأمن عام 2022 لتغير الأمر.",
        "انضمت الجزائر إلى جامعة الدول العربية عام 1962.",
    ],
)
def test_joining_in_something_else_is_no_seat(sentence: str) -> None:
    assert COUNCIL not in kinds(sentence, "2025-06-06")


# -- permanent members
@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Ukraine has never been a permanent member of the Security Council.", "supported"),
        ("Germany is not a permanent member of the Security Council.", "supported"),
        ("Syria was not a permanent member of the Security Council in 2002.", "supported"),
        ("France is not a permanent member of the Security Council.", "refuted"),
        ("Germany is a permanent member of the Security Council.", "refuted"),
        ("Brazil is one of the permanent members of the Security Council.", "refuted"),
        ("China is a permanent member of the Security Council.", "supported"),
        ("اليابان ليست عضوا دائما في مجلس الأمن.", "supported"),
        ("ليست اليابان عضوا دائما في مجلس الأمن.", "supported"),
        ("البرازيل ليست من الأعضاء الدائمين في مجلس الأمن.", "supported"),
        ("ألمانيا عضو دائم في مجلس الأمن.", "refuted"),
        ("فرنسا عضو دائم في مجلس الأمن.", "supported"),
    ],
)
def test_a_permanent_seat_is_what_the_charter_names(sentence: str, verdict: str) -> None:
    assert one(sentence, COUNCIL, "2021-05-05").verdict == verdict


@pytest.mark.parametrize(
    "sentence",
    [
        "France backs India as a permanent member of the Security Council.",
        "Albania and the permanent members of the Security Council met.",
        "Kenya along with the permanent members of the Security Council spoke.",
        "The permanent members of the Security Council -- Britain, China, France, Russia and the United States -- and "
        "Germany met.",
        "India wants to become a permanent member of the Security Council.",
        "Is Germany a permanent member of the Security Council?",
        "تسعى الهند إلى أن تصبح عضوا دائما في مجلس الأمن.",
        "تؤيد فرنسا الهند عضوا دائما في مجلس الأمن.",
        "ألمانيا والدول الدائمة العضوية في مجلس الأمن اجتمعت في فيينا.",
    ],
)
def test_beside_the_permanent_members_is_not_among_them(sentence: str) -> None:
    assert "refuted" not in {claim.verdict for claim in judged(sentence, "2021-05-05")}


# -- leaving without a seat
@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The United States withdrew from the Human Rights Council in February 2025.", "not-enough-evidence"),
        ("Nicaragua withdrew from the Human Rights Council in February 2025.", "not-enough-evidence"),
        ("انسحبت الولايات المتحدة من مجلس حقوق الإنسان في شباط/فبراير 2025.", "not-enough-evidence"),
        ("انسحبت نيكاراغوا من مجلس حقوق الإنسان في شباط/فبراير 2025.", "not-enough-evidence"),
        ("The United States withdrew from the Human Rights Council in June 2018.", "supported"),
        ("انسحبت الولايات المتحدة من مجلس حقوق الإنسان في حزيران/يونيو 2018.", "supported"),
        ("Russia was suspended from the Human Rights Council in April 2015.", "refuted"),
    ],
)
def test_who_has_no_seat_may_leave_all_the_same(sentence: str, verdict: str) -> None:
    assert one(sentence, RIGHTS, "2025-06-06").verdict == verdict


# -- a time behind an Arabic office
@pytest.mark.parametrize(
    ("sentence", "at", "verdict"),
    [
        ("كوفي عنان أمين عام الأمم المتحدة عام 2003.", "2003", "supported"),
        ("كوفي عنان أمين عام الأمم المتحدة في 2003.", "2003", "supported"),
        ("كوفي عنان أمين عام الأمم المتحدة عام 2012.", "2012", "refuted"),
        ("بان كي مون أمين عام الأمم المتحدة عام 2018.", "2018", "refuted"),
        ("قال كوفي عنان أمين عام الأمم المتحدة عام 2003 إن الحرب مستمرة.", "2003", "supported"),
        ("حذر كوفي عنان أمين عام الأمم المتحدة عام 2012 من الحرب.", "2012", "not-enough-evidence"),
    ],
)
def test_a_time_behind_the_office_is_that_of_the_office(sentence: str, at: str, verdict: str) -> None:
    claim = one(sentence, OFFICE, None)
    assert (claim.args.get("at"), claim.verdict) == (at, verdict)


@pytest.mark.parametrize(
    "sentence",
    [
        "كوفي عنان أمين عام الأمم المتحدة حتى عام 2012.",
        "كوفي عنان أمين عام الأمم المتحدة السابق عام 2012.",
        "كوفي عنان، الأمين العام الأسبق للأمم المتحدة عام 2012.",
    ],
)
def test_who_was_in_office_before_is_not_said_to_be_in_it_then(sentence: str) -> None:
    assert not [c for c in judged(sentence, None) if c.args.get("at") == "2012" or c.verdict == "refuted"]


def test_a_time_behind_the_name_is_not_that_of_the_office() -> None:
    said = "زار أمين عام الأمم المتحدة أنطونيو غوتيريش عام 2012 مخيما للاجئين."
    assert "at" not in one(said, OFFICE, None).args


# -- rounds of a review
@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Syria underwent its fourth universal periodic review in January 2022.", "conflicting"),
        ("خضعت سوريا للاستعراض الدوري الشامل للمرة الرابعة في يناير 2022.", "conflicting"),
        ("خضعت سوريا للاستعراض الدوري الشامل للمرة الثالثة في يناير 2022.", "supported"),
        ("Syria underwent its fourth universal periodic review in January 2020.", "not-enough-evidence"),
    ],
)
def test_a_review_of_another_number_was_held_then(sentence: str, verdict: str) -> None:
    assert one(sentence, "review.round", "2024-05-05").verdict == verdict


# -- wording
def test_every_office_of_the_record_has_a_name_in_both_languages() -> None:
    offices = {row["office"] for row in read_rows("mahdar.record", "un_offices.csv")}
    known = {row["office"] for row in read_rows("mahdar.mechanisms.offices", "offices.csv")}
    assert known == offices
    assert all(named(office).en != named(office).ar for office in offices)


def test_explanations_name_the_office() -> None:
    why = one("Michelle Bachelet was the UN High Commissioner for Human Rights in 2019.", OFFICE).why
    assert "was UN High Commissioner for Human Rights from" in why.en
    assert "مفوضية الأمم المتحدة السامية لحقوق الإنسان" in why.ar


def test_a_veto_without_a_symbol_leaves_no_gap() -> None:
    assert any(not row.name for row in record().vetoes())
    whys = [claim.why for claim in judged("Russia vetoed a draft on Iran on 7 April 2026.", "2026-05-05")]
    assert whys
    assert all("  " not in why.en and "  " not in why.ar for why in whys)


def test_a_count_without_a_time_is_of_all_time() -> None:
    why = one("Russia has used its veto 18 times on Syria.", "council.veto_count", None).why
    assert ".." not in why.en
    assert why.en.endswith("in all.")
    assert "إجمالا" in why.ar


@pytest.mark.parametrize(
    ("sentence", "english", "arabic"),
    [
        ("Burundi withdrew from the Rome Statute on 27 October 2017.", " left the ", "جرى الانسحاب"),
        ("Burundi withdrew from the Rome Statute in October 2016.", "gave notice of leaving", "الإخطار بالانسحاب"),
        ("انسحبت الفلبين من نظام روما الأساسي في مارس 2019.", " left the ", "جرى الانسحاب"),
    ],
)
def test_notice_is_told_from_its_effect(sentence: str, english: str, arabic: str) -> None:
    why = one(sentence, "treaty.party", "2022-01-01").why
    assert english in why.en
    assert arabic in why.ar


# -- parts of a body
@pytest.mark.parametrize(
    "sentence",
    [
        "The Security Council has five permanent members.",
        "The Security Council has ten elected members.",
        "The Security Council consists of five permanent members and ten non-permanent members.",
        "The Security Council has five members with veto power.",
        "The Security Council has five members that hold a veto.",
        "The Security Council has three African members.",
        "The Security Council now has five new members.",
        "The five-member Security Council delegation landed in Juba.",
        "The Human Rights Council has 13 African members.",
        "يضم مجلس الأمن خمسة أعضاء دائمين.",
        "يضم مجلس الأمن خمس دول دائمة العضوية.",
        "يتألف مجلس الأمن من عشرة أعضاء غير دائمين وخمسة دائمين.",
        "يضم مجلس الأمن ثلاثة أعضاء أفارقة.",
        "يضم مجلس الأمن خمسة أعضاء جدد.",
        "يضم مجلس حقوق الإنسان 13 عضوا من أفريقيا.",
    ],
)
def test_a_part_of_a_body_is_not_its_size(sentence: str) -> None:
    assert "refuted" not in {claim.verdict for claim in judged(sentence, "2021-05-05")}


@pytest.mark.parametrize(
    ("sentence", "kind", "verdict"),
    [
        ("The Security Council has 12 members.", "council.size", "refuted"),
        ("The 12-member Security Council voted on Monday.", "council.size", "refuted"),
        ("يتألف مجلس الأمن من 12 عضوا.", "council.size", "refuted"),
        ("The Security Council is made up of 15 members, five of them permanent.", "council.size", "supported"),
        ("مجلس الأمن المؤلف من 15 عضوا، بينهم خمسة دائمون.", "council.size", "supported"),
        ("The Human Rights Council has 50 members.", "rights_council.size", "refuted"),
    ],
)
def test_the_size_of_the_whole_still_counts(sentence: str, kind: str, verdict: str) -> None:
    assert one(sentence, kind, "2021-05-05").verdict == verdict


@pytest.mark.parametrize("text", ["عضو", "member", "انضمت مصر إلى مجلس الأمن", "The Security Council has 5 members"])
def test_a_text_may_end_with_any_word(text: str) -> None:
    assert COUNCIL not in kinds(text, None)
