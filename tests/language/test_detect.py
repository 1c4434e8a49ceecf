"""Which language a text is in."""

from __future__ import annotations

import pytest

from mahdar.language.detect import UNKNOWN, detect_language
from mahdar.language.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قال الأمين العام إن المجلس سيجتمع في نيويورك", "ar"),
        ("موسكو: لن نقبل", "ar"),
        ("The Council adopted the resolution on Friday", "en"),
        ("Le Conseil a adopté une résolution sur la Syrie", "fr"),
        ("شورای امنیت در روز جمعه قطعنامه را تصویب کرد که", "fa"),
        ("سخنگوی وزارت خارجه: تحریم‌ها غیرقانونی است", UNKNOWN),
        ("روس نے قرارداد ویٹو کر دی", UNKNOWN),
        ("پوتين يزور دمشق", "ar"),
        ("الكاظمی یزور أنقرة", "ar"),
        ("Совет Безопасности принял резолюцию по Сирии и на", "ru"),
        ("安全理事会通过决议", "zh"),
        ("Egypt accepted 132 of 262 recommendations.", "en"),
        ("Syria denies using chlorine", "en"),
        ("Kenya rejects allegations of torture", "en"),
        ("Pakistan deported thousands of Afghans.", "en"),
        ("Colombia broke off diplomatic relations with Israel.", "en"),
        ("Haiti's prime minister resigned.", "en"),
        ("The high commissioner visited Burkina Faso.", "en"),
        ("China deployed warships near Taiwan", "en"),
        ("Zeid Ra'ad Al Hussein was UN rights chief for four years.", "en"),
        ("Al Jazeera: UN envoy La Rocca resigns", "en"),
        ("The plan needs $2.8 billion.", "en"),
        ("Turnout topped 60 percent.", "en"),
        ("Regeringen fördömer våldet i Sudan", UNKNOWN),
        ("Oposición rechaza acuerdo", UNKNOWN),
        ("Ministro condanna attacco in Siria", UNKNOWN),
        ("Minister kritisiert Polizei", UNKNOWN),
        ("Moskou verwerpt rapport", UNKNOWN),
        ("12345 …", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_languages_of_news(text: str, language: str) -> None:
    assert detect_language(tokenize(text)) == language
