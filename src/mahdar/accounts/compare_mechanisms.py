"""Which mechanisms of the United Nations each account puts forward, and which it leaves out that another speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from mahdar.accounts.compare_model import Cells, MechanismCell, MechanismRow, Name, absent, in_order
from mahdar.accounts.compare_scene import Scene
from mahdar.checking.cues import Cue, cues
from mahdar.language.lexicon import Lexicon
from mahdar.model import Claim, Span
from mahdar.tables import read_toml

_BESIDE = 3  # words between two cues that belong together
_Found = dict[str, dict[int, Span]]  # mechanism, then number of the sentence, to the first words there that speak of it


def mechanisms(scenes: Sequence[Scene]) -> list[MechanismRow]:
    """A row for each mechanism that any account speaks of, in the order of the table; one cell for each sentence."""
    found = [_found(scene) for scene in scenes]
    rows = []
    for key, entry in _table().items():
        cells: Cells[MechanismCell] = tuple(
            in_order([_cell(scene, place) for place in own.get(key, {}).values()])
            for scene, own in zip(scenes, found, strict=True)
        )
        if any(cells):
            rows.append(MechanismRow(cells, absent(cells), Name(key, entry["en"], entry["ar"])))
    return rows


def _found(scene: Scene) -> _Found:
    found: _Found = {}
    for key, place in sorted([*_cued(scene), *_named(scene), *_claimed(scene)], key=lambda f: (f[1].start, f[1].end)):
        found.setdefault(key, {}).setdefault(scene.number(place.start), place)
    return found


def _cued(scene: Scene) -> Iterator[tuple[str, Span]]:
    """Mechanisms by the cues of their own tables."""
    spoken = cues(scene.tokens)
    for key, entry in _table().items():
        yield from ((key, _place(scene, cue.i, cue.j)) for cue in _matching(spoken, entry.get("sure", ())))
        ruled_out = {_sentence(scene, cue) for concept in entry.get("without", ()) for cue in spoken.get(concept, ())}
        beside = [cue for concept in entry.get("beside", ()) for cue in spoken.get(concept, ())]
        for cue in _matching(spoken, entry["cues"]):
            alone = "beside" in entry and not any(_near(cue, other) for other in beside)
            if not alone and _sentence(scene, cue) not in ruled_out:
                yield key, _place(scene, cue.i, cue.j)


def _matching(spoken: dict[str, list[Cue]], patterns: Sequence[str]) -> Iterator[Cue]:
    for pattern in patterns:
        concept, form, value = [*pattern.split(":"), "*", "*"][:3]
        wanted = tuple("" if part == "-" else part for part in (form, value))
        for cue in spoken.get(concept, ()):
            if wanted[0] in ("*", cue.form) and wanted[1] in ("*", cue.value):
                yield cue


def _near(one: Cue, other: Cue) -> bool:
    return max(other.i - one.j, one.i - other.j) <= _BESIDE


def _sentence(scene: Scene, cue: Cue) -> int:
    return scene.number(scene.tokens.start(cue.i))


def _named(scene: Scene) -> Iterator[tuple[str, Span]]:
    """Mechanisms by their names: those of the table, and the bodies that the reading names."""
    yield from ((hit.value, _place(scene, hit.i, hit.j)) for hit in _words().find(scene.tokens))
    bodies = {entity: key for key, entry in _table().items() for entity in entry.get("entities", ())}
    for mention in scene.reading.mentions:
        if mention.entity in bodies:
            yield bodies[mention.entity], Span(mention.start, mention.end, mention.text)


def _claimed(scene: Scene) -> Iterator[tuple[str, Span]]:
    for claim in scene.reading.claims:
        for key, entry in _table().items():
            if any(_is(claim, kind) for kind in entry["claims"]):
                yield key, Span(claim.start, claim.end, claim.text)


def _is(claim: Claim, pattern: str) -> bool:
    kind, _, condition = pattern.partition(",")
    key, _, value = condition.partition("=")
    return claim.kind == kind and (not condition or claim.args.get(key) == value)


def _place(scene: Scene, i: int, j: int) -> Span:
    start, end = scene.tokens.start(i), scene.tokens.end(j - 1)
    return Span(start, end, scene.text[start:end])


def _cell(scene: Scene, place: Span) -> MechanismCell:
    statement = scene.statement_at(place.start)
    speakers = scene.names(statement.speakers) if statement else ()
    return MechanismCell(place.start, place.end, place.text, scene.sentence(place.start, place.end), speakers=speakers)


def _table() -> dict[str, dict[str, Any]]:
    return read_toml("mahdar.accounts", "compare_mechanisms.toml")


@cache
def _words() -> Lexicon[str]:
    return Lexicon((word, key) for key, entry in _table().items() for word in entry["words"])
