"""Quotations that open an Arabic report and are given to their speaker behind: «...» هكذا قال فلان، هذا ما قاله."""

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
_THIS, _WHAT, _IT = "هذا", "ما", "ه"
_NEAR = 5
_SHORTEST = 4
_STOPS = frozenset(".…!؟?")


def lede(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """The quotation before هكذا قال or بهذه الكلمات اختتم, where nobody has spoken yet."""
    is_what = scene.forms[i] == _THIS and i + 2 < sentence.j and scene.forms[i + 1] == _WHAT
    opens = is_what or i <= sentence.i + (scene.forms[sentence.i] == NEWLINE) or scene.forms[i] == _SO
    quote = _quote_before(scene, i) if opens and scene.last is None and not found else None
    if quote is not None and is_what:
        said = scene.forms[i + 2].removesuffix(_IT) if scene.forms[i + 2].endswith(_IT) else ""
        return _told(scene, quote, (i, i + 3), sentence.j) if said in _verbs() else None
    verb = i + 1 + (i + 1 < sentence.j and scene.forms[i + 1] in words("words_said"))
    if quote is None or scene.forms[i] not in words("so_said") or verb >= sentence.j:
        return None
    return _told(scene, quote, (i, verb + 1), sentence.j) if scene.forms[verb] in _verbs() else None


def opens_lede(form: str) -> bool:
    """Whether the words may begin with this one that give a quotation to its speaker."""
    return form in words("so_said") or form == _THIS


def _told(scene: Scene, quote: Quote, cue: tuple[int, int], end: int) -> Spoken | None:
    """The quotation as the words of whoever is named behind the cue."""
    named = subject_after(scene, cue[1], end)
    if named is None or not named[0].ids:
        return None
    return Spoken(quote.i, quote.j, "say", named[0].ids, named[0].text, (), cue)


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
