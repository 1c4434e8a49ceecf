"""Letters in brackets behind a body, which the report then calls it by: the Norwegian Refugee Council (NRC)."""

from __future__ import annotations

from mahdar.reading.names.scene import Scene
from mahdar.reading.passage import Named

_LETTERS = range(2, 8)


def name_initials(scene: Scene) -> None:
    """Name bodies by letters of no table that a report gives them, at the bracket and wherever they stand later."""
    given: dict[str, str] = {}
    for named in [n for n in scene.cast.named if n.kind == "body"]:
        k = named.j + 1
        if scene.form(named.j) == "(" and scene.form(k + 1) == ")" and _are_initials(scene, named, k):
            given.setdefault(scene.tokens.original(k, k + 1), named.entity)
    if given:
        for k in range(len(scene.tokens)):
            entity = given.get(scene.tokens.original(k, k + 1))
            if entity is not None and not scene.cast.is_taken(k, k + 1):
                scene.cast.name(k, k + 1, "", entity, "body")


def _are_initials(scene: Scene, named: Named, k: int) -> bool:
    """Whether token k is capitals which no table knows, and begins as the name does where both are in one script."""
    letters = scene.tokens.original(k, k + 1)
    plain = letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) in _LETTERS
    if not plain or scene.cast.is_taken(k, k + 1) or k in scene.at:
        return False
    return not scene.is_latin(named.i) or letters[0].lower() == scene.form(named.i)[0]
