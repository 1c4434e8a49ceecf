"""Which Arabic sentences report an event, and which only speak of one."""

from __future__ import annotations

import pytest

from mahdar.reading.events import events
from tests.reading.events.passages import passage


def types(text: str) -> list[str]:
    return [event.type for event in events(passage(text, "ar"))]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("قصفت المدفعية أحياء في شرق المدينة فجر الثلاثاء.", "ASSAULT"),
        ("وقتل أربعة جنود في كمين نصبه مسلحون على الطريق.", "ASSAULT"),
        ("أعلنت الشرطة مقتل حارسين في انفجار عبوة ناسفة.", "ASSAULT"),
        ("شن المقاتلون هجوماً واسعاً على القاعدة.", "ASSAULT"),
        ("أسفر الهجوم عن إصابة سبعة مدنيين.", "ASSAULT"),
        ("تعرض موكب المحافظ لهجوم بالقنابل.", "ASSAULT"),
        ("خطف مجهولون مهندساً أجنبياً من منزله.", "ASSAULT"),
        ("فتح الجنود النار على حافلة ركاب.", "ASSAULT"),
        ("تظاهر مئات المعلمين أمام الوزارة.", "PROTEST"),
        ("خرجت مظاهرة حاشدة في العاصمة ضد الغلاء.", "PROTEST"),
        ("أضرب عمال الموانئ ثلاثة أيام.", "PROTEST"),
        ("نزل آلاف الطلاب إلى الشوارع للمطالبة بالإصلاح.", "PROTEST"),
        ("وقعت الدولتان اتفاقية لتبادل السلع.", "SUPPORT"),
        ("اتفق الطرفان على لجنة مشتركة.", "AGREE"),
        ("التقى الوزير نظيره الأردني في عمان.", "CONSULT"),
        ("أرسلت المنظمة مساعدات غذائية إلى المخيم.", "AID"),
        ("أفرجت السلطات عن عشرة معتقلين.", "RETREAT"),
        ("رفعت الحكومة حظر التجول عن المدينة.", "CONCEDE"),
        ("طالبت المنظمة الحكومة بفتح تحقيق.", "REQUEST"),
        ("أدان المجلس الاعتداء على المدرسة.", "ACCUSE"),
        ("أعلنت السويد تعليق المساعدات للحكومة.", "SANCTION"),
        ("صوتت روسيا ضد مشروع القرار.", "REJECT"),
        ("استخدمت البعثة حق النقض ضد المشروع.", "REJECT"),
        ("هددت الحركة بالانسحاب من الحوار.", "THREATEN"),
        ("فرض الاتحاد عقوبات على ثلاثة مصارف.", "SANCTION"),
        ("حشد الجيش قواته على الحدود.", "MOBILIZE"),
        ("اعتقلت الشرطة صحافيين اثنين.", "COERCE"),
    ],
)
def test_asserted_happenings_are_events(text: str, type_: str) -> None:
    assert type_ in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "لم تقصف الطائرات المدينة.",
        "لن يهاجم الجيش القرية.",
        "هل قصفت الطائرات المدينة؟",
        "إذا هاجم المسلحون القاعدة فسيرد الجيش.",
        "تحدث الخبير عن الهجمات الانتحارية وأسبابها.",
        "في حال وقوع هجوم تغلق المدارس أبوابها.",
        "نفت الوزارة أن يكون الجنود قتلوا مدنيين.",
        "يخطط التنظيم لشن هجوم على المطار.",
        "بحثت اللجنة سبل مكافحة التعذيب.",
        "قد يهاجم الفريق بعد الاستراحة.",
        "بعد قتل الرهائن أغلق الملف.",
        "شن الفريق هجوما قويا وسجل هدفا في الدقيقة الأولى من المباراة.",
        "ضربت العاصفة الساحل وأغرقت القوارب.",
        "قتل ستة أشخاص في حادث سير على الطريق الصحراوي.",
    ],
)
def test_denied_planned_hypothetical_and_other_senses_are_no_assault(text: str) -> None:
    assert "ASSAULT" not in types(text)


def test_an_old_happening_in_a_relative_clause_is_no_event() -> None:
    assert types("زار النائب القاضي الذي خطفه مسلحون.") == ["CONSULT"]


def test_one_clause_has_one_event_of_a_type() -> None:
    assert types("قتل الجنود وجرح الضباط برصاص مسلحين.").count("ASSAULT") == 1


def test_the_noun_of_the_same_spelling_is_told_from_the_verb() -> None:
    assert types("حققت اللجنة في عمليات قتل الأسرى.") == []
    assert types("قتل مسلحون ثلاثة أسرى.") == ["ASSAULT"]


def test_a_strike_at_work_is_a_protest_and_not_a_blow() -> None:
    assert types("دخل الممرضون في إضراب مفتوح عن العمل.") == ["PROTEST"]
    assert types("أضربت الشركة عن ذكر الأسباب.") == []
