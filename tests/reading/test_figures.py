"""Figures: what is counted, what is not, and where the span and its unit lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.numbers import numbers
from mahdar.language.quotes import quotes
from mahdar.language.sentences import sentences
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import tokenize
from mahdar.model import Figure
from mahdar.reading.figures import figures
from mahdar.reading.figures_words import is_in
from mahdar.reading.names import find_names
from mahdar.reading.passage import Passage
from tests.cost import calls

Low = int | float | None


def _read(text: str, language: str, times: tuple[str, ...] = ()) -> list[Figure]:
    """The figures of a text in which the given words are times."""
    tokens = tokenize(text)
    passage = Passage(text, language, tokens, sentences(tokens), quotes(tokens), numbers=numbers(tokens, language))
    for words in times:
        start = text.index(words)
        i, j = tokens.token_at(start), tokens.token_at(start + len(words) - 1) + 1
        passage.times.append(TimePhrase(i, j, start, start + len(words), None))
    return figures(passage)


def _one(text: str, language: str) -> tuple[str, Low, Low, str | None]:
    found = _read(text, language)
    assert len(found) == 1, found
    return found[0].text, found[0].low, found[0].high, found[0].unit


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("يضم المجلس 15 عضوًا من القارات كلها", "15 عضوًا", 15, 15, "عضوًا"),
        ("عبر الحدود نحو 40 ألف نازح سوري أمس", "نحو 40 ألف نازح سوري", 40_000, 40_000, "نازح"),
        ("بين 30 و50 ألف سجين سياسي في المعسكرات", "بين 30 و50 ألف سجين سياسي", 30_000, 50_000, "سجين"),
        ("أطلق الجيش عشرات القذائف المدفعية", "عشرات القذائف المدفعية", 20, None, "القذائف"),
        ("احتشد آلاف من المتظاهرين", "آلاف من المتظاهرين", 2000, None, "المتظاهرين"),
        ("ألغت الحكومة القرارات السبعة", "القرارات السبعة", 7, 7, "القرارات"),
        ("اجتمعت بالدول الخمس الدائمة", "الدول الخمس الدائمة", 5, 5, "الدول"),
        ("دعت الدول الـ22 إلى الحوار", "الدول الـ22", 22, 22, "الدول"),
        ("تراجع الإنتاج بنسبة 6% هذا العام", "6%", 6, 6, "%"),
        ("زادت الأسعار عشرين في المئة", "عشرين في المئة", 20, 20, "%"),
        ("استقبلت الجزيرة بسبعة قوارب", "سبعة قوارب", 7, 7, "قوارب"),
        ("جرح 12 شخصا على الأقل", "12 شخصا على الأقل", 12, None, "شخصا"),
        ("انفجرت ثلاثة ألغام", "ثلاثة ألغام", 3, 3, "ألغام"),
        ("زار المخيم خمس مرات", "خمس مرات", 5, 5, "مرات"),
        ("تبرعت بنصف مليون دولار", "نصف مليون دولار", 500_000, 500_000, "دولار"),
        ("عارض القرار صوت واحد", "صوت واحد", 1, 1, "صوت"),
        ("رفعوا المبلغ إلى $500", "$500", 500, 500, "$"),
        ("أوقفت الشرطة 530 من السجناء", "530 من السجناء", 530, 530, "السجناء"),
        ("تفقد 14 مركز احتجاز", "14 مركز", 14, 14, "مركز"),
        ("أصيب 90 شخصاً", "90 شخصاً", 90, 90, "شخصاً"),
    ],
)
def test_arabic_figures(text: str, words: str, low: Low, high: Low, unit: str) -> None:
    assert _one(text, "ar") == (words, low, high, unit)


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        (
            "The UN counts more than 5.5 million Syrians abroad",
            "more than 5.5 million Syrians",
            5_500_000,
            None,
            "Syrians",
        ),
        ("half of the 28 million Yemenis", "28 million Yemenis", 28_000_000, 28_000_000, "Yemenis"),
        ("They freed 30 Britons", "30 Britons", 30, 30, "Britons"),
        ("Another six million people stayed", "six million people", 6_000_000, 6_000_000, "people"),
        ("He met five permanent members", "five permanent members", 5, 5, "members"),
        ("Hundreds of protesters marched", "Hundreds of protesters", 200, None, "protesters"),
        ("the 47-member body", "47-member", 47, 47, "member"),
        ("It pledged over £1.1bn in aid", "over £1.1bn", 1_100_000_000, None, "£"),
        ("Turnout was 61.5 per cent", "61.5 per cent", 61.5, 61.5, "%"),
        ("One soldier fell", "One soldier", 1, 1, "soldier"),
        ("between 20 and 30 armed fighters", "between 20 and 30 armed fighters", 20, 30, "fighters"),
        ("They struck three times", "three times", 3, 3, "times"),
        ("Up to 500 political prisoners remain", "Up to 500 political prisoners", None, 500, "prisoners"),
        ("She saw 12 of the rebels flee", "12 of the rebels", 12, 12, "rebels"),
    ],
)
def test_english_figures(text: str, words: str, low: Low, high: Low, unit: str) -> None:
    assert _one(text, "en") == (words, low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "تستمر الهدنة 20 يوما",
        "منذ أكثر من سبع سنوات",
        "السنوات العشر المقبلة",
        "اللاعب البالغ من العمر 30 عاما",
        "تنفيذ القرار 2397 فورا",
        "القراران 1559 و1701",
        "القرار رقم 2216 وإيقاف القتال",
        "المادة 5 من الميثاق",
        "رحلة إم إتش 17 المنكوبة",
        "قتل رجلان قرب السوق",
        "زار العاصمة مرتين",
        "للمرة الثالثة",
        "الساعة 10:30 بالتوقيت المحلي",
        "واحد من الوزراء",
        "لا يوجد بلد واحد بلا عيوب",
        "فاز المنتخب 3-1",
        "هاتف: 0123456789",
        "قمة مجموعة العشرين",
        "منذ 2006 تتضمن عقوبات",
        "الفترة بين 2006 و2013",
        "العضو الـ193 في المنظمة",
        "الدورة الـ72 للجمعية",
        "محادثات 5+1 الأخيرة",
        "بلغت الحرارة 40 درجة",
        "تحدث الأعضاء بصوت واحد",
    ],
)
def test_arabic_no_figure(text: str) -> None:
    assert _read(text, "ar") == []


@pytest.mark.parametrize(
    "text",
    [
        "within 90 days",
        "a seven-year war",
        "the 45-year-old activist",
        "Resolution 2249 passed",
        "under Article 41 of the Charter",
        "resolutions 1559 and 1701",
        "the COVID-19 outbreak",
        "One of the men left",
        "No one knew",
        "the third round",
        "at 5 p.m. local time",
        "They won 2-0",
        "at 10 Downing Street",
        "since 2011",
        "He sat in Room 5",
        "1. Introduction",
        "the 2+2 talks",
        "inside Office 39 were files",
        "the September 11 attacks",
        "since the Sept. 11 attacks",
    ],
)
def test_english_no_figure(text: str) -> None:
    assert _read(text, "en") == []


def test_times_are_left_out() -> None:
    text = "قتل 12 جنديا في 17 تموز"
    assert [f.low for f in _read(text, "ar", times=("17 تموز",))] == [12]
    assert _read("12 March", "en", times=("12 March",)) == []


@pytest.mark.parametrize(
    ("text", "language", "lows"),
    [
        ("اعتمد القرار بأغلبية 13 صوتا وامتناع 2 عن التصويت", "ar", [13, 2]),
        ("أيد القرار 120 دولة وعارضته 14 وامتنعت 45 دولة", "ar", [120, 14, 45]),
        ("adopted by 13 votes to 2, with 3 abstentions", "en", [13, 2, 3]),
        ("the vote was 10-2-3", "en", [10, 2, 3]),
        ("The text was rejected 16-21 in the vote", "en", [16, 21]),
        ("In the Assembly 47 states voted for it while 14 abstained", "en", [47, 14]),
    ],
)
def test_tallies(text: str, language: str, lows: list[int]) -> None:
    assert [f.low for f in _read(text, language)] == lows


@pytest.mark.parametrize(
    ("text", "language", "lows"),
    [
        ("مقتل 15 وإصابة 30 آخرين", "ar", [15, 30]),
        ("ارتفعت حصيلة القتلى إلى 45", "ar", [45]),
        ("killing 12 and wounding 30", "en", [12, 30]),
        ("The toll rose to 298", "en", [298]),
    ],
)
def test_casualties_need_no_noun(text: str, language: str, lows: list[int]) -> None:
    assert [f.low for f in _read(text, language)] == lows


def test_articles_and_proclitics_do_not_hide_a_word() -> None:
    assert is_in("ar", "naming", "القرار")
    assert is_in("ar", "durations", "الايام")
    assert not is_in("en", "naming", "soldiers")


@pytest.mark.parametrize("unit", ["5% ", "القرار 1696 و", "قتل 15 و", "10-", "وخمسة "])
def test_cost_grows_with_length(unit: str) -> None:
    """Eight times the text may not cost much more than eight times the calls."""

    def cost(size: int) -> int:
        text = unit * (size // len(unit))
        tokens = tokenize(text)
        passage = Passage(text, "ar", tokens, [], [], numbers=numbers(tokens, "ar"))
        return calls(lambda: figures(passage))

    cost(100)  # what is looked up once
    assert cost(16_000) < 10 * max(cost(2_000), 100)


_WORDS = [
    "قتل",
    "15",
    "عشرات",
    "من",
    "الجنود",
    "القرار",
    "2397",
    "و",
    "ثلاثة",
    "آلاف",
    "شخصًا",
    "%",
    "الدول",
    "الخمس",
    "أكثر",
    "واحد",
    "صوت",
    "على الأقل",
    "killed",
    "hundreds",
    "of",
    "people",
    "Resolution",
    "-",
    "member",
    "the",
    "one",
    "votes",
    "$",
    "2006",
    "12:30",
    "twice",
    "\n",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=20), st.sampled_from(["ar", "en"]))
def test_spans_point_at_their_words(words: list[str], language: str) -> None:
    text = " ".join(words)
    end = 0
    for figure in _read(text, language):
        assert text[figure.start : figure.end] == figure.text
        assert end <= figure.start < figure.end
        assert figure.unit is None or figure.unit in text
        end = figure.end


def test_a_place_is_not_what_is_counted() -> None:
    text = "اعتقلت الشرطة ثلاثة ليبيين و5 من سوريا"
    tokens = tokenize(text)
    passage = Passage(text, "ar", tokens, sentences(tokens), quotes(tokens), numbers=numbers(tokens, "ar"))
    find_names(passage)
    assert [(figure.low, figure.unit) for figure in figures(passage)] == [(3, "ليبيين"), (5, None)]
