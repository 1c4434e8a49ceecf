"""Claims on the Security Council: found, judged, refuted only on certain ground."""

from __future__ import annotations

from datetime import date

import pytest

from tests.held import judged, kinds, one


@pytest.mark.parametrize(
    ("sentence", "published", "args", "verdict"),
    [
        ("Kenya is a member of the Security Council.", "2021-05-03", {"state": "KEN"}, "supported"),
        ("كينيا عضو منتخب في مجلس الأمن.", "2021-05-03", {"state": "KEN", "seat": "elected"}, "supported"),
        ("كينيا عضو منتخب في مجلس الأمن.", "2016-05-03", {"state": "KEN", "seat": "elected"}, "refuted"),
        (
            "France, a permanent member of the Security Council, spoke.",
            "2016-05-03",
            {"state": "FRA", "seat": "permanent"},
            "supported",
        ),
        (
            "France, a non-permanent member of the Security Council, spoke.",
            "2016-05-03",
            {"state": "FRA", "seat": "elected"},
            "conflicting",
        ),
        (
            "Brazil is a permanent member of the Security Council.",
            "2016-05-03",
            {"state": "BRA", "seat": "permanent"},
            "refuted",
        ),
        ("ليست إيران عضوا في مجلس الأمن.", "2016-05-03", {"state": "IRN"}, "supported"),
        (
            "Panama was elected to the Security Council on 6 June 2024.",
            "2024-06-07",
            {"state": "PAN", "seat": "elected"},
            "supported",
        ),
        ("Kenya is a member of the Security Council.", "2090-05-03", {"state": "KEN"}, "not-enough-evidence"),
    ],
)
def test_membership(sentence: str, published: str, args: dict[str, str], verdict: str) -> None:
    claim = one(sentence, "council.member", published)
    assert args.items() <= dict(claim.args).items()
    assert claim.verdict == verdict


def test_a_list_of_members_is_one_claim_for_each() -> None:
    found = judged("الدول الدائمة العضوية في مجلس الأمن (روسيا والصين وفرنسا) صوتت.", "2016-05-03")
    assert [c.args["state"] for c in found if c.kind == "council.member"] == ["RUS", "CHN", "FRA"]


@pytest.mark.parametrize(
    "sentence",
    [
        "قال المتحدث باسم مجلس الأمن القومي الأمريكي إن الأمر صعب.",
        "The National Security Council's 15 members met at the White House.",
        "Members of the Security Council called for calm.",
        "تملك الدول الخمس الدائمة العضوية في مجلس الأمن حق النقض.",
        "أدان مجلس الأمن الهجوم.",
    ],
)
def test_what_claims_nothing_of_the_council(sentence: str) -> None:
    assert kinds(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "published", "args", "verdict"),
    [
        ("فيتو أمريكي ضد نص بشأن غزة في مجلس الأمن", "2023-12-08", {"by": ["USA"], "topic": "PSE"}, "supported"),
        (
            "The United States vetoed a Security Council draft on Gaza on 8 December 2023.",
            "2023-12-09",
            {"by": ["USA"], "at": "2023-12-08"},
            "supported",
        ),
        (
            "The draft was vetoed by Russia in the Security Council on 29 July 2015.",
            "2015-07-30",
            {"by": ["RUS"]},
            "supported",
        ),
        (
            "China and Russia vetoed the Security Council draft on Syria on 12 April 2017.",
            "2017-04-13",
            {"by": ["CHN", "RUS"]},
            "conflicting",
        ),
        (
            "China vetoed the Security Council draft on Syria on 12 April 2017.",
            "2017-04-13",
            {"by": ["CHN"]},
            "refuted",
        ),
        ("استخدمت تركيا حق النقض في مجلس الأمن بشأن سوريا عام 2017.", "2018-04-13", {"by": ["TUR"]}, "refuted"),
        ("Britain vetoed a Security Council draft on Sudan in 2015.", "2016-04-13", {"by": ["GBR"]}, "refuted"),
        (
            "Russia vetoed a Security Council draft on Sudan in 2035.",
            "2036-04-13",
            {"by": ["RUS"]},
            "not-enough-evidence",
        ),
    ],
)
def test_vetoes(sentence: str, published: str, args: dict[str, object], verdict: str) -> None:
    claim = one(sentence, "council.veto", published)
    assert args.items() <= dict(claim.args).items()
    assert claim.verdict == verdict


def test_the_pair_named_before_may_veto() -> None:
    text = (
        "تعارض الصين وروسيا أي إجراء في مجلس الأمن. واستخدم البلدان حق النقض بشأن كوريا الشمالية في 26 أيار/مايو 2022."
    )
    claim = one(text, "council.veto", "2022-06-01")
    assert (claim.args["by"], claim.verdict) == (["CHN", "RUS"], "supported")


def test_a_veto_elsewhere_is_none_of_the_councils() -> None:
    assert kinds("The US President vetoed the bill.") == set()
    assert kinds("Hungary vetoed the EU sanctions package.") == set()


def test_a_vetoed_text_is_no_resolution() -> None:
    assert kinds("Russia vetoed a Security Council resolution on Syria on 12 April 2017.") == {"council.veto"}


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Russia has used its veto in the Security Council eight times on Syria since 2011.", "supported"),
        ("Russia has used its veto in the Security Council more than five times on Syria since 2011.", "supported"),
        ("Russia has used its veto in the Security Council 40 times on Syria since 2011.", "refuted"),
        ("Russia has used its veto in the Security Council nine times on Syria since 2011.", "not-enough-evidence"),
    ],
)
def test_counts_of_vetoes_are_doubted_only_where_far_off(sentence: str, verdict: str) -> None:
    assert one(sentence, "council.veto_count", "2017-04-13").verdict == verdict


@pytest.mark.parametrize(
    ("sentence", "symbols"),
    [
        ("رحب الوزير بقرار مجلس الأمن رقم 2254.", ["S/RES/2254"]),
        ("the Security Council's resolutions 1718 and 1874", ["S/RES/1718", "S/RES/1874"]),
        ("بموجب القرارات 1696 و1737 و1747 الصادرة عن مجلس الأمن", ["S/RES/1696", "S/RES/1737", "S/RES/1747"]),
        ("UN Security Council Resolution 2231 (2015) endorses the deal.", ["S/RES/2231"]),
        ("The text, S/RES/2254, was adopted by the Security Council.", ["S/RES/2254"]),
    ],
)
def test_resolutions_by_number(sentence: str, symbols: list[str]) -> None:
    found = [c for c in judged(sentence) if c.kind == "council.resolution"]
    assert [c.args["symbol"] for c in found] == symbols
    assert {c.verdict for c in found} == {"supported"}


@pytest.mark.parametrize(
    ("sentence", "published", "verdict"),
    [
        ("Security Council resolution 2254 of December 2015 set a path.", "2020-01-15", "supported"),
        ("Security Council resolution 2254 of December 2013 set a path.", "2020-01-15", "refuted"),
        ("The Security Council adopted a resolution on Syria on 17 April 2016.", "2016-04-18", "refuted"),
        ("The Security Council adopted a resolution on Syria on 18 December 2015.", "2015-12-19", "supported"),
        ("تبنى مجلس الأمن قرارا بشأن سوريا في 18 كانون الأول/ديسمبر 2015.", "2015-12-19", "supported"),
        (
            "The Security Council adopted a resolution on Syria on 18 December 2065.",
            "2065-12-19",
            "not-enough-evidence",
        ),
    ],
)
def test_resolutions_by_day(sentence: str, published: str, verdict: str) -> None:
    assert one(sentence, "council.resolution", published).verdict == verdict


def test_drafts_and_any_resolution_are_none() -> None:
    assert kinds("قدمت فرنسا مشروع قرار إلى مجلس الأمن بشأن مالي.") == set()
    assert kinds("Moscow is against any resolution of the Security Council on Mali.") == set()


def test_an_announced_meeting_is_judged_by_what_came_of_it_or_by_the_record_of_a_day() -> None:
    text = "تنظم الولايات المتحدة اجتماعا غير رسمي لأعضاء مجلس الأمن بشأن كوريا الشمالية في 17 آذار/مارس 2023."
    assert one(text, "council.meeting", "2023-03-08").verdict == "supported"
    assert one(text, "council.meeting", "2023-03-08", as_of=date(2023, 3, 8)).verdict == "not-enough-evidence"


def test_presidencies() -> None:
    right = one("ترأس اليابان مجلس الأمن في كانون الثاني/يناير 2023.", "council.presidency", "2023-01-05")
    wrong = one("ترأس غانا مجلس الأمن في كانون الثاني/يناير 2023.", "council.presidency", "2023-01-05")
    assert (right.verdict, wrong.verdict) == ("supported", "refuted")


def test_every_explanation_speaks_both_languages_and_cites() -> None:
    text = "اعتمد مجلس الأمن القرار 2397 بالإجماع في 22 كانون الأول/ديسمبر 2017."
    for claim in judged(text, "2017-12-24"):
        assert claim.why.en.endswith(".")
        assert any("ء" <= ch <= "ي" for ch in claim.why.ar)
        assert claim.citations


def test_human_rights_are_discussed_under_the_situation_not_under_non_proliferation() -> None:
    sentence = "The Security Council has discussed human rights in North Korea since 2014."
    (held,) = [claim for claim in judged(sentence, "2023-03-08") if claim.kind == "council.discussed"]
    assert held.verdict == "supported"
    assert held.citations[0].symbol == "S/PV.7353"


def test_qad_before_a_perfect_is_no_doubt() -> None:
    sentence = "وكانت الصين وروسيا قد نقضتا في 26 أيار/مايو 2022 مشروع قرار في مجلس الأمن بشأن كوريا الشمالية."
    (held,) = judged(sentence, "2024-03-29")
    assert (held.kind, held.args["by"], held.verdict) == ("council.veto", ["CHN", "RUS"], "supported")


def test_a_veto_that_early_lists_may_lack_is_not_contradicted() -> None:
    """The lists of vetoes before 1997 do not name every vote on a single applicant, a part or an amendment."""
    sentence = "On 13 December 1955 China vetoed a draft resolution of the Security Council on Mongolia."
    assert one(sentence, "council.veto", "1955-12-14").verdict == "not-enough-evidence"
