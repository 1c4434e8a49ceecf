"""When each account says that the main event is: the times in its headline and first two sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from mahdar.accounts.compare_claims import relation
from mahdar.accounts.compare_model import Cells, TimeCell, TimeRow, Told, absent, in_order
from mahdar.accounts.compare_scene import Scene
from mahdar.edtf import Interval
from mahdar.model import Claim


def times(scenes: Sequence[Scene]) -> list[TimeRow]:
    """One row, or none where no account opens with a time. "Since 2014" dates a background, not the event."""
    cells: Cells[TimeCell] = tuple(in_order(_cells(scene)) for scene in scenes)
    if not any(cells):
        return []
    return [TimeRow(cells, absent(cells), _told(scenes, cells))]


def _cells(scene: Scene) -> list[TimeCell]:
    opening = [t for t in scene.reading.times if t.start < scene.lead_end and not scene.in_dateline(t)]
    found = [t for t in opening if ".." not in (t.edtf or "")]
    return [TimeCell(t.start, t.end, t.text, scene.sentence(t.start, t.end), edtf=t.edtf) for t in found]


def _told(scenes: Sequence[Scene], cells: Cells[TimeCell]) -> Told:
    dated = [(scene, days) for scene, own in zip(scenes, cells, strict=True) if (days := _days(own))]
    if len(dated) < 2:
        return "once"
    pairs = list(combinations(dated, 2))
    if all(any(a.overlaps(b) for a in one for b in other) for (_, one), (_, other) in pairs):
        return "alike"
    return "differently" if all(_of_one(one, other) for (one, _), (other, _) in pairs) else "separately"


def _days(own: Sequence[TimeCell]) -> list[Interval]:
    return [Interval.parse(cell.edtf) for cell in own if cell.edtf]


def _of_one(one: Scene, other: Scene) -> bool:
    """Whether two openings tell of one happening: a claim that both make of one thing, or an event with one actor."""
    if any(_one_claim(a, b) for a in _claims(one) for b in _claims(other)):
        return True
    return bool(_deeds(one) & _deeds(other))


def _one_claim(one: Claim, other: Claim) -> bool:
    """Whether two claims would be of one thing if neither said when."""
    here, there = _undated(one), _undated(other)
    return bool(here.args.keys() & there.args.keys()) and relation(here, there) == "same"


def _undated(claim: Claim) -> Claim:
    return replace(claim, args={key: value for key, value in claim.args.items() if key != "at"})


def _claims(scene: Scene) -> list[Claim]:
    return [claim for claim in scene.reading.claims if claim.start < scene.lead_end]


def _deeds(scene: Scene) -> set[tuple[str, str]]:
    """Types of events of the opening with the principals of those who act in them."""
    opening = [event for event in scene.reading.events if event.start < scene.lead_end]
    return {(event.type, principal) for event in opening for principal in scene.principals(event.actors)}
