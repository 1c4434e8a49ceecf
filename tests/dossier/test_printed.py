"""Printed dossiers: one page without scripts, every line with the number of a source that stands at its end."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import Any

import pytest

from mahdar.dossier.axis import Axis
from mahdar.dossier.document import Document, QuoteBlock, TableBlock, TimeBlock
from mahdar.dossier.page import dossier_page
from mahdar.dossier.person import people_called, person_dossier
from mahdar.dossier.printed import Asked, printed_person, printed_state, printed_story
from mahdar.dossier.state import state_dossier
from mahdar.dossier.story import story_dossier
from mahdar.export.kept import Moment
from mahdar.library.opened import Library
from mahdar.record.access import Record
from mahdar.tables import read_toml

ASKED = Asked(datetime(2024, 5, 6, 7, 8, tzinfo=UTC), "f" * 64, "2024-03", 12, "e" * 64)


class _Page(HTMLParser):
    """Tags, ids, links and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.text = ""
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        named = dict(attrs)
        self.ids += [str(named["id"])] if "id" in named else []
        self.links |= {str(named["href"])} if "href" in named else set()
        assert not any(name.startswith("on") or name == "src" for name in named)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def state(record: Record, library: Library) -> Any:
    return state_dossier("SDN", record, library)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_page_stands_alone_and_every_reference_leads_somewhere(state: Any, language: str) -> None:
    page = dossier_page(printed_state(state, ASKED, language))
    seen = _Page(page)
    assert seen.tags.isdisjoint({"script", "img", "link", "iframe", "object", "form"})
    assert "@import" not in page
    assert "url(" not in page
    assert len(seen.ids) == len(set(seen.ids))
    within = {link[1:] for link in seen.links if link.startswith("#")}
    assert within <= set(seen.ids)
    assert {name for name in seen.ids if re.fullmatch(r"n\d+", name)} <= within
    assert all(link.startswith(("#", "https://", "http://")) for link in seen.links)


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_it_says_when_it_was_made_of_which_record(state: Any, language: str, direction: str) -> None:
    document = printed_state(state, ASKED, language)
    page = dossier_page(document)
    assert f'<html lang="{language}" dir="{direction}">' in page
    text = _Page(page).text
    for words in ("f" * 64, "e" * 64, "07:08", "2024"):
        assert words in text
    assert document.title == {"en": "Sudan", "ar": "السودان"}[language]


def test_no_section_is_empty_and_every_row_has_its_heads(state: Any) -> None:
    document = printed_state(state, ASKED, "en")
    keys = [section.key for section in document.sections]
    assert keys[0] == "timeline"
    assert keys[-1] == "coverage"
    assert {"sanctions", "reviews", "treaties", "said_by", "said_about", "counted", "held"} <= set(keys)
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, TableBlock):
                assert {len(row) for row in block.rows} == {len(block.heads)}
            assert block.quotes if isinstance(block, QuoteBlock) else block.rows


def test_notes_tell_publisher_day_and_digest(state: Any) -> None:
    document = printed_state(state, ASKED, "en")
    assert [note.number for note in document.notes] == list(range(1, len(document.notes) + 1))
    (report,) = (note for note in document.notes if note.url == "https://herald.example/sudan")
    assert report.words[0] == "Herald"
    assert report.words[-1].startswith("SHA-256 ")
    assert any(note.symbol == "S/RES/1591 (2005)" for note in document.notes)


def test_a_moment_of_capture_keeps_its_order_in_arabic(state: Any) -> None:
    page = dossier_page(printed_state(state, ASKED, "ar"))
    sources = page[page.index('id="sources"') :]
    assert re.search(r"التُقط: <bdi[^>]*>\d{4}-\d{2}-\d{2}T[\d:.]+Z</bdi>", sources)
    assert not re.search(r"التُقط: \d", sources)


def test_verdicts_stand_with_their_reason(state: Any) -> None:
    page = dossier_page(printed_state(state, ASKED, "en"))
    assert '<li class="not-enough-evidence">' in page


def test_words_of_others_do_nothing(record: Record, library: Library) -> None:
    evil = "<script>alert(1)</script>\u202e"
    dossier = state_dossier("SDN", record, library)
    assert dossier.told is not None
    first = dossier.told.said_by[0]
    changed = _with(dossier, evil)
    page = dossier_page(printed_state(changed, ASKED, "en"))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\u202e" not in page
    assert first.place.report


def _with(dossier: Any, outlet: str) -> Any:
    from dataclasses import replace

    told = dossier.told
    said = tuple(replace(one, speaker_text=outlet, voices=()) for one in told.said_by)
    reports = tuple(replace(one, outlet=outlet, title=outlet) for one in told.reports)
    return replace(dossier, told=replace(told, said_by=said, reports=reports))


def test_a_person_is_found_by_either_name(record: Record, library: Library) -> None:
    for name in ("Kim Yo Jong", "كيم يو جونغ", "person:kim-yo-jong"):
        assert set(people_called(name, record, library)) == {"person:kim-yo-jong"}, name
    assert set(people_called("António Guterres", record)) == {"person:antonio-guterres"}
    assert people_called("Nobody At All", record, library) == {}


def test_the_dossier_of_a_person(record: Record, library: Library) -> None:
    ((id_, name),) = people_called("Kim Yo Jong", record, library).items()
    one = person_dossier(id_, name, record, library)
    assert one.told is not None
    assert [said.place.text for said in one.told.said_by] == ["the United States would pay"]
    assert "United States would pay" in _Page(dossier_page(printed_person(one, ASKED, "ar"))).text
    ((id_, name),) = people_called("António Guterres", record).items()
    held = {office.office: office.when for office in person_dossier(id_, name, record).offices}
    assert held["secretary-general"] == Moment("2017-01-01/..", "2017-01-01", None)


def test_the_dossier_of_a_story(library: Library) -> None:
    one = story_dossier("sudan-1", library)
    assert one is not None
    assert "sudan-1" in {account.report.id for account in one.accounts}
    assert (one.comparison is not None) == (len(one.accounts) > 1)
    page = _Page(dossier_page(printed_story(one, ASKED, "ar")))
    assert {"accounts", "told", "held"} <= set(page.ids)
    assert story_dossier("no such story", library) is None


def test_accounts_side_by_side_say_who_is_silent(library: Library) -> None:
    from mahdar.library.reviewing import review
    from mahdar.library.reviews import Review

    story_dossier("sudan-1", library)  # settles
    review(library, Review("sudan-2", "story", "confirm", "Amal", other="sudan-1"))
    one = story_dossier("sudan-2", library)
    assert one is not None
    assert {account.report.id for account in one.accounts} >= {"sudan-1", "sudan-2"}
    document = printed_story(one, ASKED, "en")
    text = _Page(dossier_page(document)).text
    assert "not heard in this account" in text
    assert "compared-figures" in {section.key for section in document.sections}


def test_bars_cover_all_days_that_may_be_meant() -> None:
    times = [Moment.of(edtf) for edtf in ("2000", "2004-01-01", "2005-01-01/..", "../2002")]
    axis = Axis(times, date(2009, 6, 1))
    year, day, opened, until = (axis.bar(when) for when in times)
    assert year is not None and day is not None and opened is not None and until is not None  # noqa: PT018
    assert (year.start, round(year.width)) == (0, 10)
    assert (round(day.start), day.width) == (40, 0.7)
    assert (opened.opens, round(opened.start + opened.width)) == ("end", 100)
    assert (until.opens, until.start) == ("start", 0)
    assert axis.bar(None) is None
    assert [year for year, _ in axis.ticks] == ["2000", "2002", "2004", "2006", "2008"]


def test_many_lines_of_one_day_stand_as_one(record: Record, library: Library) -> None:
    document = printed_state(state_dossier("PRK", record), ASKED, "en")
    block = document.sections[0].blocks[0]
    assert isinstance(block, TimeBlock)
    folded = [row for row in block.rows if "more of that kind" in row.cell.soft]
    assert folded
    assert len(block.rows) < 300


def test_both_languages_have_the_same_words() -> None:
    words = read_toml("mahdar.dossier", "labels.toml")
    assert set(words) == {"en", "ar"}
    assert list(words["en"]) == list(words["ar"])
    for group in ("head", "word"):
        assert set(words["en"][group]) == set(words["ar"][group])
    fields = re.compile(r"\{\w+\}")
    for key, text in words["en"].items():
        if isinstance(text, str):
            assert sorted(fields.findall(text)) == sorted(fields.findall(words["ar"][key])), key


def test_a_document_has_a_page_without_anything(record: Record) -> None:
    empty = Document("ar", "rtl", "ملف", "عنوان", (), (), ())
    assert "عنوان" in _Page(dossier_page(empty)).text
