"""The standalone page: complete, harmless, and right in both directions of writing."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from mahdar.characters import BIDI_CONTROLS, CONTROLS
from mahdar.export.page import page
from mahdar.model import Citation, Reading, Report
from tests import samples


class Outline(HTMLParser):
    """Identifiers, links and marked words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self._in_words = self._in_badge = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        row = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes += [(f"{tag}.{name}", value) for name, value in row.items()]
        self.ids += [row["id"]] if "id" in row else []
        self.links += [row["href"]] if "href" in row else []
        self._in_words |= row.get("class") == "words"
        self._in_badge |= row.get("class", "").startswith("badge")

    def handle_endtag(self, tag: str) -> None:
        self._in_words &= tag != "section"
        self._in_badge &= tag != "a"

    def handle_data(self, data: str) -> None:
        self.words += data if self._in_words and not self._in_badge else ""


def words(text: str) -> list[str]:
    return text.split()


def both() -> str:
    return page([(samples.ARABIC, samples.arabic()), (samples.ENGLISH, samples.english())])


def test_every_word_of_the_report_is_there_once() -> None:
    outline = Outline(page([(samples.ARABIC, samples.arabic())]))
    title, _, body = samples.ARABIC.partition("\n")
    assert words(outline.words) == words(body)
    assert title in page([(samples.ARABIC, samples.arabic())])


def test_a_title_that_holds_a_mark_is_marked_and_not_repeated() -> None:
    reading = samples.arabic()
    marked = replace(reading.times[0], start=0, end=4, text=samples.ARABIC[:4])
    html = page([(samples.ARABIC, replace(reading, times=(marked,)))])
    assert re.search(r'<h1[^>]*><a class="time time-opens time-closes" href="#r1-t1" id="r1-at-t1">فيتو</a> روسي', html)
    assert words(Outline(html).words) == words(samples.ARABIC.partition("\n")[2])


def test_a_first_line_too_long_for_a_title_stays_in_the_text() -> None:
    text = "word " * 60 + "\nsecond"
    outline = Outline(page([(text, Reading(Report("a", "0", "en")))]))
    assert words(outline.words) == words(text)


def test_symbols_within_an_arabic_explanation_are_isolated() -> None:
    html = page([(samples.ARABIC, samples.arabic())])
    assert 'في ذلك اليوم <bdi class="whole" dir="ltr">(S/PV.9591)</bdi>.' in html


def test_marks_and_explanations_link_to_each_other() -> None:
    outline = Outline(both())
    assert len(outline.ids) == len(set(outline.ids))
    within = {link[1:] for link in outline.links if link.startswith("#")}
    assert within <= set(outline.ids)
    cards = {name for name in outline.ids if "at-" not in name}
    assert {f"{name.replace('-', '-at-')}" for name in cards} <= set(outline.ids)
    assert cards <= within


def test_the_page_runs_the_way_its_report_runs() -> None:
    arabic, english = page([(samples.ARABIC, samples.arabic())]), page([(samples.ENGLISH, samples.english())])
    assert '<html lang="ar" dir="rtl">' in arabic
    assert '<html lang="en" dir="ltr">' in english
    assert 'class="words" lang="ar" dir="rtl"' in arabic
    assert both().count("<article") == 2


def test_symbols_keep_their_direction_in_a_right_to_left_page() -> None:
    html = page([(samples.ARABIC, samples.arabic())])
    assert re.search(r'<bdi class="symbol" dir="ltr">\s*<a href="https://undocs.org/en/S/PV.9591"', html)


def test_nothing_is_fetched_and_nothing_runs() -> None:
    outline = Outline(both())
    assert not outline.tags & {"script", "img", "link", "iframe", "object", "form", "svg"}
    names = {name.partition(".")[2] for name, _ in outline.attributes}
    assert not {name for name in names if name.startswith("on")} | (names & {"src", "srcset", "style", "action"})
    assert not re.search(r"@import|url\(", both())
    policy = next(v for n, v in outline.attributes if n == "meta.content" and "default-src" in v)
    assert policy.startswith("default-src 'none'")


def test_the_style_knows_no_left_and_right_and_spaces_no_letters() -> None:
    css = (files("mahdar.export") / "templates" / "page.css").read_text("utf-8")
    physical = (
        r"(?:margin|padding|border|inset)-(?:left|right)|text-align:\s*(?:left|right)|[\s;{](?:left|right|float)\s*:"
    )
    assert not re.search(physical, css)
    assert "letter-spacing" not in css
    assert "prefers-color-scheme: dark" in css
    assert "@media print" in css


def evil(text: str) -> tuple[str, Reading]:
    reading = samples.english()
    claim = replace(reading.claims[0], text=text, start=0, end=len(text))
    citation = Citation("<b>", "2020", text, text, 'https://x.org/"><script>alert(1)</script>')
    report = replace(reading.report, title=text, outlet=text, notes=(text,))
    claims = (replace(claim, citations=(citation,)),)
    return text, replace(reading, report=report, claims=claims, times=(), figures=(), statements=())


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}"])
def test_what_a_report_says_is_never_markup(text: str) -> None:
    html = page([evil(text)])
    assert not Outline(html).tags & {"script", "img"}
    assert "49" not in Outline(html).words


def test_control_and_override_characters_are_shown_not_obeyed() -> None:
    html = page([evil("a\x00b\x1b[31m \u202egnp.exe\u2066")])
    assert not set(html) & (CONTROLS | BIDI_CONTROLS)
    assert "⟨RLO⟩gnp.exe⟨LRI⟩" in html


def test_no_reading_gives_no_page() -> None:
    with pytest.raises(ValueError, match="no reading"):
        page([])
