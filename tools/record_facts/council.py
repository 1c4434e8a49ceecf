"""Tables of the Security Council that are not decisions: terms, presidencies, meetings, procedural votes."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from tools.record_facts.agenda import concern
from tools.record_facts.library_tables import meeting_rows
from tools.record_facts.shared import Cells, Table, page, pick, read, several
from tools.record_facts.states import code

_SYMBOL = re.compile(r"S/PV\.\d+")
# Meetings with troop contributors and on who becomes Secretary-General are private.
_PRIVATE = re.compile(r"troop.{0,20}contributing|contributing troops", re.IGNORECASE)
OPEN_END = "9999-12-31"
# Days on which a term did not begin or end with the year, each with its reason.
FIRST_DAYS = {
    ("MEX", 1980): "1980-01-07",  # elected on that day after the 155 ballots between Colombia and Cuba
}
FIRST_ELECTION = "1946-01-12"


def terms() -> Table:
    rows = [*_permanent(), *_elected_to_2018(), *_elected_since()]
    rows.sort(key=lambda r: (r["first"], r["seat"] != "permanent", r["state"]))
    return Table(
        "council_terms",
        (
            "Every term on the Security Council, permanent seats and elected ones, each with its first and last day.",
            "policy: former states keep their code (SUN, YUG, CSK, DDR, YMD); the United Arab Republic is EGY,",
            "  as its seat was Egypt's.",
            f"  A permanent seat without end has {OPEN_END}.",
            "  The Russian Federation has held the seat of the Soviet Union since 1991-12-24.",
            "  China's seat is CHN throughout; A/RES/2758 (XXVI) of 1971-10-25 decided who represents China.",
            "source: UN Security Council, list of former members; General Assembly elections; Charter, Article 23.",
        ),
        ("1946-01-17/2027-12-31 complete", "2028 partial five of ten elected members are not yet elected"),
        ("state", "seat", "first", "last", "elected_on", "source", "confidence"),
        rows,
    )


def _permanent() -> list[Cells]:
    spans = [(s, "1946-01-12", OPEN_END) for s in ("CHN", "FRA", "GBR", "USA")]
    spans += [("SUN", "1946-01-12", "1991-12-23"), ("RUS", "1991-12-24", OPEN_END)]
    return [_term(state, "permanent", first, last, source="un-charter") for state, first, last in spans]


def _term(state: str, seat: str, first: str, last: str, elected_on: str = "", source: str = "un-sc-members") -> Cells:
    return {
        "state": state,
        "seat": seat,
        "first": first,
        "last": last,
        "elected_on": elected_on,
        "source": source,
        "confidence": "stated",
    }


def _elected_to_2018() -> list[Cells]:
    """Terms that began before 2019, from the Council's list of country-years."""
    years: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in read("sc_membership", "evamaerey_non_permanent.csv"):
        years[code(row["country"]), row["which_tenure"]].append(int(float(row["year"])))
    rows = []
    for (state, _), held in sorted(years.items()):
        for first, last in _runs(sorted(set(held))):
            if first < 2019:
                rows.extend(_split(state, first, last))
    return rows


def _runs(years: list[int]) -> list[tuple[int, int]]:
    """Unbroken runs of years; none may be longer than a term of two years."""
    runs: list[tuple[int, int]] = []
    for year in years:
        if runs and runs[-1][1] == year - 1 and runs[-1][0] == year - 1:
            runs[-1] = (runs[-1][0], year)
        else:
            runs.append((year, year))
    return runs


def _split(state: str, first: int, last: int) -> list[Cells]:
    start = FIRST_DAYS.get((state, first), FIRST_ELECTION if first == 1946 else f"{first}-01-01")
    elected = start if start[5:] != "01-01" else ""
    if state == "YEM" and first == 1990:  # Democratic Yemen was elected; it merged with Yemen on 22 May 1990
        return [_term("YMD", "elected", start, "1990-05-21"), _term("YEM", "elected", "1990-05-22", f"{last}-12-31")]
    return [_term(state, "elected", start, f"{last}-12-31", elected)]


def _elected_since() -> list[Cells]:
    rows = read("facts_council", "council_members.csv")
    return [_term(r["state"], "elected", r["term_start"], r["term_end"], r["elected_on"]) for r in rows]


def presidencies() -> Table:
    rows = [
        {
            "month": r["month"],
            "state": r["state"],
            "source": "un-rule-18" if r["confidence"] == "known" else "un-sc-presidency",
            "confidence": "derived" if r["confidence"] == "known" else "stated",
            "page": page(r["source"]),
        }
        for r in read("facts_council", "presidencies.csv")
    ]
    return Table(
        "presidencies",
        (
            "Who presided over the Security Council in each month.",
            "policy: `derived` rows follow from the English alphabetical rotation between stated months (rule",
            "  18), `stated` ones from a page.",
            "source: UN Security Council, presidency by month.",
        ),
        ("2014-01/2026-06 complete",),
        ("month", "state", "source", "confidence", "page"),
        rows,
    )


def arria() -> Table:
    rows = [
        {
            "date": r["date"],
            "title": r["topic"],
            "topic_states": several(r["topic_state"]),
            "conveners": several(r["conveners"]),
            "co_hosts": several(r["co_hosts"]),
            "symbol": r["symbol_of_note"],
            "source": "scr-arria",
            "confidence": r["confidence"],
            "page": page(r["source"]),
        }
        for r in read("facts_council", "arria_meetings.csv")
    ]
    return Table(
        "arria_meetings",
        (
            "Informal Arria-formula meetings of members of the Security Council.",
            "policy: a selection; several hundred were held, so that a meeting is absent here proves nothing.",
            "  Most rows come from announcements.",
            "  Titles `by the convener` are the convener's words. co_hosts were not members of the Council then.",
            "source: Security Council Report; letters and notes of the conveners.",
        ),
        ("1992-03/2026-12 partial",),
        ("date", "title", "topic_states", "conveners", "co_hosts", "symbol", "source", "confidence", "page"),
        rows,
    )


def procedural() -> Table:
    rows = []
    for r in read("facts_council", "procedural_votes.csv"):
        named = r["names_confidence"] == "stated"
        rows.append(
            {
                "date": r["date"],
                "meeting": r["meeting"],
                "topic_states": several(r["topic_state"]),
                "matter": r["matter"],
                "yes": r["yes"],
                "no": r["no"],
                "abstain": r["abstain"],
                "voted_yes": several(r["voted_yes"]) if named else "",
                "voted_no": several(r["voted_no"]) if named else "",
                "voted_abstain": several(r["abstained"]) if named else "",
                "outcome": r["outcome"],
                "source": "un-sc-press",
                "confidence": r["confidence"],
                "page": page(r["source"]),
            }
        )
    return Table(
        "procedural_votes",
        (
            "Votes of the Security Council on procedure (adoption of the agenda, a request for a meeting): nine",
            "  votes carry, there is no veto.",
            "policy: the human-rights votes are complete as far as is known, the others a selection; names only",
            "  where a page states them.",
            "source: UN press releases and meeting records.",
        ),
        ("1999/2026 partial",),
        (
            "date",
            "meeting",
            "topic_states",
            "matter",
            "yes",
            "no",
            "abstain",
            "voted_yes",
            "voted_no",
            "voted_abstain",
            "outcome",
            "source",
            "confidence",
            "page",
        ),
        rows,
    )


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
            "  meetings on the DPRK from press releases.",
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


def shorten(title: str, limit: int = 160) -> str:
    """A title that fits a line; what is cut off ends in `…`."""
    return title if len(title) <= limit else title[: limit - 1].rsplit(" ", 1)[0] + "…"


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
