"""Quotations that open an Arabic report and are given to their speaker in the sentence behind: «...» هكذا قال فلان."""

from __future__ import annotations

from functools import cache

from mahdar.language.arabic_forms import perfect_forms
from mahdar.language.folding import fold_word
from mahdar.language.quotes import Quote
from mahdar.language.tokens import COMMAS, NEWLINE, Span
from mahdar.reading.statements.arabic_cues import Cues, words
from mahdar.reading.statements.arabic_voices import subject_after
from mahdar.reading.statements.scene import Scene
from mahdar.reading.statements.values import Spoken
from mahdar.tables import read_toml

_SO = "هكذا"
_NEAR = 5
_SHORTEST = 4
_STOPS = frozenset(".…!؟?")


def lede(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """The quotation before هكذا قال or بهذه الكلمات اختتم, where nobody has spoken yet."""
    opens = i <= sentence.i + (scene.forms[sentence.i] == NEWLINE) or scene.forms[i] == _SO
    quote = _quote_before(scene, i) if opens and scene.last is None and not found else None
    verb = i + 1 + (i + 1 < sentence.j and scene.forms[i + 1] in words("words_said"))
    if quote is None or scene.forms[i] not in words("so_said") or verb >= sentence.j:
        return None
    named = subject_after(scene, verb + 1, sentence.j) if scene.forms[verb] in _verbs() else None
    if named is None or not named[0].ids:
        return None
    return Spoken(quote.i, quote.j, "say", named[0].ids, named[0].text, (), (i, verb + 1))


def _quote_before(scene: Scene, i: int) -> Quote | None:
    """The quotation that ends right before token i, its stop and line end aside."""
    for k in range(i, max(0, i - _NEAR), -1):
        quote = scene.quote_to.get(k)
        if quote is not None:
            return quote if quote.j - quote.i >= _SHORTEST else None
        if scene.forms[k - 1] not in _STOPS and scene.forms[k - 1] not in COMMAS and scene.forms[k - 1] != NEWLINE:
            return None
    return None


@cache
def _verbs() -> frozenset[str]:
    verbs: list[str] = read_toml("mahdar.reading", "statements_ar.toml")["so_verbs"]
    return frozenset(fold_word(form) for verb in verbs for form in perfect_forms(verb).values())
