"""Verbs that only carry a noun of saying: X issued a warning of, levelled accusations at Y, launched an appeal for."""

from __future__ import annotations

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS, Span
from mahdar.reading.statements.arabic_absent import absent_speaker
from mahdar.reading.statements.arabic_carriers import carried_nouns, gender_of
from mahdar.reading.statements.arabic_content import clause_end
from mahdar.reading.statements.arabic_cues import Cues, words
from mahdar.reading.statements.arabic_doubts import clause_start
from mahdar.reading.statements.arabic_topics import subject_before
from mahdar.reading.statements.arabic_voices import subject_after
from mahdar.reading.statements.arabic_words import is_complementizer
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken

_NOUN_REACH = 14
_CONTENT_REACH = 14
_NO_VERB_BEHIND = ("negations", "modals", "subjunctives", "noun_governors")
_TOWARDS = "الي"
_WITH = "ب"


def light_verb(scene: Scene, sentence: Span, i: int, cues: Cues, found: list[Spoken]) -> Spoken | None:
    """وجه … اتهامات, أطلق … نداء, أصدر … تحذيرا: the noun gives the act, its preposition brings the content."""
    feminine = gender_of(scene.forms[i])
    if feminine is None or any(scene.forms[i - 1] in words(name) for name in _NO_VERB_BEHIND):
        return None
    noun = _noun(scene, i + 1, sentence.j)
    if noun is None:
        return None
    voice = _voice(scene, sentence, i, noun, feminine, found)
    row = carried_nouns()[scene.forms[noun]]
    content = _content(scene, noun + 1, sentence.j, row["prep"], cues)
    if voice is None or content is None or not voice.ids:
        return None
    return Spoken(content.i, content.j, row["act"], voice.ids, voice.text or None, (), (i, i + 1))


def _noun(scene: Scene, i: int, end: int) -> int | None:
    """The noun of saying behind the verb and its subject, in the same clause and in no name."""
    for k in range(i, min(end, i + _NOUN_REACH)):
        if is_complementizer(scene, k) or scene.forms[k] in words("relatives") or scene.forms[k] in ".:؛;":
            return None
        if scene.forms[k] in words("whereupon"):
            return None
        if scene.forms[k] in carried_nouns() and not scene.in_name[k] and scene.shut(k) is None:
            if not _is_of_speech(scene, i - 1, k):
                return None
            told = scene.forms[k] in words("sayings")  # went as far as saying
            return k if told or scene.forms[k - 1] not in words("prepositions") else None
    return None


def _is_of_speech(scene: Scene, verb: int, noun: int) -> bool:
    """Whether the adjective or verb that the noun needs stands with it: an attack in words, accusations exchanged."""
    row = carried_nouns()[scene.forms[noun]]
    adjectives, verbs = row.get("adjectives"), row.get("verbs")
    if adjectives is not None:
        return not {*scene.forms[noun + 1 : noun + 2]}.isdisjoint(map(fold_word, adjectives))
    return verbs is None or any(one in scene.forms[verb] for one in verbs)


def _voice(scene: Scene, sentence: Span, i: int, noun: int, feminine: bool, found: list[Spoken]) -> Voice | None:
    manner = scene.forms[i + 1].startswith(_WITH) and not scene.named_from.get(i + 1)  # بخالص الشكر
    after = subject_after(scene, i + 1, noun) if noun > i + 1 and not manner else None
    before = subject_before(scene, i, clause_start(scene, i, sentence.i)) if after is None else None
    named = before or (after[0] if after is not None else None)
    return named or absent_speaker(scene, i, sentence.i, feminine, spoken=bool(found))


def _content(scene: Scene, i: int, end: int, prepositions: list[str], cues: Cues) -> Span | None:
    """What the first of the noun's prepositions brings, or أن; past the one who is addressed."""
    glued = tuple(p for p in prepositions if len(p) == 1)
    separate = {fold_word(p) for p in prepositions if len(p) > 1 and " " not in p}
    phrases_of_two = [fold_word(p).split() for p in prepositions if " " in p]
    for k in range(i, min(end, i + _CONTENT_REACH)):
        form = scene.forms[k]
        quote = scene.quote_at.get(k)
        if quote is not None and scene.forms[i - 1] in words("sayings"):
            return Span(quote.i, quote.j)
        if form in ".؛;" or (form in COMMAS and k > i) or (form == ":" and k + 1 not in scene.quote_at):
            return None
        if form == _TOWARDS and form in separate and _is_addressed(scene, k + 1):
            continue
        starts = k + 1 if form in separate or is_complementizer(scene, k) else k
        starts = k + 2 if scene.forms[k : k + 2] in phrases_of_two else starts
        if starts > k or (form.startswith(glued or ("\0",)) and len(form) > 2 and form not in words("unglued")):
            j = clause_end(scene, starts, end, cues, phrase=not is_complementizer(scene, k))
            return Span(starts, j) if j > starts else None
    return None


def _is_addressed(scene: Scene, k: int) -> bool:
    """Whether those stand at token k whom the noun of saying is meant for: an invitation to his counterpart."""
    form = scene.forms[k] if k < len(scene.forms) else ""
    called = form in words("called_upon") or form in words("counterparts")
    return called or bool(scene.heads_from(k))
