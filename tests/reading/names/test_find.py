"""States, capitals, bodies and outlets; what every reading of names must keep."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.language.quotes import quotes
from mahdar.language.sentences import sentences
from mahdar.language.tokens import tokenize
from mahdar.reading.names import find_names
from mahdar.reading.passage import Passage

Names = Callable[[str], list[tuple[str, str]]]
Read = Callable[[str], Passage]

PIECES = [
    "وزير", "الخارجية", "الروسي", "رئيس", "الرئيس", "محمد", "بن", "لافروف", "كوريا", "الشمالية", "مجلس", "الأمن", "،",
    "و", "البلدان", "المتحدث", "باسم", "لدى", "الأمم", "المتحدة", "وكالة", "«", "»", "the", "US", "us", "President",
    "Jordan", "Chad", "foreign", "minister", "of", "'s", ",", ".", "\n", "-", "spokesman", "State", "ـ", "ُ",
    "both", "countries", "Kim", "Al-Moualem", "12", "(", ")",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "principal"),
    [
        ("اجتمع مندوبون من كوريا الديموقراطية", "كوريا الديموقراطية", "state:PRK"),
        ("ردت بيونجيانج على البيان", "بيونجيانج", "state:PRK"),
        ("وللولايات المتحدة رأي آخر", "لولايات المتحدة", "state:USA"),
        ("سألوا عن موقف أميركا", "أميركا", "state:USA"),
        ("نفى الكرملين ذلك", "الكرملين", "state:RUS"),
        ("the U.S. and others", "U.S.", "state:USA"),
        ("Ivory Coast abstained", "Ivory Coast", "state:CIV"),
        ("Downing Street said no", "Downing Street", "state:GBR"),
        ("بيان للاتحاد السوفييتي", "لاتحاد السوفييتي", "state:SUN"),
        ("وطالب مجلس الأمن الدولي بذلك", "مجلس الأمن الدولي", "body:un-security-council"),
        ("قالت اليونيفيل أمس", "اليونيفيل", "body:un"),
        ("وأفادت هيومن رايتس ووتش", "هيومن رايتس ووتش", "body:human-rights-watch"),
        ("وفق وكالة «رويترز» للأنباء", "وكالة «رويترز» للأنباء", "outlet:reuters"),
        ("نشرت صحيفة الجزيرة مقالا", "صحيفة الجزيرة", "outlet:al-jazirah-newspaper"),
        ("نددت منظمة «أوكسفام» الحقوقية بذلك", "منظمة «أوكسفام» الحقوقية", "body:oxfam"),
        ("بحسب صحف أميركية عدة", "صحف أميركية", "outlet:us-newspapers"),
        ("وفق الصحافة الأوروبية", "الصحافة الأوروبية", "outlet:european-newspapers"),
        (
            "\ufee3\ufee8\ufec8\ufee4\ufe94 \ufe83\ufeed\ufedb\ufeb4\ufed4\ufe8e\ufee1",
            "\ufee3\ufee8\ufec8\ufee4\ufe94 \ufe83\ufeed\ufedb\ufeb4\ufed4\ufe8e\ufee1",
            "body:oxfam",
        ),
        ("#الولايات_المتحدة تعترض", "الولايات_المتحدة", "state:USA"),
        ("the international criminal court opened a case", "international criminal court", "body:icc"),
        ("Taiwan held drills", "Taiwan", "place:taiwan"),
    ],
)
def test_tables_find_what_reports_write(name: Names, text: str, words: str, principal: str) -> None:
    assert name(text) == [(words, principal)]


@pytest.mark.parametrize(
    "text",
    [
        "سبح الأطفال في نهر الأردن",
        "درسوا القطاع المالي والإداري",
        "he told us who may come",
        "Michael Jordan scored",
        "كان والي الولاية هناك",
        "تحدث باللغة الفرنسية أمام الحضور",
        "سبق أن حدث ذلك",
        "نشرت الجريدة أسماء المرشحين كلها",
        "the Paris Agreement holds",
        "they ran to save the children first",
    ],
)
def test_words_that_only_look_like_names_are_left(name: Names, text: str) -> None:
    assert name(text) == []


def test_amman_and_oman_need_another_word_for_their_state(name: Names) -> None:
    assert name("وصل الوفد إلى عمان") == []
    assert ("عمان", "state:JOR") in name("انطلقت الرحلة الأردنية إلى عمان")
    assert ("عمان", "state:OMN") in name("عاد الصيادون العمانيون إلى عمان")


def test_adjective_pairs_name_both_states_without_being_heads(read: Read) -> None:
    passage = read("رحبوا بالمسودة الفرنسية-الألمانية")
    assert [(n.entity, n.kind, n.head) for n in passage.named] == [
        ("state:FRA", "demonym", False),
        ("state:DEU", "demonym", False),
    ]


def test_peoples_are_heads_where_no_noun_stands_before(read: Read) -> None:
    assert [n.head for n in read("Russians and Danes voted").named] == [True, True]
    assert [n.head for n in read("the French plan").named] == [False]
    assert [n.head for n in read("رفض الروس ذلك").named] == [True]


def test_the_first_part_of_a_compound_does_not_speak(read: Read) -> None:
    heads = {
        n.entity: n.head for n in read("the Peru-based group and the Kenya-led force met in Chile - quietly").named
    }
    assert heads == {"state:PER": False, "state:KEN": False, "state:CHL": True}


def test_a_group_of_states_is_its_states_only_beside_the_one_it_deals_with(read: Read) -> None:
    assert {n.entity for n in read("اتفقت الدول الكبرى مع إيران").named} >= {"state:CHN", "state:DEU", "state:USA"}
    assert [n.entity for n in read("اختلفت الدول الكبرى").named] == ["body:major-powers"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=60))
def test_names_lie_in_the_text_in_order_and_apart(text: str) -> None:
    tokens = tokenize(text)
    passage = Passage(text, "ar", tokens, sentences(tokens), quotes(tokens))
    find_names(passage)
    for named in passage.named:
        assert 0 <= named.start < named.end <= len(text)
        assert named.i < named.j <= len(tokens)
        assert named.entity in passage.entities
    for first, second in zip(passage.named, passage.named[1:], strict=False):
        assert (first.i, first.j) == (second.i, second.j) or first.j <= second.i


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The Organization of American States met", ["body:oas"]),
        ("قال ماتيو بيدرو المدير العام للجنة الدولية للصليب الأحمر", ["body:icrc"]),
        ("السلطات في الكونغو طلبت العون. جمهورية الكونغو الديمقراطية وافقت", ["state:COD"]),
        ("Congo voted. Congo-Brazzaville said so", ["state:COG"]),
        ("Congo voted in favour", ["state:COG"]),
        ("التقى الجنرال الرئيس المالي", ["state:MLI"]),
        ("ناقش المجلس الملف المالي", []),
        ("state news agency SPA reported", ["outlet:spa"]),
        ("قال مراسل قناة الجزيرة في غزة", ["outlet:al-jazeera"]),
    ],
)
def test_a_name_is_read_as_the_whole_and_in_the_sense_of_its_report(read: Read, text: str, ids: list[str]) -> None:
    passage = read(text)
    speak = {passage.principal(n.entity) for n in passage.named if n.head or n.kind == "person"}
    assert set(ids) <= speak
    assert ids or not speak


@pytest.mark.parametrize(
    "piece",
    [
        "رئيس ",
        "the president of ",
        "محمد ",
        "البلدان ",
        "رئيس دائرة الشؤون ",
        "Russia's ",
        "المتحدث باسمها ",
        "Its spokesman ",
        "Ann Lee, who heads ",
        "مدير اليونسكو في شؤون ",
        "the regime ",
        "البعثة ",
    ],
)
def test_a_long_text_of_one_word_costs_no_more_than_its_length(read: Read, piece: str) -> None:
    small, large = (_steps(read, piece * count) for count in (400, 1600))
    assert large <= 5 * small + 1000


def _steps(read: Read, text: str) -> int:
    """How many calls the reading of a text makes: a clock that no other process disturbs."""
    count = 0

    def trace(frame: object, event: str, arg: object) -> object:
        nonlocal count
        count += event == "call"
        return None

    before = sys.getprofile()
    sys.setprofile(trace)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return count
