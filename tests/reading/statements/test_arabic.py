"""Statements in Arabic news, on sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mahdar.model import Statement
from mahdar.reading.reader import read_passage
from tests.cost import calls


def read(text: str) -> list[Statement]:
    return read_passage(text, "ar").statements


def said(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Act, principals of the speakers, and content of every statement."""
    passage = read_passage(text, "ar")
    return [(s.act, tuple(passage.principal(e) for e in s.speakers), s.text) for s in passage.statements]


@pytest.mark.parametrize(
    ("text", "act", "speakers", "content"),
    [
        # a verb before its speaker, with أن
        ("وقالت فرنسا إن المجلس تأخر كثيرا.", "say", ("state:FRA",), "المجلس تأخر كثيرا"),
        ("أكدت الصين وباكستان أن الحل سياسي.", "say", ("state:CHN", "state:PAK"), "الحل سياسي"),
        # a speaker before the verb
        ("لكن روسيا تعارض مشروع القرار.", "oppose", ("state:RUS",), "مشروع القرار"),
        ("طوكيو تحذر من إطلاق صاروخ جديد", "warn", ("state:JPN",), "إطلاق صاروخ جديد"),
        # prepositions
        ("رحبت الأمم المتحدة بالهدنة في اليمن.", "support", ("body:un",), "بالهدنة في اليمن"),
        ("هددت كوريا الشمالية بإجراء تجربة نووية.", "threaten", ("state:PRK",), "بإجراء تجربة نووية"),
        ("وأعربت ألمانيا عن رفضها للاستيطان.", "oppose", ("state:DEU",), "رفضها للاستيطان"),
        ("تعهدت كندا بمضاعفة مساعداتها.", "promise", ("state:CAN",), "بمضاعفة مساعداتها"),
        # an addressee between the verb and the content
        ("طالبت الجزائر مجلس الأمن بعقد جلسة علنية.", "demand", ("state:DZA",), "بعقد جلسة علنية"),
        ("اتهمت أوكرانيا روسيا بقصف ميناء أوديسا.", "accuse", ("state:UKR",), "روسيا بقصف ميناء أوديسا"),
        ("طلبت غانا من الأمم المتحدة إرسال مراقبين.", "demand", ("state:GHA",), "إرسال مراقبين"),
        # quotations
        ("قالت مصر: «لن نقبل بتهجير أحد».", "say", ("state:EGY",), "لن نقبل بتهجير أحد"),
        ("وقالت سويسرا “نحن مستعدون لاستضافة المحادثات“.", "say", ("state:CHE",), "نحن مستعدون لاستضافة المحادثات"),
        # sources
        ("قُتل عشرون شخصا في الغارة، بحسب الأمم المتحدة.", "say", ("body:un",), "قُتل عشرون شخصا في الغارة"),
        (
            "ووفقا لمنظمة العفو الدولية فإن آلاف الأشخاص محتجزون.",
            "say",
            ("body:amnesty-international",),
            "آلاف الأشخاص محتجزون",
        ),
        # headlines
        ("بكين: الحوار هو الطريق الوحيد", "say", ("state:CHN",), "الحوار هو الطريق الوحيد"),
        # what must be done is a demand
        ("قالت إسبانيا إنه ينبغي فتح المعابر فورا.", "demand", ("state:ESP",), "ينبغي فتح المعابر فورا"),
    ],
)
def test_one_statement(text: str, act: str, speakers: tuple[str, ...], content: str) -> None:
    assert said(text) == [(act, speakers, content)]


@pytest.mark.parametrize(
    "text",
    [
        "لم تقل موسكو إن القرار باطل.",
        "وقد تعلن واشنطن أنها ستنسحب من المجلس.",
        "عقد مجلس الأمن جلسة مغلقة بشأن السودان أمس.",
        "يذكر أن المجلس يضم خمسة عشر عضوا.",
        "ولن ترفض ألمانيا الاقتراح.",
        "وصلت البعثة إلى مدينة حلب صباح اليوم.",
    ],
)
def test_what_nobody_said_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_the_speaker_is_carried_over() -> None:
    text = "قالت فرنسا إن الهدنة هشة.\nوأضافت أن المساعدات لا تكفي، مشيرة إلى أن الشتاء قريب."
    assert said(text) == [
        ("say", ("state:FRA",), "الهدنة هشة"),
        ("say", ("state:FRA",), "المساعدات لا تكفي"),
        ("say", ("state:FRA",), "الشتاء قريب"),
    ]


def test_a_quotation_alone_goes_on_with_the_speaker() -> None:
    text = "قالت مصر: “نريد حلا عادلا للقضية“.\n“ولن نقبل أن يدفع الأبرياء ثمن الحرب“."
    assert said(text)[1] == ("say", ("state:EGY",), "ولن نقبل أن يدفع الأبرياء ثمن الحرب")


def test_an_agency_relays_what_somebody_said() -> None:
    (statement,) = read("نقلت وكالة رويترز عن وزارة الخارجية الإيرانية قولها إن المفاوضات مستمرة.")
    assert statement.via == ("outlet:reuters",)
    assert statement.text == "المفاوضات مستمرة"


def test_a_document_speaks_for_its_authors() -> None:
    text = "قالت النرويج في مذكرة إن الوضع خطير.\nوجاء في المذكرة أن ثلاثة ملايين شخص نزحوا."
    assert said(text)[1] == ("say", ("state:NOR",), "ثلاثة ملايين شخص نزحوا")


def test_no_comment() -> None:
    (statement,) = read("ولم ترد بعثة ميانمار لدى الأمم المتحدة على طلب للتعليق.")
    assert (statement.act, statement.text) == ("no-comment", "طلب للتعليق")


def test_speech_within_speech_belongs_to_its_own_speaker() -> None:
    text = "أوضحت اليابان أن كوريا الجنوبية تعهدت بدعم العقوبات."
    assert said(text) == [
        ("say", ("state:JPN",), "كوريا الجنوبية تعهدت بدعم العقوبات"),
        ("promise", ("state:KOR",), "بدعم العقوبات"),
    ]


def test_a_speaker_does_not_speak_again_inside_their_own_words() -> None:
    assert len(said("قالت الهند إن الهند ترفض الاقتراح.")) == 1


def test_quoted_says_whether_most_stands_in_marks() -> None:
    (wholly,) = read("وقالت البرازيل إن «العقوبات لا تخدم السلام».")
    (partly,) = read("وقالت البرازيل إن العقوبات التي فرضها المجلس في العام الماضي «جائرة».")
    assert wholly.quoted
    assert not partly.quoted


WORDS = """قال قالت روسيا إن أن « » " “ ، . وأضاف بحسب وفقا ل رفض : في مشيرا إلى نقلت عن قوله بحجة لم ترد على طلب
البيان جاء الذي و طالب ب كلا لكنه مؤكدا غير"""
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(PIECES, max_size=40).map(" ".join))
@example("طالب قال “ بحسب طلب ل البيان “ وأضاف")  # a verb of going on as the last word
def test_any_order_of_words_gives_valid_spans(text: str) -> None:
    for statement in read(text):
        assert text[statement.start : statement.end] == statement.text
        assert statement.text.strip()


def test_reading_is_deterministic() -> None:
    text = "قالت فرنسا إن الهدنة هشة، ونفت سوريا الاتهامات."
    assert read(text) == read(text)


GROWING = ["قال ", "وأضاف، ", "مشيرا إلى ", "قالت روسيا إن ", "رفض الاقتراح ", "بحسب ", '"نعم ']


@pytest.mark.parametrize("piece", GROWING)
def test_cost_grows_with_the_text_and_not_faster(piece: str) -> None:
    read(piece * 20)
    assert calls(lambda: read(piece * 1600)) < 2.6 * calls(lambda: read(piece * 800))


def test_an_unmarked_ministry_is_that_of_the_state_that_acts() -> None:
    text = "اتهمت أرمينيا باكو بقصف قرية حدودية.\nوقالت وزارة الدفاع إن القصف مستمر."
    assert said(text)[1] == ("say", ("state:ARM",), "القصف مستمر")


def test_an_organisation_does_not_speak_for_the_state_of_its_adjective() -> None:
    (statement,) = read("وقالت منظمة مجهولة كينية إن الانتخابات تأجلت.")
    assert statement.speakers != ("state:KEN",)


def test_a_name_behind_a_preposition_is_not_who_adds() -> None:
    text = "أعلن الرئيس البرازيلي أن بلاده ستعيد النظر في علاقتها مع بوليفيا معتبرا أن الوضع تبدل."
    assert said(text)[1] == ("say", ("state:BRA",), "الوضع تبدل")


@pytest.mark.parametrize(
    "text",
    [
        "ردا على",
        "مشيرا على",
        "روسيا طلب كان عبر في وقت متأخر",
        "«نعم ولا ونعم ولا» أيد",
        "، وصفته",
        "رغم ترحيبها",
        "قال لـ«الشرق",
    ],
)
def test_a_text_may_end_anywhere(text: str) -> None:
    assert all(text[one.start : one.end] == one.text for one in read(text))
