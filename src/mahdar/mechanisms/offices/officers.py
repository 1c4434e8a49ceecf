"""Officers of the United Nations whom no table of offices names: "Agnès Callamard, the UN special rapporteur".

The reader of names has put title and person together; here the title alone says which rank it is. The record
may still know the person, as a holder of a country mandate or in an office that the press calls otherwise.
"""

from __future__ import annotations

from functools import cache

from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.folding import fold_word
from mahdar.mechanisms.offices.persons import alike, persons
from mahdar.reading.passage import Named
from mahdar.tables import read_rows, read_toml, values

_PACKAGE = "mahdar.mechanisms.offices"
_DEPUTY = "deputy"
_TITLE_REACH = 4


@cache
def _ranks() -> dict[str, str]:
    return {fold_word(word): r["slug"] for r in read_rows(_PACKAGE, "ranks.csv") for word in values(r["words"])}


@cache
def _bodies() -> frozenset[str]:
    return frozenset(f"body:{slug}" for slug in read_toml(_PACKAGE, "bodies.toml")["bodies"])


@cache
def _speaking() -> frozenset[str]:
    return frozenset(read_toml(_PACKAGE, "bodies.toml")["speaking"])


def serves(scene: Scene, named: Named) -> bool:
    """Whether the reader takes a person for an officer of the United Nations."""
    if named.kind != "person" or scene.forms[named.j - 1] in words(_PACKAGE, "words.toml", "charged"):
        return False
    return scene.passage.principal(named.entity) in _bodies()


def ranked(scene: Scene, i: int, j: int) -> list[tuple[int, str]]:
    """The words of rank between tokens i and j, with their slugs."""
    ranks = _ranks()
    return [(k, ranks[form]) for k, form in enumerate(scene.forms[i:j], i) if form in ranks]


def under(scene: Scene, i: int) -> bool:
    """Whether another rank owns the office that begins at token i: "adviser to the Secretary-General", نائب المفوض."""
    before = ranked(scene, max(0, i - _TITLE_REACH), i)
    return any(not any(form in ",،" for form in scene.forms[k:i]) for k, _ in before)


def slug_of(scene: Scene, named: Named) -> str:
    """The office that the words of a person's title say: "deputy-commissioner-unrwa"; empty without such words, and for
    one who only speaks for a body.
    """
    found = [slug for _, slug in ranked(scene, named.i, named.j)]
    main = next((slug for slug in found if slug != _DEPUTY), "")
    if not main or {*found} <= _speaking() | {_DEPUTY}:
        return ""
    body = scene.passage.principal(named.entity).removeprefix("body:")
    parts = [_DEPUTY if _DEPUTY in found else "", main, "" if body == "un-secretary-general" else body]
    return "-".join(part for part in parts if part)


def person_of(scene: Scene, named: Named) -> str:
    """The slug of a person as the record spells it, else as the reader does."""
    entity = scene.passage.entities.get(named.entity)
    name = entity.name if entity is not None else ""
    known = persons().get(name)
    return known[0] if known else alike(fold_word(name).split()) or named.entity.removeprefix("person:")
