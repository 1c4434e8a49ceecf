"""Princes of states that no prince rules, called by their state: الأمير زيد, then الأمير الأردني."""

from __future__ import annotations

from dataclasses import replace

from mahdar.reading.names.entries import ROOM
from mahdar.reading.names.scene import Scene
from mahdar.reading.passage import Named
from mahdar.tables import read_toml

_RULER = "emir"


def settle_princes(scene: Scene) -> None:
    """Name the person who was called a prince before, where a prince of a state is named that no prince rules."""
    cast, words = scene.cast, read_toml(ROOM, "anaphora_words.toml")
    if _RULER not in cast.slugs.values():
        return
    prince = ""
    for n, named in sorted(enumerate(cast.named), key=lambda pair: pair[1].i):
        if named.kind == "person":
            first = cast.name_spans.get((named.i, named.j), (named.i, named.j))[0]
            titled = any(scene.form(k) in words["princes"] for k in (first - 1, first))
            prince = named.entity if titled else prince
        elif prince and _is_prince(scene, named) and cast.principal(named.entity) not in words["ruled_by_princes"]:
            cast.named[n] = replace(named, entity=prince, kind="anaphor")


def _is_prince(scene: Scene, named: Named) -> bool:
    return named.kind == "office" and scene.cast.slugs.get(named.entity) == _RULER
