"""Checkable claims told alike, told differently, or told by one account only, each with its verdict."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any, Literal

from mahdar.accounts.compare_model import Cells, ClaimCell, ClaimRow, Told, absent, in_order
from mahdar.accounts.compare_scene import Scene
from mahdar.edtf import Interval
from mahdar.model import Arg, Claim
from mahdar.tables import read_toml

Relation = Literal["same", "other"]
_Placed = tuple[int, Claim]


def claims(scenes: Sequence[Scene]) -> list[ClaimRow]:
    """A row for each thing claimed: those told differently first, then those told alike, then the others."""
    found: dict[str, list[_Placed]] = {}
    for index, claim in ((scene.index, claim) for scene in scenes for claim in scene.reading.claims):
        found.setdefault(claim.kind, []).append((index, claim))
    rows = [_row(scenes, group) for same_kind in found.values() for group in _joined(_agreeing(same_kind))]
    return sorted(rows, key=lambda row: ("differently", "alike", "once", "separately").index(row.told))


def _agreeing(found: Sequence[_Placed]) -> list[list[_Placed]]:
    """Claims of one kind in groups that say the same of one thing."""
    groups: list[list[_Placed]] = []
    for placed in found:
        home = next((g for g in groups if all(relation(placed[1], claim) == "same" for _, claim in g)), None)
        if home is None:
            groups.append([placed])
        else:
            home.append(placed)
    return groups


def _joined(groups: list[list[_Placed]]) -> list[list[_Placed]]:
    """Groups of different accounts that say different things of one, put together."""
    done: list[list[_Placed]] = []
    for group in groups:
        home = next((other for other in done if _differ(other, group)), None)
        if home is None:
            done.append(list(group))
        else:
            home.extend(group)
    return done


def _differ(one: Sequence[_Placed], other: Sequence[_Placed]) -> bool:
    if {index for index, _ in one} & {index for index, _ in other}:
        return False
    return all(relation(a, b) is not None for _, a in one for _, b in other)


def relation(one: Claim, other: Claim) -> Relation | None:
    """Whether two claims say the same or something other of one thing; None where they are of two things."""
    if one.kind != other.kind or not _about_one(one, other):
        return None
    if one.negated == other.negated and not any(_unlike(one.args[key], other.args[key]) for key in _said(one, other)):
        return "same"
    return "other" if _surely_one(one, other) else None


def _settings() -> dict[str, Any]:
    settings: dict[str, Any] = read_toml("mahdar.accounts", "compare.toml")["claims"]
    return settings


def _about(kind: str) -> list[str]:
    settings = _settings()
    about = [*settings["about"], *settings["also_about"].get(kind, ())]
    return [key for key in about if key != "at" or kind not in settings["once_only"]]


def _said(one: Claim, other: Claim) -> list[str]:
    about = _about(one.kind)
    return [key for key in one.args if key in other.args and key not in about]


def _about_one(one: Claim, other: Claim) -> bool:
    """Whether they share what they are about, and nothing of it differs."""
    about = _about(one.kind)
    named = [key for key in about if key != "at" and (key in one.args or key in other.args)]
    shared = [key for key in about if key in one.args and key in other.args]
    if any(_unlike(one.args[key], other.args[key]) for key in shared):
        return False
    return not named or any(key in shared for key in named)


def _unlike(one: Arg, other: Arg) -> bool:
    """Whether two values of an argument cannot both hold."""
    if isinstance(one, list) and isinstance(other, list):
        return not set(one) & set(other)
    if isinstance(one, dict) and isinstance(other, dict):
        return any(one[key] != other[key] for key in one.keys() & other.keys())
    if isinstance(one, str) and isinstance(other, str):
        return not _alike(one, other)
    return one != other


def _alike(one: str, other: str) -> bool:
    """Texts that are equal, times that meet, or a symbol with its year and without."""
    if one == other or one.partition(" ")[0] == other.partition(" ")[0]:
        return True
    days, others = _interval(one), _interval(other)
    return days is not None and others is not None and days.overlaps(others)


def _interval(text: str) -> Interval | None:
    try:
        return Interval.parse(text)
    except ValueError:
        return None


def _surely_one(one: Claim, other: Claim) -> bool:
    """Whether two claims that differ are of one vote or meeting: by its symbol, or by a narrow time that both give."""
    settings = _settings()
    if one.kind not in settings["dated"] or ("symbol" in one.args and "symbol" in other.args):
        return True
    times = [_interval(str(claim.args.get("at", ""))) for claim in (one, other)]
    lengths = [time.days() if time else None for time in times]
    return all(length is not None and length <= settings["longest_days"] for length in lengths)


def _row(scenes: Sequence[Scene], group: Sequence[_Placed]) -> ClaimRow:
    cells: Cells[ClaimCell] = tuple(
        in_order([_cell(scene, claim) for index, claim in group if index == scene.index]) for scene in scenes
    )
    return ClaimRow(cells, absent(cells), group[0][1].kind, _told(group))


def _told(group: Sequence[_Placed]) -> Told:
    if len({index for index, _ in group}) < 2:
        return "once"
    across = (relation(a[1], b[1]) for a, b in combinations(group, 2) if a[0] != b[0])
    return "differently" if any(found == "other" for found in across) else "alike"


def _cell(scene: Scene, claim: Claim) -> ClaimCell:
    return ClaimCell(
        claim.start,
        claim.end,
        claim.text,
        scene.sentence(claim.start, claim.end),
        args=claim.args,
        negated=claim.negated,
        verdict=claim.verdict,
        why=claim.why,
        citations=claim.citations,
    )
