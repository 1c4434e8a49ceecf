"""Claims whose state, treaty or day stands in the clause or sentence before."""

from __future__ import annotations

import pytest

from tests.held import judged, kinds

TREATY = "treaty.party"


def parties(text: str, published: str = "2019-05-06") -> set[tuple[object, ...]]:
    """State, treaty, status and time of each claim on a treaty."""
    found = [claim.args for claim in judged(text, published) if claim.kind == TREATY]
    return {(args["state"], args.get("treaty"), args["status"], args.get("at")) for args in found}


def verdicts(text: str, published: str = "2019-05-06") -> set[str]:
    return {claim.verdict for claim in judged(text, published) if claim.kind == TREATY}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Bahrain was last reviewed in 2017. It acceded to the ICCPR in 2006.",
            ("BHR", "iccpr", "party", "2006"),
        ),
        (
            "Saudi Arabia jailed the women in 2018. The kingdom ratified CEDAW in 2000.",
            ("SAU", "cedaw", "party", "2000"),
        ),
        (
            "Pakistan abolished nothing. Its government signed the Convention against Torture in 2008.",
            ("PAK", "cat", "signatory", "2008"),
        ),
        (
            "خضعت قطر للاستعراض مرتين. وصادقت على اتفاقية حقوق الطفل عام 1995.",
            ("QAT", "crc", "party", "1995"),
        ),
        (
            "خضعت قطر للاستعراض مرتين. وفي الجولة الثانية تلقت توصيات. وهي طرف في اتفاقية مناهضة التعذيب منذ 2000.",
            ("QAT", "cat", "party", "2000/.."),
        ),
        (
            "السعودية طرف في اتفاقية مناهضة التعذيب. كما صادقت المملكة على اتفاقية سيداو عام 2000.",
            ("SAU", "cedaw", "party", "2000"),
        ),
        (
            "انتقدت المنظمة سجل بيلاروسيا. والأخيرة صادقت على العهد الدولي الخاص بالحقوق المدنية والسياسية عام 1973.",
            ("BLR", "iccpr", "party", "1973"),
        ),
    ],
)
def test_the_state_of_the_sentence_before(text: str, told: tuple[str, ...]) -> None:
    assert told in parties(text)
    assert "refuted" not in verdicts(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("China signed the ICCPR in 1998 but has never ratified it.", ("CHN", "iccpr", "not-party", "2019-05-06")),
        (
            "Sudan signed the Rome Statute in 2000. It has yet to ratify it.",
            ("SDN", "rome-statute", "not-party", "2019-05-06"),
        ),
        (
            "Syria is a party to the Convention against Torture. It joined the treaty in 2004.",
            ("SYR", "cat", "party", "2004"),
        ),
        ("The Convention against Torture, which Egypt ratified in 1986, bans it.", ("EGY", "cat", "party", "1986")),
        ("Iran is bound by the ICCPR, which it ratified in 1975.", ("IRN", "iccpr", "party", "1975")),
        ("The Convention against Torture was ratified by Egypt in 1986.", ("EGY", "cat", "party", "1986")),
        ("Burundi left the ICC in 2017. It had joined the court in 2004.", ("BDI", "rome-statute", "party", "2004")),
        (
            "وقعت مصر نظام روما الأساسي عام 2000، غير أنها لم تصادق عليه.",
            ("EGY", "rome-statute", "not-party", "2019-05-06"),
        ),
        ("اليمن ليس طرفا في نظام روما الأساسي الذي وقعه عام 2000.", ("YEM", "rome-statute", "signatory", "2000")),
        ("تعد اتفاقية مناهضة التعذيب التي صادقت عليها مصر عام 1986 ملزمة.", ("EGY", "cat", "party", "1986")),
        ("والعراق طرف في اتفاقية الاختفاء القسري التي انضم إليها عام 2010.", ("IRQ", "cped", "party", "2010")),
        ("إيران وقعت اتفاقية حقوق الطفل عام 1991 وصادقت عليها عام 1994.", ("IRN", "crc", "party", "1994")),
    ],
)
def test_the_treaty_of_the_clause_before(text: str, told: tuple[str, ...]) -> None:
    assert told in parties(text)
    assert "refuted" not in verdicts(text)


@pytest.mark.parametrize(
    "text",
    [
        "اعتمدت الجمعية العامة القرار. وصادقت على اتفاقية مناهضة التعذيب عام 1984.",
        "انتقدت اللجنة مصر وتونس. وصادقت على اتفاقية مناهضة التعذيب عام 1999.",
        "China and Russia objected. The country has not ratified the Rome Statute.",
        "The Senate debated the treaty. It ratified the Convention against Torture in 1994.",
        "The committee monitors the Convention against Torture. It ratified the report in 2019.",
        "If Egypt ratified it, the Convention on Enforced Disappearance would apply.",
        "The Convention on the Rights of the Child was ratified by 196 states.",
        "طالبت المنظمة مصر بالتصديق على اتفاقية الاختفاء القسري والانضمام إليها.",
        "وأقر مجلس الشورى القانون. وصادقت عليه الحكومة.",
    ],
)
def test_where_nobody_or_several_can_be_meant_nothing_is_told(text: str) -> None:
    assert TREATY not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Amnesty International urged Jordan to act. It joined the Convention against Torture in 1977.",
        "انتقدت هيومن رايتس ووتش مصر. وصادقت على اتفاقية مناهضة التعذيب عام 1999.",
        "France urged Egypt to halt the trials. It ratified the ICCPR in 1999.",
    ],
)
def test_a_state_that_is_only_likely_is_never_refuted(text: str) -> None:
    assert verdicts(text) <= {"not-enough-evidence", "supported"}


def test_a_state_that_is_certain_is_refuted_by_the_record() -> None:
    text = "خضعت قطر للاستعراض مرتين. وصادقت على اتفاقية حقوق الطفل عام 2007."
    assert verdicts(text) == {"refuted"}


def test_a_relative_clause_behind_another_state_tells_of_that_one() -> None:
    text = "لبنان ليس طرفا في نظام روما الأساسي، والأردن هو الدولة الأولى التي صادقت عليه عام 2002."
    assert ("JOR", "rome-statute", "party", "2002") in parties(text)


@pytest.mark.parametrize(
    "text",
    ["لم تصادق ماليزيا على اتفاقية اللاجئين لعام 1951.", "Malaysia has not ratified the Refugee Convention of 1951."],
)
def test_the_year_of_a_name_is_no_time(text: str) -> None:
    assert parties(text) == {("MYS", "refugee-convention", "not-party", "2019-05-06")}


def test_of_two_states_the_same_is_denied() -> None:
    found = parties("Neither India nor Pakistan has signed the Refugee Convention.")
    assert {(state, status) for state, _, status, _ in found} == {("IND", "not-party"), ("PAK", "not-party")}


def test_a_name_in_quotation_marks_is_one() -> None:
    assert ("ERI", "cat", "party", "2014/..") in parties('وإريتريا طرف في "اتفاقية مناهضة التعذيب" منذ 2014.')


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Burma is not a state party to the ICCPR or the Convention against Torture.", {"iccpr", "cat"}),
        (
            "ميانمار ليست طرفا في العهد الدولي الخاص بالحقوق المدنية والسياسية ولا في اتفاقية مناهضة التعذيب.",
            {"iccpr", "cat"},
        ),
    ],
)
def test_what_is_denied_of_one_treaty_is_denied_of_the_next(text: str, told: set[str]) -> None:
    assert parties(text) == {("MMR", treaty, "not-party", "2019-05-06") for treaty in told}


def test_a_relative_word_behind_a_preposition_has_a_treaty_too() -> None:
    text = "Under the ICCPR, to which Lebanon acceded in 1972, trials must be fair."
    assert parties(text) == {("LBN", "iccpr", "party", "1972")}


@pytest.mark.parametrize(
    "text",
    [
        "Unlike Tunisia, Algeria has not ratified the Rome Statute.",
        "Algeria, like Libya, has not ratified the Rome Statute.",
        "الجزائر، على غرار ليبيا، لم تصادق على نظام روما الأساسي.",
        "على عكس تونس، لم تصادق الجزائر على نظام روما الأساسي.",
    ],
)
def test_who_is_only_compared_did_nothing(text: str) -> None:
    assert parties(text) == {("DZA", "rome-statute", "not-party", "2019-05-06")}


def test_a_year_within_a_name_is_no_time() -> None:
    text = "ليبيا لم توقع على بروتوكول عام 1967 الخاص بوضع اللاجئين."
    assert parties(text) == {("LBY", "refugee-protocol", "not-party", "2019-05-06")}
