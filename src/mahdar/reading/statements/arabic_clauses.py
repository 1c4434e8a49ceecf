"""Whole clauses that an Arabic verb of saying brings: behind أن, behind a colon."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS, NEWLINE
from mahdar.reading.statements.arabic_content import clause_end
from mahdar.reading.statements.arabic_cues import Cue, Cues, words
from mahdar.reading.statements.arabic_turns import starts_cue
from mahdar.reading.statements.arabic_words import is_complementizer
from mahdar.reading.statements.scene import Scene


@dataclass(frozen=True, slots=True)
class Content:
    """Content tokens ``i`` to ``j``, the frame that brought them, and the token at which that frame began."""

    i: int
    j: int
    frame: str
    addressed: int


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying, or its noun, whose content is looked for: its words end at token ``tail``, its sentence at
    ``end``; ``cues`` are those of the sentence.
    """

    cue: Cue
    tail: int
    end: int
    cues: Cues


def after_colon(scene: Scene, i: int, end: int, cues: Cues) -> Content | None:
    """What stands behind a colon: a quotation, or a clause as far as its sentence goes."""
    while i < len(scene.forms) and scene.forms[i] == NEWLINE:
        i += 1
    quote = scene.quote_at.get(i)
    if quote is not None and quote.j > i:
        return Content(quote.i, quote.j, "quote", i)
    i += i + 1 < end and is_complementizer(scene, i)  # قال: إن
    if i >= end:
        end = scene.sentence(i).j if i < len(scene.forms) else end
    j = clause_end(scene, i, past_pause(scene, end), cues)
    return Content(i, j, "quote", i) if j > i else None


def past_pause(scene: Scene, end: int) -> int:
    """The end of speech without marks that only pauses at two dots: he ran.. I called him."""
    while 1 < end < len(scene.forms) and _pauses(scene, end) and scene.forms[end] != NEWLINE:
        end = scene.sentence(end).j
    return end


def _pauses(scene: Scene, end: int) -> bool:
    return scene.forms[end - 1] == "…" or scene.forms[end - 2 : end] == [".", "."]


def opens_clause(scene: Scene, k: int, i: int) -> bool:
    """أن that brings reported speech, not the أن of قبل أن."""
    if not is_complementizer(scene, k) or (k > i and scene.forms[k] not in words("complementizers")):
        return False
    return k == i or scene.forms[k - 1] not in words("not_before_complementizer") or scene.forms[k - 1] == "علي"


def that_clause(scene: Scene, i: int, end: int, opened: int, cues: Cues) -> Content | None:
    """The clause behind أن, a colon between left out; where a quotation is all of it, the words between the marks."""
    i += i + 1 < end and scene.forms[i] == ":"
    quote = scene.quote_at.get(i)
    if quote is not None and quote.j > i and closes_clause(scene, quote.j + (1 if quote.balanced else 0), end, cues):
        return Content(quote.i, quote.j, "that", opened)
    j = clause_end(scene, i, end, cues)
    return Content(i, j, "that", opened) if j > i else None


def closes_clause(scene: Scene, k: int, end: int, cues: Cues) -> bool:
    """Whether nothing of the clause follows a quotation that ended before token k."""
    if k >= end or scene.forms[k] in COMMAS or scene.forms[k] in ".؛;!؟?" or scene.forms[k] == NEWLINE:
        return True
    return starts_cue(scene, k, cues)


def goes_on_bare(scene: Scene, verb: Verb, k: int) -> bool:
    """Whether a clause without أن opens at token k, right behind the comma of a verb of going on: وأضاف، لقد."""
    if k != verb.tail + 1 or k >= verb.end or scene.forms[verb.tail] not in COMMAS:
        return False
    return fold_word(verb.cue.lemma) in words("going_on") and scene.forms[k] in words("bare_openers")
