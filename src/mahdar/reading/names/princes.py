"""Princes of states that no prince rules, called by their state: الأمير زيد, then الأمير الأردني."""

from __future__ import annotations

from dataclasses import replace

from mahdar.reading.names.entries import ROOM
from mahdar.reading.names.scene import Scene
from mahdar.reading.passage import Named
from mahdar.tables import read_toml

_RULER = "emir"


def settle_princes(scene: Scene) -> None:
    """Name who was called a prince before, else the last person, where a prince of a state stands that none rules."""
    cast, words = scene.cast, read_toml(ROOM, "anaphora_words.toml")
    if _RULER not in cast.slugs.values():
        return
    prince = last = ""
    for n, named in sorted(enumerate(cast.named), key=lambda pair: pair[1].i):
        if named.kind == "person":
            first = cast.name_spans.get((named.i, named.j), (named.i, named.j))[0]
            titled = any(scene.form(k) in words["princes"] for k in (first - 1, first))
            prince, last = named.entity if titled else prince, named.entity
        elif (prince or last) and _is_prince(scene, named, words["ruled_by_princes"]):
            cast.named[n] = replace(named, entity=prince or last, kind="anaphor")


def _is_prince(scene: Scene, named: Named, ruled: list[str]) -> bool:
    """Whether a definite prince of a state stands here that no prince rules."""
    principal = scene.cast.principal(named.entity) or ""
    definite = named.kind == "office" and scene.form(named.i).startswith("ال")
    rules = not principal.startswith("state:") or principal in ruled
    return definite and not rules and scene.cast.slugs.get(named.entity) == _RULER
