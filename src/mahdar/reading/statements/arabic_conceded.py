"""Positions that an Arabic sentence concedes before or behind its verb: though it welcomed the deal, Sweden warned."""

from __future__ import annotations

from mahdar.language.tokens import COMMAS, Span
from mahdar.reading.statements.arabic_content import clause_end
from mahdar.reading.statements.arabic_cues import Cues, attitudes, phrases
from mahdar.reading.statements.arabic_voices import subject_after
from mahdar.reading.statements.arabic_words import is_complementizer
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken

_HERS = "ها"
_HIS = ("ه", "ها", "هم", "هما")
_FINITE = ("perfect", "imperfect")


def conceded(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """رغم ترحيبها بالاتفاق: the position of whoever speaks in the clause beside it, by the pronoun of the noun."""
    hit = phrases("concessions").at(scene.passage.tokens, i)
    noun = attitudes().at(scene.passage.tokens, hit.j) if hit is not None and hit.j < sentence.j else None
    if noun is None or noun.proclitics or not scene.forms[noun.i].endswith(_HIS):
        return None
    start = noun.j + (noun.j < sentence.j and is_complementizer(scene, noun.j))
    j = clause_end(scene, start, sentence.j, cues, phrase=start == noun.j)
    voice = _beside(scene, Span(j, sentence.j), cues, found, scene.forms[noun.i].endswith(_HERS)) if j > start else None
    if voice is None or not voice.ids:
        return None
    return Spoken(start, j, noun.value, voice.ids, voice.text or None, (), (noun.i, noun.j))


def _beside(scene: Scene, rest: Span, cues: Cues, found: list[Spoken], gender: bool) -> Voice | None:
    """Who speaks in the clause before the concession, else the subject of the verb behind its comma."""
    if found:
        agrees = scene.last is not None and scene.last.feminine in (None, gender)
        return Voice(found[-1].speakers, found[-1].speaker_text or "") if agrees else None
    if rest.i >= rest.j or scene.forms[rest.i] not in COMMAS:
        return None
    verb = next((k for k in range(rest.i + 1, rest.j) if k in cues and cues[k].value.form in _FINITE), None)
    after = subject_after(scene, cues[verb].j, rest.j) if verb is not None else None
    return after[0] if after is not None and after[0].feminine in (None, gender) else None


def opens_concession(form: str) -> bool:
    """Whether the rule of this module can begin with a folded word."""
    return phrases("concessions").may_begin(form)
