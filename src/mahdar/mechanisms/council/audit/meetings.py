"""The numbers of meetings: in order of time, none left out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mahdar.checking.audit.evidence import Evidence
from mahdar.checking.audit.finding import Examined, Finding, Rule
from mahdar.checking.audit.material import Cells, Material
from mahdar.checking.audit.words import capital, say, source_name
from mahdar.checking.wording import Pair, day
from mahdar.mechanisms.council.audit.accounts import HOME, gaps

_MEETING = re.compile(r"S/PV\.(\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Held:
    """A meeting in one source: its number, its first day there, and its row."""

    number: int
    on: date
    row: Cells

    @property
    def symbol(self) -> str:
        return f"S/PV.{self.number}"


def check_order(rule: Rule, material: Material) -> Examined:
    """Meetings are numbered in the order in which they are opened, so that a meeting's day lies between those of the
    meeting before and the one after (verbatim records S/PV.1 on; provisional rules of procedure, rules 49 to 57).
    """
    groups = _by_source(material)
    found = [
        f for held in groups.values() for f in (*_misplaced(rule, material, held), *_lacking(rule, material, held))
    ]
    return Examined(sum(map(len, groups.values())), tuple(found))


def _by_source(material: Material) -> dict[str, list[Held]]:
    first: dict[str, dict[int, Held]] = defaultdict(dict)
    for row in material.told("meetings", "date IS NOT NULL AND symbol IS NOT NULL"):
        hit = _MEETING.match(row["symbol"])
        if hit:
            held = Held(int(hit.group(1)), row["date"], row)
            known = first[row["source"]].get(held.number)
            if known is None or held.on < known.on:  # a meeting that was resumed counts from its first day
                first[row["source"]][held.number] = held
    return {source: [group[n] for n in sorted(group)] for source, group in first.items()}


def _misplaced(rule: Rule, material: Material, held: Sequence[Held]) -> Iterator[Finding]:
    for before, here, after in zip(held, held[1:], held[2:], strict=False):
        if before.on <= after.on and not before.on <= here.on <= after.on:
            said = say(
                HOME,
                "meeting-order",
                teller=_teller(material, here),
                symbol=here.symbol,
                on=day(here.on),
                before=before.symbol,
                earlier=day(before.on),
                after=after.symbol,
                later=day(after.on),
            )
            rows = [_evidence(material, h) for h in (here, before, after)]
            yield rule.finding(here.symbol, here.on, capital(said), "contradiction", rows)


def _lacking(rule: Rule, material: Material, held: Sequence[Held]) -> Iterator[Finding]:
    missing = gaps({h.number for h in held})
    if missing:
        listed = ", ".join(f"S/PV.{n}" for n in missing)
        said = say(
            HOME,
            "meetings-missing",
            teller=_teller(material, held[0]),
            first=held[0].symbol,
            last=held[-1].symbol,
            missing=listed,
        )
        rows = [_evidence(material, held[0]), _evidence(material, held[-1])]
        yield rule.finding(held[0].row["source"], None, capital(said), "disagreement", rows)


def _teller(material: Material, held: Held) -> Pair:
    source = material.source(held.row["source"])
    return source_name(source.key, source.title)


def _evidence(material: Material, held: Held) -> Evidence:
    return material.evidence(held.row, f"{held.symbol} {held.on}", held.symbol, held.on)
