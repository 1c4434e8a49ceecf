"""Who presided over the Security Council: months that are certain, and the rotation of rule 18 between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tools.record_facts.council import terms
from tools.record_facts.council_meetings import meetings
from tools.record_facts.shared import Cells, Table, aliases, page, read

DOCUMENTS = "https://docs.un.org/"
LISTED_TO, LAST = "2026-06", "2026-12"


class RotationError(ValueError):
    """A month that is said to be certain does not follow from the one before it."""


@dataclass(frozen=True)
class Anchor:
    """A month in which it is certain who presided; `broken`: the rotation does not lead there (`before`), nor on
    from there (`both`).
    """

    month: str
    state: str
    source: str = "un-rule-18"
    page: str = ""
    broken: str = ""

    @property
    def confidence(self) -> str:
        if self.source != "un-rule-18":
            return "stated"
        return "known" if self.broken == "both" or _passed_on(self) else "derived"


def presidencies() -> Table:
    anchors = _anchors()
    read_ones = sum(anchor.confidence == "stated" for anchor in anchors)
    rows = [_row(anchor) for anchor in _filled(anchors)]
    return Table(
        "presidencies",
        (
            "Who presided over the Security Council in each month from 1947 on.",
            "policy: `stated` where a page or a meeting's record that was read says so. `derived` rows follow from the",
            "  English alphabetical rotation (rule 18) under the names that the states had at the time.",
            f"  Proof: {len(anchors)} months are certain (presidency_anchors.csv beside the generator, and stated",
            f"  rows; {read_ones} were read in a record or on a page), at most {_longest(anchors)} months apart.",
            "  The rotation leads from each to the next without a break, but for 1994, so that the months between",
            f"  them follow; after {anchors[-1].month} it is carried forward.",
            "  Two months may support a claim, not refute one (`known`): December 1991, when the seat passed from the",
            "  Soviet Union to the Russian Federation, and December 1994. In that year Rwanda's turn was put off from",
            "  September to December. Burkina Faso presided in August 1984 as Upper Volta, in October by its new name.",
            "  A president who gave the chair to another for one question (rule 20) still held the presidency.",
            "  1946, when turns began in the middle of a month, is left out.",
            "source: UN Security Council, presidency by month; Provisional Rules of Procedure, rule 18; records.",
        ),
        (f"1947-01/{LISTED_TO} complete", f"{_next(LISTED_TO)}/{LAST} partial"),
        ("month", "state", "source", "confidence", "page"),
        rows,
    )


def _longest(anchors: list[Anchor]) -> int:
    """The most months from one anchor to the next."""
    numbers = [int(a.month[:4]) * 12 + int(a.month[5:]) for a in anchors]
    return max(after - before for before, after in pairwise(numbers))


def _row(anchor: Anchor) -> Cells:
    return {k: getattr(anchor, k) for k in ("month", "state", "source", "confidence", "page")}


def _passed_on(anchor: Anchor) -> bool:
    """Whether the seat passed to another state before the month was over."""
    ends = [t["last"] for t in _terms() if t["state"] == anchor.state]
    return any(end[:7] == anchor.month and end[8:] < "28" for end in ends)


def _anchors() -> list[Anchor]:
    found = {r["month"]: _listed(r) for r in read("facts_council", "presidencies.csv") if r["confidence"] == "stated"}
    days = {r["symbol"]: r["date"] for r in meetings().rows}
    for r in aliases("presidency_anchors.csv"):
        if days[r["meeting"]][:7] != r["month"]:
            raise RotationError(f"{r['meeting']} was not held in {r['month']}")
        source = "un-sc-records" if r["read"] else "un-rule-18"
        address = DOCUMENTS + r["meeting"]
        found.setdefault(r["month"], Anchor(r["month"], r["state"], source, address, r["break"]))
    return [found[month] for month in sorted(found)]


def _listed(row: Cells) -> Anchor:
    return Anchor(row["month"], row["state"], "un-sc-presidency", page(row["source"]))


def _filled(anchors: list[Anchor]) -> Iterator[Anchor]:
    """The anchors and the months between them. Raises RotationError where the rotation does not join two of them."""
    for before, after in pairwise(anchors):
        yield before
        yield from _walk(before, after)
    yield anchors[-1]
    yield from _onward(anchors[-1])


def _walk(before: Anchor, after: Anchor) -> Iterator[Anchor]:
    """The months between two anchors, which must lead from one to the other."""
    for step in _onward(before):
        if step.month >= after.month:
            if step.state != after.state and not after.broken:
                raise RotationError(f"after {before.month} {before.state} comes {step.state} in {step.month}: {after}")
            return
        if after.broken:
            raise RotationError(f"{step.month} lies before a break of the rotation: no anchor leads there")
        yield step


def _onward(before: Anchor) -> Iterator[Anchor]:
    """The following months by the rotation alone, to the last one."""
    month, state = before.month, before.state
    while month < LAST:
        last = _key(state, month)
        month = _next(month)
        seated = sorted(_seated(month), key=lambda s: _key(s, month))
        state = next((s for s in seated if _key(s, month) > last), seated[0])
        yield Anchor(month, state)


def _next(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12}-{number % 12 + 1:02}"


@cache
def _terms() -> tuple[Cells, ...]:
    return tuple(terms().rows)


@cache
def _seated(month: str) -> frozenset[str]:
    """Who sat on the Council on the first day of a month (in January 1946 and 1980 some were elected later)."""
    day = f"{month}-01"
    return frozenset(t["state"] for t in _terms() if t["first"] <= day <= t["last"])


@cache
def _key(state: str, month: str) -> str:
    """What a state sorts by in English: letters and blanks of its name on the first day of the month."""
    day = f"{month}-01"
    old = [r["name"] for r in _old_names() if r["state"] == state and r["first"] <= day <= (r["last"] or "9999")]
    plain = unicodedata.normalize("NFKD", old[0] if old else _names()[state]).casefold()
    return "".join(c for c in plain if c.isalpha() or c == " ")


@cache
def _old_names() -> tuple[Cells, ...]:
    return tuple(aliases("presidency_names.csv"))


@cache
def _names() -> dict[str, str]:
    rows = read("country_names", "country-codes.csv")
    return {
        r["ISO3166-1-Alpha-3"]: re.sub(r" \(the\)$", "", r["UNTERM English Short"] or r["CLDR display name"])
        for r in rows
    }
