"""Who put out an Arabic document in the sentence that goes on with what it says: أصدرت الوزارة بيانا جاء فيه."""

from __future__ import annotations

from mahdar.reading.statements.arabic_cues import words
from mahdar.reading.statements.arabic_documents import document_voice
from mahdar.reading.statements.arabic_issuers import past_issuer
from mahdar.reading.statements.arabic_joint import coordinated
from mahdar.reading.statements.arabic_words import document_at
from mahdar.reading.statements.scene import Scene, Voice

_REACH = 16  # tokens


def issuer_before(scene: Scene, start: int, i: int) -> Voice | None:
    """Whose the document is that فيه or فيها at token i takes up: named behind it, or by the verb that opens the
    sentence; None where no document stands before.
    """
    for k in range(i - 1, max(start, i - _REACH) - 1, -1):
        document = document_at(scene.forms[k])
        if document is None:
            continue
        stop = past_issuer(scene, k, k + 1, i)
        if any(scene.named_from.get(m) for m in range(k + 1, stop)):
            return document_voice(scene, document, k, stop)
        named = next((found for m in range(start, k) if (found := issued_at(scene, m, k)) is not None), None)
        return named[0] if named is not None else document_voice(scene, document, k, k + 1)
    return None


def issued_at(scene: Scene, i: int, end: int) -> tuple[Voice, int] | None:
    """The name behind صدر عن at token i, and the token after it."""
    form = scene.forms[i]
    passive = form in words("issued_verbs") or form[1:] in words("issued_verbs")
    if not passive or i + 2 >= end or scene.forms[i + 1] != "عن" or not scene.heads_from(i + 2):
        return None
    return coordinated(scene, i + 2, end)
