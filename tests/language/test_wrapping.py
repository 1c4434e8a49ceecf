"""Line ends that only the width of a page set are blanks; those of lists, headlines and paragraphs stay."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.wrapping import unwrapped
from mahdar.pipeline import read

EN = (
    "NEW YORK, March 3 - The Security Council met on Tuesday to discuss the situation in the east of the country, "
    "where fighting has driven thousands of families from their homes since January. The French ambassador said that "
    "all sides had to let aid convoys through.\n\n"
    "His Chinese counterpart told the Council that sanctions would not help. He called for talks without conditions "
    "and said that Beijing was ready to host them. No vote was taken."
)
AR = (
    "نيويورك - عقد مجلس الأمن الثلاثاء جلسة لبحث الأوضاع في شرق البلاد حيث دفعت المعارك آلاف الأسر "
    "إلى النزوح منذ يناير الماضي. وقال المندوب الفرنسي إن على جميع الأطراف أن تسمح بمرور قوافل المساعدات.\n\n"
    "وأكد المندوب الصيني أمام المجلس أن العقوبات لن تساعد على الحل، ودعا إلى محادثات بلا شروط مسبقة "
    "تستضيفها بكين في أقرب وقت. ولم يجر أي تصويت."
)
HEADLINES = """Security Council meets on fighting in the east of the country
France asks for convoys to be let through without conditions
China offers to host talks and warns of further sanctions
African Union envoy to travel to the region next Monday
Thousands of families flee their homes since January"""
VERSE = """قفا نبك من ذكرى حبيب ومنزل
وقد طال ليل العاشقين فما انجلى
وسرنا مع الركب الذين تحملوا
إلى حيث لا دار تلوح ولا طلل
ونادى المنادي أن قفوا فتمهلوا"""
LIST = """The meeting agreed on the following steps for the coming months of the mission:
- the opening of two crossings for convoys of food and medicine by Friday
- the release of those who have been held without charge since January
- the return of families to their villages under the eyes of observers
- a further meeting of the committee in Geneva in the last week of the month"""
SENTENCES = """The French ambassador said that all sides had to let aid convoys through.
The Chinese ambassador told the Council that the sanctions would not help.
He called for talks and said that Beijing was ready to host them in March.
The Council took no vote on Tuesday, and members will meet again on Friday."""


def wrap(text: str, width: int) -> str:
    return "\n\n".join(textwrap.fill(paragraph, width) for paragraph in text.split("\n\n"))


@pytest.mark.parametrize("text", [EN, AR])
@pytest.mark.parametrize("width", [60, 72, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n", " \n"])
def test_wrapped_prose_has_its_paragraphs_back(text: str, width: int, end: str) -> None:
    given_text = wrap(text, width).replace("\n", end)
    whole = unwrapped(given_text)
    assert len(whole) == len(given_text)
    assert [" ".join(part.split()) for part in whole.split(end + end)] == text.split("\n\n")


@pytest.mark.parametrize("text", [HEADLINES, VERSE, LIST, SENTENCES, EN, AR, "", "\n\n\n\n", EN.replace(". ", ".\n")])
def test_other_line_ends_stay(text: str) -> None:
    assert unwrapped(text) == text


def test_lines_of_a_list_begin_anew_in_wrapped_prose() -> None:
    points = "\n".join(f"{i}. {'peace and security ' * 3}{i}" for i in range(3))
    assert unwrapped(f"{wrap(EN, 72)}\n{points}") == f"{EN}\n{points}"


@pytest.mark.parametrize("text", [EN, AR])
def test_wrapped_prose_is_read_as_the_same_text_on_long_lines(text: str) -> None:
    long, wrapped = (read(t, published="2026-03-04") for t in (text, wrap(text, 60)))
    assert [(s.act, s.speakers, " ".join(s.text.split())) for s in wrapped.statements] == [
        (s.act, s.speakers, s.text) for s in long.statements
    ]
    assert len(long.statements) >= len(("France", "China"))


@given(st.lists(st.text(alphabet="ab ا.و-1\r", max_size=90), max_size=12))
def test_only_line_ends_change_and_only_into_blanks(lines: list[str]) -> None:
    text = "\n".join(lines)
    whole = unwrapped(text)
    assert len(whole) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, whole, strict=True))


def test_two_full_lines_that_go_on_in_lower_case_are_wrapped() -> None:
    text = "The Security Council met on Tuesday to discuss\nfighting that has driven families from their\nhomes."
    assert unwrapped(text) == text.replace("\n", " ")


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council met on Tuesday to discuss\nFighting that has driven families from their\nhomes.",
        "عقد مجلس الأمن الثلاثاء جلسة لبحث الأوضاع في شرق\nالبلاد حيث دفعت المعارك آلاف الأسر إلى النزوح\nمنذ يناير.",
        "The Security Council met on Tuesday to discuss\nthe fighting.",
    ],
)
def test_two_full_lines_without_that_sign_stay(text: str) -> None:
    assert unwrapped(text) == text
