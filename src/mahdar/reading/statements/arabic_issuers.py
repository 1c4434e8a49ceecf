"""Who issued an Arabic document, told behind it: a report by the agency, the draft which France prepared."""

from __future__ import annotations

from mahdar.reading.statements.arabic_cues import words
from mahdar.reading.statements.arabic_joint import (
    coordinated,
)
from mahdar.reading.statements.arabic_words import is_complementizer, with_proclitic
from mahdar.reading.statements.scene import Scene

_LONGEST_SUBJECT = 14
_SHORT_ASIDE = 4


def _is_adjective_before_issuer(scene: Scene, k: int, i: int) -> bool:
    """Whether an adjective of a definite document stands at token k, before the name with ل of those who issued it."""
    if not scene.forms[i].startswith("ال") or not scene.forms[k].startswith("ال") or scene.in_name[k]:
        return False
    issuers = [n for m in (k + 1, k + 2) for n in scene.named_from.get(m, ()) if with_proclitic(scene, n)]
    return any(scene.forms[n.i].startswith("ل") for n in issuers)


def past_issuer(scene: Scene, i: int, stop: int, end: int) -> int:
    """Past the words that tell who issued a document: a report by the agency, the draft which France prepared."""
    k = i + 1
    while k + 1 < end and k < i + _SHORT_ASIDE and _is_adjective_before_issuer(scene, k, i):
        k += 1
    if k + 1 < end and scene.forms[k] == "من" and scene.heads_from(k + 1) and not scene.forms[i].startswith("ال"):
        k += 1  # a letter from the minister of
    if k < end and scene.forms[k].startswith("ل") and not scene.named_from.get(k):
        k += 1  # a statement by the chiefs of staff in X
        while k < min(end, i + _SHORT_ASIDE) and not (scene.named_from.get(k) or is_complementizer(scene, k)):
            k += 1
    while k < min(end, i + _LONGEST_SUBJECT):
        named = max((n.j for n in scene.named_from.get(k, ())), default=0)
        definite = scene.forms[k - 1].startswith("ال") and not scene.forms[k].startswith("ل")
        if named and k >= stop and definite and scene.heads_from(k):
            break
        if named:
            return max(stop, coordinated(scene, k, end)[1] if scene.heads_from(k) else named)
        if scene.forms[k] not in words("issued_by") and k >= stop:
            break
        k += 1
    return stop
