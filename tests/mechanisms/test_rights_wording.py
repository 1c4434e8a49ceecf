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


def parties(sentence: str, published: str) -> dict[str, tuple[object, str]]:
    """What a sentence says of each treaty: its time and the verdict."""
    found = [claim for claim in judged(sentence, published) if claim.kind == TREATY]
    return {str(claim.args["treaty"]): (claim.args.get("at"), claim.verdict) for claim in found}


@pytest.mark.parametrize(
    ("sentence", "published", "told"),
    [
        (
            "The Libyan delegate said his country acceded to the Covenant on Civil and Political Rights in "
            "1970 and to the "
            "Convention against Torture in 1989.",
            "2009-06-25",
            {"iccpr": ("1970", "supported"), "cat": ("1989", "supported")},
        ),
        (
            "Bahrain ratified the Convention on the Rights of the Child in 1992, the Convention against "
            "Torture in 1998 and "
            "CEDAW in 2002.",
            "2004-01-01",
            {"crc": ("1992", "supported"), "cat": ("1998", "supported"), "cedaw": ("2002", "supported")},
        ),
        (
            "صادقت تونس على اتفاقية سيداو عام 1985 وعلى اتفاقية حقوق الطفل عام 1992.",
            "2011-02-25",
            {"cedaw": ("1985", "supported"), "crc": ("1992", "supported")},
        ),
        (
            "تونس طرف منذ عام 1969 في العهد الدولي الخاص بالحقوق المدنية والسياسية وهي أيضا طرف في اتفاقية "
            "مناهضة التعذيب.",
            "2010-05-01",
            {"iccpr": ("1969/..", "supported"), "cat": ("2010-05-01", "supported")},
        ),
        (
            "Egypt has been a party since 1982 to the International Covenant on Civil and Political Rights.",
            "2009-06-25",
            {"iccpr": ("1982/..", "supported")},
        ),
        (
            "وقال السفير إن المغرب من الدول الأطراف في اتفاقية حقوق الطفل وإنه صادق عام 1993 على اتفاقية "
            "مناهضة التعذيب.",
            "2010-05-01",
            {"crc": ("2010-05-01", "supported"), "cat": ("1993", "supported")},
        ),
        (
            "أودعت قطر أمس لدى الأمين العام للأمم المتحدة وثيقتي الانضمام إلى العهد الدولي الخاص بالحقوق "
            "المدنية والسياسية "
            "والانضمام إلى العهد الدولي الخاص بالحقوق الاقتصادية والاجتماعية والثقافية.",
            "2018-05-22",
            {"iccpr": ("2018-05-21", "supported"), "icescr": ("2018-05-21", "supported")},
        ),
        (
            "قال رئيس وفد المغرب إن المملكة أعدت تقريرها، موضحا أن بلاده صادقت على اتفاقية حقوق الطفل في عام 1993.",
            "2011-02-01",
            {"crc": ("1993", "supported")},
        ),
    ],
)
def test_treaties_of_one_sentence_share_verb_and_state(
    sentence: str, published: str, told: dict[str, tuple[object, str]]
) -> None:
    assert parties(sentence, published) == told


@pytest.mark.parametrize(
    ("sentence", "treaty"),
    [
        ("Egypt, which is a party to the Convention against Torture, opposes the Rome Statute.", "rome-statute"),
        ("قال وزير العدل إن السودان طرف في اتفاقية حقوق الطفل وينتقد نظام روما الأساسي.", "rome-statute"),
        ("كل طرف في النزاع في السودان ملزم باحترام اتفاقية حقوق الطفل.", "crc"),
        ("Each party to the conflict in Sudan must respect the Convention on the Rights of the Child.", "crc"),
        (
            "حث المفوض السودان على إيداع وثائق التصديق على اتفاقية مناهضة التعذيب والانضمام إلى اتفاقية "
            "الاختفاء القسري.",
            "cped",
        ),
    ],
)
def test_a_treaty_beside_another_is_not_one_of_its_parties(sentence: str, treaty: str) -> None:
    assert treaty not in parties(sentence, "2010-02-25")


@pytest.mark.parametrize(
    ("sentence", "published", "verdict"),
    [
        ("وقال وزير العدل السوداني إن بلاده تعتزم الانضمام إلى اتفاقية سيداو.", "2010-05-01", "not-enough-evidence"),
        ("وقال وزير العدل السوداني إن بلاده تعتزم التصديق على اتفاقية مناهضة التعذيب.", "2021-03-01", "supported"),
        ("Tunisia announced its accession to the Rome Statute on Friday.", "2011-06-27", "supported"),
        (
            "Tunisia told the UN of its ratification of the Convention on enforced disappearance.",
            "2011-06-27",
            "not-enough-evidence",
        ),
    ],
)
def test_what_is_intended_or_not_yet_deposited_is_not_refuted(sentence: str, published: str, verdict: str) -> None:
    assert one(sentence, TREATY, published).verdict == verdict


SEAT = "rights_council.member"


def seated(sentence: str, published: str) -> dict[object, tuple[object, str]]:
    """Time and verdict of each state that a text seats on the Human Rights Council."""
    found = [claim for claim in judged(sentence, published) if claim.kind == SEAT]
    return {claim.args["state"]: (claim.args.get("at"), claim.verdict) for claim in found}


@pytest.mark.parametrize(
    ("text", "published", "states", "at"),
    [
        (
            "The UN General Assembly on Tuesday elected 15 members to the Human Rights Council. The "
            "assembly chose China, "
            "Cuba and Pakistan.",
            "2020-10-14",
            ["CHN", "CUB", "PAK"],
            "2020-10-13",
        ),
        (
            "انتخبت الجمعية العامة للأمم المتحدة الثلاثاء 15 دولة لعضوية مجلس حقوق الإنسان. وانتخبت الجمعية "
            "الصين وكوبا وباكستان.",
            "2020-10-14",
            ["CHN", "CUB", "PAK"],
            "2020-10-13",
        ),
        (
            "The General Assembly elected 14 members of the Human Rights Council on Tuesday. Britain, France and "
            "Mexico were also elected for three years.",
            "2013-11-13",
            ["GBR", "FRA", "MEX"],
            "2013-11-12",
        ),
        (
            "انتخبت الجمعية العامة 18 عضوا في مجلس حقوق الإنسان أمس الأربعاء. كما انتخبت قطر وتايلند وقبرص.",
            "2024-10-10",
            ["QAT", "THA", "CYP"],
            "2024-10-09",
        ),
        (
            "The General Assembly elected members of the Human Rights Council for terms beginning on 1 "
            "January 2024. By secret "
            "ballot, the Assembly elected Ghana and Japan.",
            "2023-10-10",
            ["GHA", "JPN"],
            "2024-01-01",
        ),
    ],
)
def test_whom_the_assembly_chose_in_the_sentence_behind(text: str, published: str, states: list[str], at: str) -> None:
    assert seated(text, published) == dict.fromkeys(states, (at, "supported"))


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The Assembly elected Cameroon, Eritrea and the Philippines on Friday.", "2018-10-13"),
        ("Azerbaijan failed to win a seat on the Human Rights Council in the first round on Tuesday.", "2006-05-10"),
        ("The General Assembly elected Chad and Chile to the Security Council. It chose Lithuania.", "2013-10-18"),
        ("The General Assembly elected judges from Sudan. The Human Rights Council was not discussed.", "2012-11-13"),
    ],
)
def test_an_election_to_another_body_seats_nobody(text: str, published: str) -> None:
    assert seated(text, published) == {}


def test_new_members_are_not_refuted_before_their_terms() -> None:
    said = "The new members of the Human Rights Council are Ecuador, Guatemala, Qatar and Uganda."
    assert "refuted" not in {verdict for _, verdict in seated(said, "2010-05-14").values()}


@pytest.mark.parametrize(
    ("text", "published", "state"),
    [
        (
            "The General Assembly voted 93-24 on Thursday, with 58 abstentions, to suspend Russia from the "
            "UN Human Rights "
            "Council.",
            "2022-04-08",
            "RUS",
        ),
        (
            "The General Assembly elected Peru to the Human Rights Council. Others lost. The Assembly had "
            "suspended Russia's "
            "membership in April 2022.",
            "2023-10-11",
            "RUS",
        ),
    ],
)
def test_a_membership_that_the_assembly_suspended(text: str, published: str, state: str) -> None:
    lost = [c for c in judged(text, published) if c.kind == SEAT and c.args.get("status") == "lost"]
    assert [(c.args["state"], c.verdict) for c in lost] == [(state, "supported")]


def test_a_wish_to_suspend_is_no_suspension() -> None:
    said = "Washington called on the General Assembly to suspend Russia from the UN Human Rights Council."
    assert SEAT not in kinds(said, "2022-04-06")


@pytest.mark.parametrize(
    ("sentence", "published", "person", "verdict"),
    [
        (
            "دعا الأمين العام خافيير بيريز دي كويلار مجلس الأمن إلى التريث.",
            "1990-12-02",
            "javier-perez-de-cuellar",
            "supported",
        ),
        (
            "UN Secretary General Perez de Cuellar will visit Cyprus.",
            "1985-05-01",
            "javier-perez-de-cuellar",
            "supported",
        ),
        (
            "قالت المفوضة العليا لحقوق الإنسان ماري روبنسون إن التحقيق ضروري.",
            "2000-06-01",
            "mary-robinson",
            "supported",
        ),
        (
            "Yasushi Akashi, the UN special envoy to the former Yugoslavia, met the general.",
            "1995-06-01",
            "yasushi-akashi",
            "supported",
        ),
        (
            "قال كبير مفتشي الأسلحة التابعين للأمم المتحدة هانز بليكس إن العراق يتعاون.",
            "2002-12-01",
            "hans-blix",
            "supported",
        ),
        (
            "رحب مارتن كوبلر، الدبلوماسي الذي كان مبعوثا للأمم المتحدة إلى ليبيا منذ أواخر 2015، بالاتفاق.",
            "2017-06-20",
            "martin-kobler",
            "supported",
        ),
    ],
)
def test_officers_of_earlier_years(sentence: str, published: str, person: str, verdict: str) -> None:
    claim = one(sentence, HOLDS, published)
    assert (claim.args["person"], claim.verdict) == (person, verdict)


def test_documents_handed_to_an_officer_are_nobodys_name() -> None:
    said = "سلم السفير لدى الأمين العام للأمم المتحدة وثيقتي التصديق على اتفاقية مناهضة التعذيب."
    assert HOLDS not in kinds(said, "2021-08-12")
