"""The style of assistants' calendars, seen from Tuesday 12 February 2013: time lies ahead, and parts have edges."""

from __future__ import annotations

import pytest

from tests.language.times.reading import read

SEEN = "2013-02-12"


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("الجمعة", "ar", "2013-02-15"),
        ("أوائل نيسان", "ar", "2013-04-01/2013-04-10"),
        ("منتصف نيسان", "ar", "2013-04-15"),
        ("في 20", "ar", "2013-02-20"),
        ("بعد أسبوعين", "ar", "2013-02-26"),
        ("ثاني أحد من شهر خمسة", "ar", "2013-05-12"),
        ("عيد الفطر 2018", "ar", "2018-06-15"),
        ("الأسابيع القليلة الماضية", "ar", "2013-01-21/2013-02-10"),
        ("tuesday", "en", "2013-02-19"),
        ("the closest Friday to March 14", "en", "2013-03-15"),
        ("the second closest Friday to March 14", "en", "2013-03-08"),
        ("the closest Christmas to today", "en", "2012-12-25"),
        ("from 3 March for 4 days", "en", "2013-03-03/2013-03-07"),
        ("2 months from today", "en", "2013-04-12"),
        ("Holocaust Remembrance Day 2018", "en", "2018-04-11"),
        ("diwali 2019", "en", "2019-10-27"),
        ("6/7/2013", "en", "2013-06-07"),
        ("early April", "en", "2013-04-01/2013-04-10"),
        ("the 20th", "en", "2013-02-20"),
        ("in two weeks", "en", "2013-02-26"),
        ("the last Friday of June", "en", "2013-06-28"),
        ("next 2 weeks", "en", "2013-02-18/2013-03-03"),
        ("last easter", "en", "2012-04-08"),
        ("two days after Easter", "en", "2013-04-02"),
        ("before 2011", "en", "../2010"),
        ("من الاثنين إلى الجمعة", "ar", "2013-02-18/2013-02-22"),
        ("في يوم الجمعة المقبل", "ar", "2013-02-15"),
        ("monday to friday", "en", "2013-02-18/2013-02-22"),
    ],
)
def test_calendar_style(text: str, language: str, edtf: str) -> None:
    assert [days for _, days in read(text, language, SEEN, "calendar")] == [edtf]


@pytest.mark.parametrize(("text", "language"), [("عيد الفطر 2018", "ar"), ("Easter", "en"), ("the 20th", "en")])
def test_news_dates_nothing_by_feasts_or_bare_numbers(text: str, language: str) -> None:
    assert not any(text.startswith(words) for words, _ in read(text, language, SEEN))
