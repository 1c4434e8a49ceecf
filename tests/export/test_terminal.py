"""The page on a terminal: verdicts in words, Arabic on the right, nothing that steers the terminal."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from mahdar.characters import BIDI_CONTROLS, CONTROLS
from mahdar.export.terminal import show
from mahdar.model import Reading
from tests import samples


def printed(reading: Reading, text: str = "", *, colour: bool = False) -> str:
    out = io.StringIO()
    show(reading, text, Console(file=out, width=90, force_terminal=colour, color_system="standard" if colour else None))
    return out.getvalue()


def without_isolates(text: str) -> str:
    return "".join(char for char in text if char not in BIDI_CONTROLS)


def test_an_arabic_page_says_everything_in_arabic() -> None:
    page = without_isolates(printed(samples.arabic()))
    for words in (
        "فيتو روسي يسقط مشروع قرار",
        "29 آذار/مارس 2024 (كما أدخله المستخدم)",
        "✓ يؤيده السجل",
        "✗ يخالفه السجل",
        "يسجل المحضر 13 صوتا مؤيدا.",
        "S/PV.9591",
        "السفير الروسي (روسيا)  قول",
        "عبر وكالة الصحافة الفرنسية",
        "الربيع ← لا يتعيّن له يوم",
    ):
        assert words in page


def test_arabic_stands_on_the_right_and_english_on_the_left() -> None:
    arabic = [line for line in printed(samples.arabic()).splitlines() if line.strip()]
    assert all(line.startswith(" ") for line in arabic if len(without_isolates(line).strip()) < 80)
    english = printed(samples.english())
    assert "\n✓ borne out by the record" in english
    assert "“States should ask”" in english


def test_colours_come_only_with_a_terminal() -> None:
    assert "\x1b[" not in printed(samples.arabic())
    assert "\x1b[1;31m" in printed(samples.arabic(), colour=True)


def test_nothing_of_the_report_steers_the_terminal() -> None:
    reading = samples.english()
    evil = replace(reading.statements[0], text="\x1b[2J\x07[bold]hi[/bold] :smile: \u202egnp")
    page = printed(replace(reading, statements=(evil,)))
    assert not set(page) & (CONTROLS | BIDI_CONTROLS)
    assert "␛[2J␇[bold]hi[/bold] :smile: ⟨RLO⟩gnp" in page
