"""The feed of notices: valid, the same however often it is written, harmless whatever reports say."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import pytest

from mahdar.watch.atom import ATOM, feed, publish
from mahdar.watch.settings import AtomFile
from mahdar.watch.state import Notice
from tests.library.conftest import Put, made
from tests.watch.conftest import REFUTED, Desk

NOTICE = Notice(
    7, "urn:uuid:7d444840-9dc0-51d1-b245-5ffdce74fad2", "refuted", "claim", "2024-03-29T10:00:00.000Z", "a", "Wire",
    "https://wire.example/1?a=1&b=2", 0, 5, "Contradicted: “x”", "يخالفه السجل: «x»", "Why.", "لماذا.", "x < y & z",
    "refuted", ({"symbol": "S/RES/1", "title": "T", "date": None, "url": "https://docs.un.org/S/RES/1"},), {},
)  # fmt: skip
RULES = '[atom]\npath = "notices.atom"\n[[folder]]\npath = "in"\n[[rule]]\nname = "refuted"\non = "claim"\n'


def drawn(*notices: Notice, **more: Any) -> bytes:
    return feed(list(notices), AtomFile(Path("x"), **more), "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8")


def test_a_reader_of_feeds_finds_all_that_atom_asks_for() -> None:
    told = feedparser.parse(drawn(NOTICE, address="https://desk.example/n.atom", title="Desk"))
    assert (told.bozo, told.version, told.feed.title, told.feed.author) == (False, "atom10", "Desk", "Mahdar")
    assert {link["rel"]: link["href"] for link in told.feed.links} == {"self": "https://desk.example/n.atom"}
    (entry,) = told.entries
    assert (entry.id, entry.title) == (NOTICE.id, "Contradicted: “x” · يخالفه السجل: «x»")
    assert [(link["rel"], link["href"]) for link in entry.links] == [
        ("alternate", "https://wire.example/1?a=1&b=2"),
        ("related", "https://docs.un.org/S/RES/1"),
    ]
    assert (entry.updated, [each["term"] for each in entry.tags]) == (NOTICE.at, ["refuted", "claim"])


def test_every_element_that_rfc_4287_requires_is_there_once() -> None:
    root = ET.fromstring(drawn(NOTICE, NOTICE))
    for element, needed in (
        (root, ("id", "title", "updated", "author")),
        (root[-1], ("id", "title", "updated", "content")),
    ):
        for name in needed:
            assert len(element.findall(f"{{{ATOM}}}{name}")) == 1, name


def test_both_languages_stand_in_their_own_direction() -> None:
    content = ET.fromstring(drawn(NOTICE)).findtext(f".//{{{ATOM}}}content") or ""
    assert '<div lang="ar" dir="rtl"><p><strong>يخالفه' in content
    assert '<div lang="en" dir="ltr"><p><strong>Contradicted' in content
    assert "x &lt; y &amp; z" in content


def test_a_symbol_keeps_its_order_in_an_arabic_line() -> None:
    notice = dataclasses.replace(NOTICE, text_ar="S/2022/431، 26 أيار/مايو 2022: المؤيدون 13.")
    content = ET.fromstring(drawn(notice)).findtext(f".//{{{ATOM}}}content") or ""
    assert '<bdi class="whole" dir="ltr">S/2022/431</bdi>، <bdi class="whole" dir="ltr">26</bdi> أيار/مايو' in content


def test_what_reports_say_can_neither_break_the_feed_nor_run_in_it() -> None:
    nasty = "</title><script>alert(1)</script>]]>\x00\x08\x1b\ufffe\ud800\u202e&bogus;"
    hostile = dataclasses.replace(
        NOTICE, title_en=nasty, sentence=nasty, rule=nasty, url="javascript:alert(1)", report=nasty
    )
    root = ET.fromstring(drawn(hostile))
    content = root.findtext(f".//{{{ATOM}}}content") or ""
    assert "<script" not in content
    assert "\u202e" not in drawn(hostile).decode()
    assert [link.get("rel") for link in root.iter(f"{{{ATOM}}}link")] == ["related"]


def test_an_empty_feed_is_valid_too() -> None:
    told = feedparser.parse(drawn())
    assert (told.bozo, told.entries, told.feed.updated) == (False, [], "1970-01-01T00:00:00Z")


def test_it_is_written_where_it_changed_and_only_there(desk: Desk, put: Put) -> None:
    settings = desk.settings(RULES)
    (desk.folder / "in").mkdir()
    desk.run(settings)
    path = desk.folder / "notices.atom"
    first = path.read_bytes()
    put(made(REFUTED, "a"))
    desk.run(settings)
    second = path.read_bytes()
    assert (first == second, len(feedparser.parse(second).entries)) == (False, 1)
    assert settings.atom is not None
    assert not publish(desk.library, settings.atom)
    path.write_bytes(second[:100])
    desk.run(settings)
    assert path.read_bytes() == second
    assert [each.name for each in desk.folder.iterdir() if each.name.startswith(".")] == []


def test_a_feed_that_cannot_be_written_is_said_once_and_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = desk.settings(RULES)
    (desk.folder / "in").mkdir()

    def full(source: object, target: object) -> None:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", full)
        watch = desk.run(settings)
        watch.tell()
    assert [facts["problem"] for facts in desk.told("unwritten")] == ["cannot be written: No space left on device"]
    watch.tell()
    assert (desk.folder / "notices.atom").exists()
