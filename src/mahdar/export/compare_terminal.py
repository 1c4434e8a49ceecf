"""Accounts side by side on a terminal: a row after the other, in each row the accounts under one another by number.

Arabic stands on the right, and each account's own words on the side where their language begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from mahdar.export.compare_view import AccountHead, CompareView, Entry, Section, ShownRow
from mahdar.export.directions import isolate_runs
from mahdar.export.terminal import COLOURS, WIDTH
from mahdar.export.view import SIGNS

_TOLD_COLOURS = {"alike": "green", "differently": "magenta", "once": "dim", "separately": "dim"}
_AROUND = 60  # characters of a sentence shown before and behind the words meant
_LONGEST = 300  # characters of the words themselves


def show_comparison(seen: CompareView, console: Console) -> None:
    """Print the whole comparison; colours only where the console has them."""
    parts = [*_heads(seen), *(part for section in seen.sections for part in _section(seen, section)), Text()]
    console.print(Group(*parts), width=min(console.width, WIDTH), highlight=False, markup=False, emoji=False)


def _line(direction: str, *parts: tuple[str, str], indent: int = 0) -> RenderableType:
    """One line of styled parts on the side where the language begins."""
    right = direction == "rtl"
    styled = ((isolate_runs(words, direction), style) for words, style in parts)
    text = Text.assemble(*styled, justify="right" if right else None)
    return Padding(text, (0, indent, 0, 0) if right else (0, 0, 0, indent), expand=right)


def _heads(seen: CompareView) -> Iterator[RenderableType]:
    direction = seen.labels.base["direction"]
    yield Text()
    yield _line(direction, (seen.labels["title"], "bold"))
    for head in seen.accounts:
        yield _line(direction, (f"{head.number}. {head.name}", "bold blue"), (f"  {head.published}", "dim"))
        yield _line(head.direction, (head.title, ""), indent=3)


def _section(seen: CompareView, section: Section) -> Iterator[RenderableType]:
    direction = seen.labels.base["direction"]
    yield Text()
    yield _line(direction, (section.heading, "bold underline"))
    if not section.rows:
        yield _line(direction, (section.none, "dim"))
    for row in section.rows:
        yield from _row(seen, section, row)


def _row(seen: CompareView, section: Section, row: ShownRow) -> Iterator[RenderableType]:
    direction = seen.labels.base["direction"]
    told = [("  " + row.told_words, _TOLD_COLOURS[row.told])] if row.told else []
    yield _line(direction, (row.subject, "bold"), *told)
    for head, entries in zip(seen.accounts, row.cells, strict=True):
        if not entries:
            yield _line(direction, (f"{head.number}. ", "blue"), (section.absent, "dim"), indent=2)
        for entry in entries:
            yield from _entry(direction, head, entry)


def _entry(direction: str, head: AccountHead, entry: Entry) -> Iterator[RenderableType]:
    sign = f"{SIGNS[entry.verdict]} " if entry.verdict else ""
    said = (f"{sign}{entry.label}", COLOURS.get(entry.verdict, ""))
    note = f"  {entry.note}" if entry.note else ""
    yield _line(direction, (f"{head.number}. ", "blue"), said, (note, "dim"), indent=2)
    yield _line(head.direction, *_sentence(entry), indent=5)
    for source in entry.sources:
        parts = (source.symbol, source.date, source.title, source.source)
        yield _line(direction, (" · ".join(filter(None, parts)), "dim"), indent=5)


def _sentence(entry: Entry) -> Iterator[tuple[str, str]]:
    """The words meant, in so much of their sentence as helps to read them."""
    before, words, after = (" ".join(part.split()) for part in (entry.before, entry.words, entry.after))
    gaps = [" " if entry.before[-1:].isspace() else "", " " if entry.after[:1].isspace() else ""]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    yield before + gaps[0], "dim"
    yield words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + " …", "bold"
    yield gaps[1] + after, "dim"
