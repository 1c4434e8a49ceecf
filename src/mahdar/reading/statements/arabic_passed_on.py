"""Outlets that only pass on what somebody says: their verb brings a verb of saying with its own subject at once."""

from __future__ import annotations

from mahdar.language.tokens import COMMAS, Span
from mahdar.reading.statements.arabic_cues import CueHit, Cues, words
from mahdar.reading.statements.arabic_voices import skip_fillers, subject_after
from mahdar.reading.statements.arabic_words import is_complementizer
from mahdar.reading.statements.scene import Scene


def only_passes_on(scene: Scene, hit: CueHit, behind: Span, cues: Cues) -> bool:
    """أفادت وكالة كذا، أنه قال فلان; the outlet is noted as the one through which that verb's statement came."""
    outlet = next((n for k in range(behind.i, min(behind.j, behind.i + 2)) for n in scene.heads_from(k)), None)
    if hit.value.act != "say" or outlet is None or outlet.kind != "outlet":
        return False
    named = subject_after(scene, behind.i, behind.j)
    if named is None or not all(one.startswith("outlet:") for one in named[0].ids):
        return False
    k = skip_fillers(scene, named[1], behind.j)
    parted = scene.forms[k - 1] in COMMAS
    impersonal = k < behind.j and is_complementizer(scene, k) and scene.forms[k] in words("impersonal_that")
    k = skip_fillers(scene, k + impersonal, behind.j)
    inner = cues.get(k) if parted or impersonal else None
    if inner is None or inner.value.form not in ("perfect", "imperfect") or inner.proclitics:
        return False
    speaker = subject_after(scene, inner.j, behind.j)
    if speaker is None or not speaker[0].ids or any(one.startswith("outlet:") for one in speaker[0].ids):
        return False
    scene.passed_on[k] = named[0].ids
    return True
