"""What is shown of a comparison: every section in both languages, entries that make up their sentences."""

from __future__ import annotations

import io
from dataclasses import replace
from unicodedata import combining

import pytest
from rich.console import Console

from mahdar.accounts.compare import compare
from mahdar.accounts.compare_model import Comparison
from mahdar.accounts.telling import tell
from mahdar.characters import BIDI_CONTROLS, harmless
from mahdar.export.compare_page import comparison_page
from mahdar.export.compare_terminal import show_comparison
from mahdar.export.compare_view import CompareView, compare_view, majority
from mahdar.tables import read_toml
from tests.accounts import accounts

TEXTS = [accounts.ENGLISH, accounts.ARABIC]


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare([accounts.english(), accounts.arabic()])


@pytest.fixture(params=["ar", "en"])
def seen(found: Comparison, request: pytest.FixtureRequest) -> CompareView:
    return compare_view(found, TEXTS, request.param)


def test_labels_have_the_same_keys_in_each_language() -> None:
    table = read_toml("mahdar.export", "compare_labels.toml")
    assert table["ar"].keys() == table["en"].keys()
    assert table["ar"]["told"].keys() == table["en"]["told"].keys()
    assert table["ar"]["deed"].keys() == table["en"]["deed"].keys()


def test_every_row_of_the_comparison_is_shown_once(found: Comparison, seen: CompareView) -> None:
    shown = {section.key: len(section.rows) for section in seen.sections}
    assert shown == {key: len(getattr(found, key)) for key in shown}
    assert list(shown) == ["voices", "mechanisms", "times", "figures", "claims", "terms"]
    for section in seen.sections:
        for row in section.rows:
            assert row.subject
            assert bool(row.told) == bool(row.told_words)
            assert len(row.cells) == 2


def test_an_entry_stands_in_its_sentence(seen: CompareView) -> None:
    entries = [(k, e) for s in seen.sections for r in s.rows for k, own in enumerate(r.cells) for e in own]
    assert entries
    for k, entry in entries:
        assert entry.before + entry.words + entry.after in harmless(TEXTS[k])
        assert entry.words == harmless(TEXTS[k][entry.start : entry.end])


def test_heads_name_the_outlet_or_the_file(seen: CompareView) -> None:
    assert [head.name for head in seen.accounts] == ["The Wire", "ar.txt"]
    assert [head.direction for head in seen.accounts] == ["ltr", "rtl"]
    assert seen.accounts[0].title.startswith("UN office counts dead")


def test_the_language_is_that_of_most(found: Comparison) -> None:
    english, arabic = found.accounts
    assert majority([english, arabic]) == "en"
    assert majority([arabic, english]) == "ar"
    assert majority([english, arabic, arabic]) == "ar"
    assert majority([replace(english, language=None), english]) == "en"


def test_the_terminal_is_no_wider_than_it_is_and_isolates_are_closed(seen: CompareView) -> None:
    out = io.StringIO()
    show_comparison(seen, Console(file=out, width=72))
    printed = out.getvalue()
    assert printed.count("\u2068") == printed.count("\u2069")
    assert all(columns(line) <= 72 for line in printed.splitlines())
    assert seen.labels["mechanisms"] in printed.replace("\u2068", "").replace("\u2069", "")


def columns(line: str) -> int:
    """How wide a line is: isolates and vowel signs take no column."""
    return sum(ch not in BIDI_CONTROLS and not combining(ch) for ch in line)


def test_the_page_closes_what_it_opens(seen: CompareView) -> None:
    page = comparison_page(seen)
    for tag in ("table", "tr", "td", "blockquote", "mark", "bdi", "section"):
        assert page.count(f"<{tag}>") + page.count(f"<{tag} ") == page.count(f"</{tag}>"), tag
    assert page.count("<table>") == sum(bool(section.rows) for section in seen.sections)


def test_nothing_in_common_leaves_sections_that_say_so() -> None:
    seen = compare_view(compare([tell("a", "Rain."), tell("b", "Sun.")]), ["Rain.", "Sun."], "en")
    assert not any(section.rows for section in seen.sections)
    assert comparison_page(seen).count('class="none"') == len(seen.sections)


def test_words_of_reports_stand_in_place_of_stems() -> None:
    texts = ["Sudan said that 14 launches were seen.", "Sudan said that 15 launches were seen."]
    found = compare([tell(str(k), text) for k, text in enumerate(texts)])
    (row,) = found.figures
    assert row.unit not in {"launches", "launch"}, "a stem that is no word"
    for language in ("en", "ar"):
        figures = next(each for each in compare_view(found, texts, language).sections if each.key == "figures")
        assert [each.subject for each in figures.rows] == ["launches"]
