"""Where a position was put out, by which the phrase that names it ends: in a tweet, on her account."""

from __future__ import annotations

from functools import cache

from mahdar.language.lexicon import Lexicon
from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.arabic_cues import words
from mahdar.reading.statements.scene import Scene
from mahdar.tables import read_toml

_MARKS = frozenset({*"،,.:؛;-", NEWLINE})


@cache
def mediums() -> Lexicon[str]:
    """Where a position is put out: on an account, in a statement."""
    table = read_toml("mahdar.reading", "statements_ar.toml")
    return Lexicon((phrase, name) for name in ("mediums", "medium_documents") for phrase in table[name])


def past_medium(scene: Scene, k: int, end: int) -> int:
    """Past the document in which something was said, behind the speaker: in a short statement of his."""
    hit = mediums().at(scene.passage.tokens, k) if k < end else None
    if hit is None or hit.proclitics or hit.value != "medium_documents":
        return k
    j = hit.j
    while j < end and (j in scene.time_from or scene.forms[j] in words("medium_adjectives")):
        j = scene.time_from.get(j, j + 1)
    return min(j, end)


def is_medium(scene: Scene, k: int) -> bool:
    """Whether token k opens where a position was put out: in a tweet, on her account; not in the letter of somebody."""
    hit = mediums().at(scene.passage.tokens, k)
    if hit is None or hit.proclitics:
        return False
    if hit.value == "mediums":
        return True
    behind = scene.forms[hit.j] if hit.j < len(scene.forms) else "."
    ends = behind in _MARKS or behind in words("behind_mediums")
    return (ends or hit.j in scene.time_from) and scene.forms[k - 1] not in words("written")
