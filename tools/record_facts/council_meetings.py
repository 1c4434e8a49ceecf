"""Formal meetings of the Security Council and their agendas."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from tools.record_facts.agenda import concern
from tools.record_facts.council import shorten
from tools.record_facts.library_tables import meeting_rows
from tools.record_facts.member_votes import MemberVote, member_votes
from tools.record_facts.shared import Cells, Table, pick, read

_SYMBOL = re.compile(r"S/PV\.\d+")
# Meetings with troop contributors and on who becomes Secretary-General are private.
_PRIVATE = re.compile(r"troop.{0,20}contributing|contributing troops", re.IGNORECASE)
LIBRARY_ENDS = "2022-06-30"


def meetings() -> Table:
    """Formal meetings by symbol, each with the number of its agenda in `agenda_items`."""
    numbers = {_item(row): str(number) for number, row in enumerate(_distinct_items(), 1)}
    rows = [
        {**pick(row, ("symbol", "date", "form", "source", "confidence")), "item": numbers[_item(row)]}
        for row in _meetings()
    ]
    return Table(
        "council_meetings",
        (
            "Formal meetings of the Security Council by symbol, with day and agenda (the number of a row of",
            "  agenda_items.csv).",
            "policy: a day that the yearly table leaves blank is given as the interval between the meetings",
            "  before and after it.",
            "policy: S/PV.8788, 8789, 8793 and 8876 (2021) are missing in the source. Meetings by video in 2020 and",
            "  2021 without symbol are left out.",
            "source: UN Library, Meetings conducted by the Security Council, 1946 to June 2022; after that",
            "  meetings on the DPRK from press releases and meetings with a vote from the voting records.",
        ),
        ("1946-01-17/2022-06-30 complete", "2022-07-01/2025-12-31 partial", "PRK 1995-01-01/2022-06-30 complete"),
        ("symbol", "date", "item", "form", "source", "confidence"),
        rows,
    )


def agenda_items() -> Table:
    rows = [{"item": str(n), **pick(row, _ITEM)} for n, row in enumerate(_distinct_items(), 1)]
    return Table(
        "agenda_items",
        (
            "Agendas of the Security Council's formal meetings and the states that they concern.",
            "policy: topic_states by agenda_states.csv; maybe_states: the item may also concern these (`*` any",
            "  state), so that absence is",
            "  not claimed. One row for each agenda in its own words; what a letter's title leaves open is marked `*`.",
            "source: UN Library, Meetings conducted by the Security Council.",
        ),
        ("1946-01-17/2022-06-30 complete",),
        ("item", *_ITEM),
        rows,
    )


_ITEM = ("title", "topic_states", "maybe_states")


def _item(row: Cells) -> tuple[str, ...]:
    return tuple(row[name] for name in _ITEM)


@cache
def _distinct_items() -> tuple[Cells, ...]:
    return tuple({_item(row): row for row in sorted(_meetings(), key=_item)}.values())


@cache
def _meetings() -> tuple[Cells, ...]:
    items: dict[str, list[Cells]] = defaultdict(list)
    for row in meeting_rows():
        for symbol in dict.fromkeys(_SYMBOL.findall(row["meeting"])):
            items[symbol].append(row)
    rows = [_meeting(symbol, group) for symbol, group in items.items()]
    rows += _later_dprk({r["symbol"] for r in rows})
    rows += _later_votes({r["symbol"] for r in rows})
    rows.sort(key=lambda r: int(r["symbol"].removeprefix("S/PV.")))
    return tuple(rows)


def _meeting(symbol: str, group: list[Cells]) -> Cells:
    title = " | ".join(dict.fromkeys(" ".join(r["topic"].replace(" | ", " ").split()) for r in group))
    day = min(r["date"] for r in group)  # a meeting that was resumed is dated by its first day
    about = concern(title, int(group[0]["year"]))
    closed = any("closed" in r["meeting"] or "privada" in r["meeting"] for r in group) or _PRIVATE.search(title)
    return {
        "symbol": symbol,
        "date": day,
        "title": shorten(title),
        "topic_states": "|".join(about.states),
        "maybe_states": "|".join(about.maybe),
        "form": "closed" if closed else "",
        "source": "un-library-meetings",
        "confidence": "stated",
    }


def _later_dprk(known: set[str]) -> list[Cells]:
    """Meetings on the DPRK after June 2022 whose symbol is known."""
    rows = []
    for r in read("facts_council", "dprk_meetings.csv"):
        symbol = r["meeting"]
        if not symbol.startswith("S/PV.") or symbol in known:
            continue
        rows.append(
            {
                "symbol": symbol,
                "date": r["date"],
                "title": r["agenda_item"],
                "topic_states": "PRK",
                "maybe_states": "",
                "form": r["form"],
                "source": "un-sc-press",
                "confidence": r["confidence"],
            }
        )
    return rows


def _later_votes(known: set[str]) -> list[Cells]:
    """Meetings at which the Council voted after the Library's tables end."""
    found: dict[str, Cells] = {}
    for vote in member_votes():
        if vote.date > LIBRARY_ENDS and vote.meeting and vote.meeting not in known:
            found.setdefault(vote.meeting, _voting_meeting(vote))
    return list(found.values())


def _voting_meeting(vote: MemberVote) -> Cells:
    about = concern(vote.title, int(vote.date[:4]))
    return {
        "symbol": vote.meeting,
        "date": vote.date,
        "title": shorten(vote.title),
        "topic_states": "|".join(about.states),
        "maybe_states": "|".join(about.maybe),
        "form": "",
        "source": "un-sc-votes",
        "confidence": "stated",
    }
