"""Who is reported to speak in which account, and what each says there."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.accounts.compare_model import Cells, Name, StatementCell, VoiceRow, absent, in_order
from mahdar.accounts.compare_scene import Scene
from mahdar.model import Statement

_Said = dict[int, list[Statement]]


def voices(scenes: Sequence[Scene]) -> list[VoiceRow]:
    """A row for each principal that speaks in any account; those heard in most accounts first, then in text order."""
    said = _by_principal(scenes)
    together: dict[tuple[tuple[int, int], ...], list[str]] = {}
    for principal, found in said.items():
        together.setdefault(_places(found), []).append(principal)
    rows = [_row(scenes, principals, said[principals[0]]) for principals in together.values()]
    return sorted(rows, key=lambda row: len(row.absent))


def _by_principal(scenes: Sequence[Scene]) -> dict[str, _Said]:
    """Principal to its statements by account."""
    said: dict[str, _Said] = {}
    for scene in scenes:
        for statement in sorted(scene.reading.statements, key=lambda s: (s.start, s.end)):
            for principal in scene.principals(statement.speakers):
                said.setdefault(principal, {}).setdefault(scene.index, []).append(statement)
    return said


def _places(found: _Said) -> tuple[tuple[int, int], ...]:
    return tuple((account, statement.start) for account, own in found.items() for statement in own)


def _row(scenes: Sequence[Scene], principals: list[str], found: _Said) -> VoiceRow:
    cells: Cells[StatementCell] = tuple(
        in_order([_cell(scene, statement) for statement in found.get(scene.index, ())]) for scene in scenes
    )
    return VoiceRow(cells, absent(cells), tuple(_name(scenes, principal) for principal in principals))


def _cell(scene: Scene, statement: Statement) -> StatementCell:
    return StatementCell(
        statement.start,
        statement.end,
        statement.text,
        scene.sentence(statement.start, statement.end),
        act=statement.act,
        quoted=statement.quoted,
        speakers=scene.names(statement.speakers),
        via=scene.names(statement.via),
    )


def _name(scenes: Sequence[Scene], entity: str) -> Name:
    """The name as the first account knows it that has the entity."""
    return next((s.name(entity) for s in scenes if entity in s.reading.entities), scenes[0].name(entity))
