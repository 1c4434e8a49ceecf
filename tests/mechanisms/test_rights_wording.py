"""How newspapers tell of the Human Rights Council, reviews, treaties, mandates and offices, truly and falsely."""

from __future__ import annotations

import pytest

from tests.held import judged, kinds, one

RESOLUTION, TREATY, ROUND, HOLDS = "rights_council.resolution", "treaty.party", "review.round", "official.holds"
REJECTED = [
    ("The Human Rights Council rejected on Thursday a motion to debate Xinjiang, by 19 votes to 17.", "2022-10-09"),
    ("A draft on Yemen was voted down at the Human Rights Council on Thursday.", "2021-10-09"),
    ("رفض مجلس حقوق الإنسان الخميس تمديد ولاية الخبراء في اليمن بأغلبية 21 صوتا مقابل 18.", "2021-10-09"),
]


@pytest.mark.parametrize(("sentence", "published"), REJECTED)
def test_a_draft_voted_down_is_a_resolution_denied(sentence: str, published: str) -> None:
    claim = one(sentence, RESOLUTION, published)
    assert (claim.negated, claim.verdict) == (True, "supported")


def test_who_rejects_a_resolution_of_the_council_adopts_none() -> None:
    assert RESOLUTION not in kinds("Iran rejected the Human Rights Council motion on its prisons.", "2022-12-01")


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The Human Rights Council voted down a resolution on Iran on Thursday.", "not-enough-evidence"),
        ("The Human Rights Council adopted a resolution on Iran on Thursday by 25 votes to six.", "supported"),
        ("The Human Rights Council adopted a resolution on Belarus in August by 33 votes to six.", "refuted"),
    ],
)
def test_decisions_of_a_day(sentence: str, verdict: str) -> None:
    assert one(sentence, RESOLUTION, "2022-11-27").verdict == verdict


def test_a_false_tally_leaves_half_of_the_sentence() -> None:
    said = "The Human Rights Council adopted a resolution on Sri Lanka last Tuesday by 29 votes to 11."
    assert one(said, RESOLUTION, "2021-03-30").verdict == "conflicting"


@pytest.mark.parametrize(
    ("passage", "published", "topic"),
    [
        (
            "The Human Rights Council held a special session on Iran. The resolution, which Iceland presented, was "
            "adopted with 25 votes in favour, six against and 16 abstentions.",
            "2022-12-05",
            "IRN",
        ),
        (
            "عقد مجلس حقوق الإنسان جلسة خاصة بشأن إيران. واعتمد القرار الذي قدمته أيسلندا بأغلبية 25 صوتا مقابل ستة.",
            "2022-12-05",
            "IRN",
        ),
        ("The Human Rights Council denounced abuses in Syria by 41 votes to three.", "2012-06-05", "SYR"),
    ],
)
def test_what_the_council_voted_on_without_naming_a_resolution(passage: str, published: str, topic: str) -> None:
    claim = one(passage, RESOLUTION, published)
    assert (claim.args["topic"], claim.verdict) == (topic, "supported")


def test_votes_won_in_an_election_are_no_resolution() -> None:
    assert RESOLUTION not in kinds("Libya won a seat on the Human Rights Council by 155 votes to none.", "2010-05-20")


# -- treaties
@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Saudi Arabia ratified the Convention against Torture in 1997 and CEDAW in 2000.",
            {"cat": "1997", "cedaw": "2000"},
        ),
        ("صادقت السعودية على اتفاقية مناهضة التعذيب عام 1997 وعلى سيداو عام 2000.", {"cat": "1997", "cedaw": "2000"}),
        (
            "North Korea, which acceded to the ICCPR in 1981, ratified the CRPD in December 2016.",
            {"iccpr": "1981", "crpd": "2016-12"},
        ),
        ("Qatar acceded to the two human rights covenants in May 2018.", {"iccpr": "2018-05", "icescr": "2018-05"}),
    ],
)
def test_each_treaty_has_its_own_time(sentence: str, told: dict[str, str]) -> None:
    claims = judged(sentence, "2020-01-15")
    assert {claim.args["treaty"]: claim.args["at"] for claim in claims if claim.kind == TREATY} == told
    assert {claim.verdict for claim in claims} == {"supported"}


def test_times_exchanged_between_treaties_are_refuted() -> None:
    said = "Saudi Arabia ratified the Convention against Torture in 2007 and CEDAW in 1991."
    assert [claim.verdict for claim in judged(said, "2020-01-15")] == ["refuted", "refuted"]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("In August 1997 North Korea announced its withdrawal from the ICCPR.", "supported"),
        ("North Korea announced that it was withdrawing from the ICCPR.", "not-enough-evidence"),
        ("The Soviet Union ratified the ICCPR in 1973.", "supported"),
        ("Yugoslavia ratified the ICCPR in 1971.", "not-enough-evidence"),
        ("خرجت الفلبين رسميا الأحد من المحكمة الجنائية الدولية.", "supported"),
    ],
)
def test_standing_towards_a_treaty(sentence: str, verdict: str) -> None:
    assert one(sentence, TREATY, "2019-03-20").verdict == verdict


@pytest.mark.parametrize(
    "sentence",
    ["Russia withdrew its signature from the Rome Statute.", "سحبت روسيا توقيعها على نظام روما الأساسي."],
)
def test_a_signature_taken_back_leaves_no_treaty(sentence: str) -> None:
    assert TREATY not in kinds(sentence, "2016-11-20")


# -- reviews
def test_two_reviews_of_one_sentence_keep_their_times() -> None:
    said = "Ahead of its fourth review, India recalled its third Universal Periodic Review in 2017."
    claims = [claim for claim in judged(said, "2022-11-01") if claim.kind == ROUND]
    assert [(claim.args["round"], claim.args.get("at")) for claim in claims] == [(4, None), (3, "2017")]
    assert "refuted" not in {claim.verdict for claim in claims}


def test_states_reviewed_together() -> None:
    claims = judged("Iran and Egypt underwent their fourth Universal Periodic Review last month.", "2025-02-10")
    assert {(claim.args["state"], claim.verdict) for claim in claims} == {("IRN", "supported"), ("EGY", "supported")}


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("It was the third time that North Korea had been reviewed under the UPR.", "supported"),
        ("It was the fourth time that North Korea had been reviewed under the UPR.", "refuted"),
        ("وهذه هي المرة الثالثة التي تخضع فيها كوريا الشمالية للاستعراض الدوري الشامل.", "supported"),
    ],
)
def test_how_often_by_an_ordinal(sentence: str, verdict: str) -> None:
    assert one(sentence, "review.count", "2019-05-12").verdict == verdict


# -- mandates, offices, membership
@pytest.mark.parametrize(("month", "verdict"), [("2011", "supported"), ("2013", "not-enough-evidence")])
def test_the_mandate_of_the_sentence_before(month: str, verdict: str) -> None:
    said = f"The UN special rapporteur on Iran spoke. His mandate was created in March {month}."
    claims = [claim for claim in judged(said, "2016-10-01") if claim.kind == "mandate.exists"]
    assert [claim.verdict for claim in claims] == ["supported", verdict]


@pytest.mark.parametrize(
    ("sentence", "published", "person"),
    [
        ('قال المفوض العام لـ"الأونروا" فيليب لازاريني إن الوضع خطير.', "2024-02-15", "philippe-lazzarini"),
        ('قال المفوض العام لوكالة "أونروا" بيير كرينبول إن الوضع خطير.', "2018-02-15", "pierre-krahenbuhl"),
        ("تولى أنطونيو غوتيريش الأحد منصبه أمينا عاما للأمم المتحدة.", "2017-01-03", "antonio-guterres"),
        ("Kofi Annan took over from Boutros Boutros-Ghali as Secretary-General in 1997.", "1997-02-05", "kofi-annan"),
        ("Acting UN rights chief Nada Al-Nashif opened the session.", "2022-09-12", "nada-al-nashif"),
        (
            "Federico Villegas of Argentina, the president of the Human Rights Council, spoke.",
            "2022-07-10",
            "federico-villegas",
        ),
    ],
)
def test_who_holds_an_office(sentence: str, published: str, person: str) -> None:
    claim = one(sentence, HOLDS, published)
    assert (claim.args["person"], claim.verdict) == (person, "supported")


def test_a_president_of_the_council_is_no_member_of_it() -> None:
    said = "Nazhat Shameem Khan of Fiji was elected president of the Human Rights Council on Friday."
    assert kinds(said, "2021-01-20") == {HOLDS}


def test_the_size_of_the_council_hides_no_election() -> None:
    said = "Bahrain and Eritrea were elected to the 47-member Human Rights Council on Friday."
    claims = [claim for claim in judged(said, "2018-10-15") if claim.kind == "rights_council.member"]
    assert [(claim.args["state"], claim.verdict) for claim in claims] == [("BHR", "supported"), ("ERI", "supported")]


def test_one_claim_of_a_state_that_became_a_member() -> None:
    assert one("Monaco became a member of the United Nations on 28 May.", "un.member", "1993-06-05").args == {
        "state": "MCO",
        "at": "1993-05-28",
    }


@pytest.mark.parametrize(
    ("title", "published", "verdict"),
    [
        ("UN suspends Russia from Human Rights Council", "2022-04-07", "supported"),
        ("US quits UN Human Rights Council", "2018-06-19", "supported"),
        ("الولايات المتحدة تنسحب من مجلس حقوق الإنسان", "2018-06-19", "supported"),
        ("Philippines leaves International Criminal Court", "2019-03-17", "supported"),
    ],
)
def test_headlines_in_the_present(title: str, published: str, verdict: str) -> None:
    assert [claim.verdict for claim in judged(title, published)] == [verdict]


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia, which left the Council of Europe in March 2022 and was thrown off the Human Rights Council, spoke.",
        "Iceland replaced the United States on the Human Rights Council in July 2018.",
        "Every year Russia leaves the Human Rights Council before the vote.",
    ],
)
def test_what_the_words_beside_it_do_not_say(sentence: str) -> None:
    assert "refuted" not in {claim.verdict for claim in judged(sentence, "2023-11-01")}


@pytest.mark.parametrize(
    ("sentence", "published"),
    [
        ("South Yemen joined the United Nations last Thursday.", "1967-12-20"),
        ("Iraq and Lebanon are founding members of the United Nations.", "1945-11-10"),
        ("Three months after Russia was suspended, the Human Rights Council met on 4 July.", "2022-07-06"),
        ("Saudi Arabia, which executed 47 in January 2016, was elected to the Human Rights Council.", "2016-11-05"),
        ("Egypt, where a president fell in 2013, underwent its second Universal Periodic Review.", "2019-06-01"),
        ("Somalia, whose government fell in 1991, is a party to the CRC.", "2018-01-01"),
    ],
)
def test_a_time_or_a_name_of_something_else_refutes_nothing(sentence: str, published: str) -> None:
    assert "refuted" not in {claim.verdict for claim in judged(sentence, published)}


@pytest.mark.parametrize(("published", "verdict"), [("2003-01-01", "supported"), ("2015-01-01", "refuted")])
def test_an_office_said_of_now(published: str, verdict: str) -> None:
    assert one("Kofi Annan is the UN Secretary-General.", HOLDS, published).verdict == verdict
