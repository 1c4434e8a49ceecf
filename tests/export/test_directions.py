"""Runs of the other direction are found whole, isolated, and otherwise left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.export.directions import isolate_runs, isolate_runs_html


@pytest.mark.parametrize(
    ("text", "direction", "isolated"),
    [
        ("القرار S/RES/1718 (2006).", "rtl", "القرار \u2068S/RES/1718 (2006)\u2069."),
        ("يوم 28 (13 صوتا)", "rtl", "يوم \u206828\u2069 (\u206813\u2069 صوتا)"),
        ("بقراره (S/RES/1874 (2009)).", "rtl", "بقراره (\u2068S/RES/1874 (2009)\u2069)."),
        ("قال 14 عضوا", "rtl", "قال \u206814\u2069 عضوا"),
        ("بحسب AFP، اليوم", "rtl", "بحسب \u2068AFP\u2069، اليوم"),
        ("Pyongyang (بيونغ يانغ) said", "ltr", "Pyongyang \u2068(بيونغ يانغ)\u2069 said"),
        ("مثل 2024-03-28 أو 2024-03", "rtl", "مثل \u20682024-03-28\u2069 أو \u20682024-03\u2069"),
        ("باسم «Wakanda»؛ اكتب", "rtl", "باسم «\u2068Wakanda\u2069»؛ اكتب"),
        ("vote 14", "ltr", "vote 14"),
        ("البند Non-proliferation - DPRK · AFP", "rtl", "البند \u2068Non-proliferation - DPRK\u2069 · \u2068AFP\u2069"),
        ("بعنوان Peace / Security (2006).", "rtl", "بعنوان \u2068Peace / Security (2006)\u2069."),
        ("(بيونغ يانغ - كوريا) said", "ltr", "\u2068(بيونغ يانغ - كوريا)\u2069 said"),
        ("حتى أيار/مايو 2024: 18.", "rtl", "حتى أيار/مايو \u20682024\u2069: \u206818\u2069."),
        ("في آب/أغسطس 2011 (A/HRC/17).", "rtl", "في آب/أغسطس \u20682011\u2069 \u2068(A/HRC/17)\u2069."),
        ("بين 12 - 15 عضوا", "rtl", "بين \u206812\u2069 - \u206815\u2069 عضوا"),
        (
            "قتلت RSF نحو 12 مدنيا on 3 May 2024.",
            "rtl",
            "قتلت \u2068RSF\u2069 نحو \u206812\u2069 مدنيا \u2068on 3 May 2024\u2069.",
        ),
        ("في 3 May 2024 قال", "rtl", "في \u20683 May 2024\u2069 قال"),
        ("نص ⟨RLE⟩مجلس", "rtl", "نص ⟨\u2068RLE\u2069⟩مجلس"),
        ('نقلت "Example Wire" عنه', "rtl", 'نقلت "\u2068Example Wire\u2069" عنه'),
        ("القائمة Sanctions [list]، اليوم", "rtl", "القائمة \u2068Sanctions [list]\u2069، اليوم"),
        ("الأمر `mahdar read` يقرأ", "rtl", "الأمر `\u2068mahdar read\u2069` يقرأ"),
        ("نحو 12 000 نازح", "rtl", "نحو \u206812 000\u2069 نازح"),
        ("نحو 12 000 people قالوا", "rtl", "نحو \u206812 000 people\u2069 قالوا"),
        ("قالت RSF - 12 قتيلا", "rtl", "قالت \u2068RSF\u2069 - \u206812\u2069 قتيلا"),
    ],
)
def test_runs_of_the_other_direction_are_isolated(text: str, direction: str, isolated: str) -> None:
    assert isolate_runs(text, direction) == isolated


@given(st.text(alphabet='aZ9 .,()«»ابت/-[]<>"', max_size=40), st.sampled_from(["ltr", "rtl"]))
def test_isolates_are_balanced_and_change_no_letter(text: str, direction: str) -> None:
    shown = isolate_runs(text, direction)
    assert shown.replace("\u2068", "").replace("\u2069", "") == text
    assert shown.count("\u2068") == shown.count("\u2069")
    assert "\u2068\u2069" not in shown


def test_as_markup_a_run_stands_in_a_bdi_and_all_is_escaped() -> None:
    html = isolate_runs_html("القرار S/RES/1874 (2009) & <b>", "rtl")
    assert html == (
        'القرار <bdi class="whole" dir="ltr">S/RES/1874 (2009)</bdi> &amp; &lt;<bdi class="whole" dir="ltr">b</bdi>&gt;'
    )
    assert isolate_runs_html("بعنوان " + "Non proliferation " * 3, "rtl").count('<bdi dir="ltr">Non') == 1


def test_a_run_without_letters_names_its_direction() -> None:
    assert isolate_runs_html("مثل 2024-03-28 أو 2024-03", "rtl") == (
        'مثل <bdi class="whole" dir="ltr">2024-03-28</bdi> أو <bdi class="whole" dir="ltr">2024-03</bdi>'
    )
    assert isolate_runs_html("as بيونغ يانغ", "ltr") == 'as <bdi class="whole" dir="rtl">بيونغ يانغ</bdi>'
