"""Days, numbers and parameters as pages show and take them."""

from __future__ import annotations

from datetime import date

import pytest

from mahdar.edtf import Interval
from mahdar.web.excerpts import excerpt, marked
from mahdar.web.plain import csv_bytes, json_bytes
from mahdar.web.settings import Settings, is_loopback
from mahdar.web.showing import Show, month_names


@pytest.mark.parametrize(
    ("time", "english", "arabic"),
    [
        ("2024-03-28", "28 March 2024", "28 آذار/مارس 2024"),
        ("2024-03", "March 2024", "آذار/مارس 2024"),
        ("2024", "2024", "2024"),
        ("2024-21", "spring 2024", "ربيع 2024"),
        ("2024-03-06/2024-03-12", "6 to 12 March 2024", "من 6 إلى 12 آذار/مارس 2024"),
        ("2014/..", "since 2014", "منذ 2014"),
        ("../2019-08", "until August 2019", "حتى آب/أغسطس 2019"),
        ("2024-03-28T10:05:00.000Z", "28 March 2024", "28 آذار/مارس 2024"),
        (date(2024, 5, 1), "1 May 2024", "1 أيار/مايو 2024"),
        (Interval.month(2024, 2), "February 2024", "شباط/فبراير 2024"),
        (None, "", ""),
    ],
)
def test_times_in_words(time: str | date | Interval | None, english: str, arabic: str) -> None:
    assert (Show("en").when(time), Show("ar").when(time)) == (english, arabic)


def test_months_by_the_names_of_each_region() -> None:
    assert [month_names("ar", kind)[0] for kind in ("transliterated", "levantine", "maghrebi")] == [
        "يناير",
        "كانون الثاني",
        "جانفي",
    ]
    assert Show("ar", "maghrebi", "arab").when("2024-08-07") == "٧ أوت ٢٠٢٤"


def test_numbers() -> None:
    show = Show("ar", digits="arab")
    assert (show.number(12345), show.percent(1, 3), show.number(None)) == ("١٢,٣٤٥", "٣٣%", "")
    assert (Show("en", digits="arab").number(1000), Show("en").moment("2024-03-28T10:05:00.000Z")) == (
        "1,000",
        "28 March 2024 10:05",
    )


def test_excerpts_are_harmless_and_show_the_places() -> None:
    text = "A <b>long</b> text " * 20 + "with the word here" + " and more" * 30
    at = text.index("word")
    shown = str(excerpt(text, [(at, at + 4)]))
    assert "<mark>word</mark>" in shown
    assert "<b>" not in shown
    assert shown.startswith(" … ")
    assert str(marked("a & b", [(0, 1)])) == "<mark>a</mark> &amp; b"
    assert len(excerpt("x" * 1000, [])) < 200


def test_an_excerpt_ends_with_a_whole_word() -> None:
    text = "مجلس الأمن " + "مندوب " * 40 + "مجلس " + "قرار " * 40
    at = text.rindex("مجلس")
    shown = str(excerpt(text, [(0, 4), (at, at + 4)]))
    assert "مندوب … " in shown
    assert shown.endswith("قرار …")
    assert str(excerpt("ا ب", [(0, 1)])) == "<mark>ا</mark> ب"
    assert str(excerpt("أولها " * 60, [])).endswith("أولها …")


def test_data_as_json_and_csv() -> None:
    assert json_bytes({"a": Interval.year(2024), "_b": 1, "c": float("nan"), "d": (date(2024, 1, 2),)}) == (
        b'{"a": "2024", "c": null, "d": ["2024-01-02"]}'
    )
    told = csv_bytes([{"a": "=1+1", "b": [1, 2], "c": -5, "d": True}], ("a", "b", "c", "d", "e")).decode("utf-8-sig")
    assert told.splitlines() == ["a,b,c,d,e", "'=1+1,1|2,-5,true,"]


def test_settings_travel_to_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAHDAR_SERVE", "{}")
    made = Settings(host="0.0.0.0", port=9, library="x.db", workers=3, origin="https://a.example")
    made.to_environment()
    assert Settings.from_environment() == made
    assert (made.secure, made.hosts) == (True, frozenset({"a.example"}))
    assert [is_loopback(host) for host in ("localhost", "127.3.2.1", "10.0.0.1", "a.example")] == [
        True,
        True,
        False,
        False,
    ]
