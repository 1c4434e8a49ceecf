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
    ],
)
def test_runs_of_the_other_direction_are_isolated(text: str, direction: str, isolated: str) -> None:
    assert isolate_runs(text, direction) == isolated


@given(st.text(alphabet="aZ9 .,()«»ابت/", max_size=40), st.sampled_from(["ltr", "rtl"]))
def test_isolates_are_balanced_and_change_no_letter(text: str, direction: str) -> None:
    shown = isolate_runs(text, direction)
    assert shown.replace("\u2068", "").replace("\u2069", "") == text
    assert shown.count("\u2068") == shown.count("\u2069")
    assert "\u2068\u2069" not in shown


def test_as_markup_a_run_stands_in_a_bdi_and_all_is_escaped() -> None:
    html = isolate_runs_html("القرار S/RES/1874 (2009) & <b>", "rtl")
    assert html == (
        'القرار <bdi class="whole" dir="ltr">S/RES/1874 (2009)</bdi> &amp; &lt;<bdi class="whole" dir="ltr">b&gt;</bdi>'
    )
    assert isolate_runs_html("بعنوان " + "Non proliferation " * 3, "rtl").count('<bdi dir="ltr">Non') == 1


def test_a_run_without_letters_names_its_direction() -> None:
    assert isolate_runs_html("مثل 2024-03-28 أو 2024-03", "rtl") == (
        'مثل <bdi class="whole" dir="ltr">2024-03-28</bdi> أو <bdi class="whole" dir="ltr">2024-03</bdi>'
    )
    assert isolate_runs_html("as بيونغ يانغ", "ltr") == 'as <bdi class="whole" dir="rtl">بيونغ يانغ</bdi>'
