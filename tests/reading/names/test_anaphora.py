"""Short forms, surnames and posts without their state."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mahdar.reading.passage import Passage

Read = Callable[[str], Passage]


def entities(passage: Passage, words: str) -> list[str]:
    """The entities that these words name, last place only."""
    at = passage.text.rindex(words)
    return [n.entity for n in passage.named if n.start <= at < n.end]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("رفضت تركيا واليونان المقترح. وأكد البلدان الموقف", "البلدان", ["state:TUR", "state:GRC"]),
        ("Peru and Chile met. Both countries agreed", "Both countries", ["state:PER", "state:CHL"]),
        ("اجتمع مجلس حقوق الإنسان، ثم صوت المجلس", "المجلس", ["body:un-human-rights-council"]),
        ("اجتمع مجلس الأمن. ووافق المجلس المحلي", "المحلي", []),
        ("انتقدت أوكسفام الخطة، ودعت المنظمة إلى غيرها", "المنظمة", ["body:oxfam"]),
        ("وقالت المنظمة الدولية أمس", "المنظمة الدولية", ["body:un"]),
        ("قال وزير الدفاع الهندي آرون جيتلي ذلك، وتابع الوزير", "الوزير", ["person:arwn-jitli"]),
        ("قال وزير الدفاع الهندي آرون جيتلي ذلك، وتابع جيتلي", "جيتلي", ["person:arwn-jitli"]),
        ("قال الرئيس الكيني وليام روتو إن بلاده تنسحب", "بلاده", ["state:KEN"]),
        ("Indian Defence Minister Arun Doe spoke. The minister left", "minister left", ["person:arun-doe"]),
        ("Doe left early. Indian Defence Minister Arun Doe spoke", "Indian", ["person:arun-doe"]),
        ("نقلت وكالة تاس الخبر، وأضافت الوكالة", "الوكالة", ["outlet:tass"]),
        ("ناشدت المفوضية السامية لشؤون اللاجئين المانحين، وأضافت المفوضية", "المفوضية", ["body:unhcr"]),
        ("أصدرت محكمة العدل الدولية حكما، وأوضحت المحكمة", "المحكمة", ["body:icj"]),
        ("كشف مسؤول نيجيري الخبر، وأضاف المسؤول", "المسؤول", ["person:official-of-nga"]),
        ("The World Court sat. The Dutch-based UN body ruled", "UN body", ["body:icj"]),
        ("عين الناتو ناطقا. وقال الأمين العام", "الأمين العام", ["body:nato"]),
        ("نددت الأمم المتحدة بالهجوم. وقال الأمين العام", "الأمين العام", ["body:un-secretary-general"]),
        ("وصل الأمين العام للأمم المتحدة كوفي أنان. وشدد الأمين العام", "الأمين العام", ["person:kofi-annan"]),
        ("وقال الأمين العام للحزب إن الأمر انتهى", "الأمين العام", []),
    ],
)
def test_short_forms_mean_whom_the_text_named(read: Read, text: str, words: str, wanted: list[str]) -> None:
    assert entities(read(text), words) == wanted


def test_a_surname_is_linked_before_the_full_name_too(read: Read) -> None:
    passage = read("زوبان: لن نوقع\nقال وزير العدل السلوفيني بيتر زوبان إن النص ضعيف")
    assert [n.entity for n in passage.named] == ["person:bitr-zwban", "person:bitr-zwban"]


def test_a_post_without_state_belongs_to_the_state_in_focus(read: Read) -> None:
    passage = read("تعاني كينيا من الجفاف. وقالت الحكومة إن كينيا تحتاج إلى دعم")
    assert [passage.principal(n.entity) for n in passage.named] == ["state:KEN"] * 3


def test_a_post_without_state_is_left_where_no_state_is_in_focus(read: Read) -> None:
    assert read("وقالت الحكومة إن الجفاف شديد").named == []


def test_a_family_name_that_folds_like_a_word_is_told_by_its_letters(read: Read) -> None:
    text = "وصل بان كي مون أمس. وأفاد بأن الوضع صعب. وحذر بان من التأخير"
    assert [text[n.start : n.end] for n in read(text).named] == ["بان كي مون", "بان"]


def test_a_post_of_an_organ_in_short_form_speaks_for_the_organ_named_before(read: Read) -> None:
    passage = read("ناشدت اليونيسف المانحين. وذكر المتحدث باسم الوكالة لوكا بيانكي أن الوضع صعب")
    assert [passage.principal(n.entity) for n in passage.named] == ["body:unicef", "body:unicef"]


def test_a_named_minister_without_state_is_of_the_state_in_focus(read: Read) -> None:
    passage = read("تشهد كينيا جفافا شديدا. وأوضح وزير الصحة موتاهي كاغوي أن الوضع صعب")
    assert passage.principal(passage.named[-1].entity) == "state:KEN"
    alone = read("وأوضح وزير الصحة موتاهي كاغوي أن الوضع صعب")
    assert alone.entities[alone.named[0].entity].principal is None


def test_the_member_of_a_board_is_of_no_state(read: Read) -> None:
    passage = read("تشهد كينيا جفافا شديدا. وأوضح العضو سليمان الهاشمي أن الوضع صعب")
    assert passage.entities[passage.named[-1].entity].principal is None
