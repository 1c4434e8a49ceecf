"""Arabic verbs whose object stands before their subject: وأيد البيان مقرران, ونفى هذه الأنباء مصدر أمني."""

from __future__ import annotations

from mahdar.reading.names.generic import generic_group
from mahdar.reading.statements.arabic_clauses import Content
from mahdar.reading.statements.arabic_cues import Cue, CueHit, lexicon, speaker_nouns, words
from mahdar.reading.statements.arabic_prepositions import separate_frame
from mahdar.reading.statements.arabic_voices import skip_fillers, subject_after
from mahdar.reading.statements.arabic_words import document_at, feminine, with_proclitic
from mahdar.reading.statements.scene import Scene, Voice

Subject = tuple[Voice, int]
_ARTICLE = "ال"
_NAMES = frozenset({"person", "office", "body", "state", "capital", "group", "outlet"})
_PLURAL, _DUAL, _CONSTRUCT = "ون", "ان", "و"
_MUTE = ("ه", "ا", "ات", "اء", "ي", "ي", "ين")  # endings at which the accusative adds no alef
_BROKEN = "اء"
_LONGEST_OBJECT = 5
_SHORTEST = 4


def object_first(scene: Scene, hit: CueHit, tail: int, end: int) -> tuple[Content, Subject] | None:
    """The object of a verb and the subject behind it, where the object is a definite thing; else None."""
    if hit.value.needs:
        return None
    opening = _opening(scene, hit.value, skip_fillers(scene, tail, end), end)
    if opening is None or (hit.value.addressee and opening[2] == "np"):
        return None
    i, noun, frame = opening
    j = _past_object(scene, i, noun, end, hit.value)
    j = _past_complement(scene, j, end) if j is not None and frame != "np" else j
    if j is None or not _speaks_at(scene, j, end):
        return None
    if not (frame != "np" or _shows_subject(scene, j) or _is_thing(scene, noun, j, hit.value)):
        return None
    after = subject_after(scene, j, end)
    if after is None or not _agrees(scene, hit.value, j, after[0]):
        return None
    return Content(i, j, frame, i), after


def _agrees(scene: Scene, cue: Cue, k: int, voice: Voice) -> bool:
    """Whether a verb may have the noun at token k for its subject; broken plurals of men (خبراء) take either gender."""
    if voice.feminine is None or voice.feminine == cue.feminine:
        return True
    broken = scene.forms[skip_fillers(scene, k, len(scene.forms) - 1)].endswith(_BROKEN)
    return not cue.feminine and (broken or _shows_subject(scene, k))


def _opening(scene: Scene, cue: Cue, k: int, end: int) -> tuple[int, str, str] | None:
    """Where the object opens, its first word without a preposition, and the frame of the verb that brings it."""
    if k + 1 >= end:
        return None
    form = scene.forms[k]
    frame = separate_frame(form)
    if frame is not None:
        return (k + 1, scene.forms[k + 1], frame) if frame in cue.frames else None
    if "ب" in cue.frames and (form.startswith("ب" + _ARTICLE) or form in words("with_this")):
        return k, form[1:], "ب"
    return (k, form, "np") if "np" in cue.frames else None


def is_object_by_gender(cue: Cue, noun: str) -> bool:
    """Whether a feminine institution stands right behind a masculine verb, whose subject it then is not."""
    return not cue.feminine and noun.startswith(_ARTICLE) and noun.endswith("ه") and noun[2:] in words("institutions")


def _past_object(scene: Scene, i: int, noun: str, end: int, cue: Cue) -> int | None:
    """Behind a definite noun that opens at token i, with the adjectives that agree with it; None where none does."""
    k = i
    deed = noun in words("deed_nouns")
    if noun in words("pointing") or deed:
        k, noun = i + 1, next(iter(scene.forms[i + 1 : i + 2]), "")
    if not noun.startswith(_ARTICLE) or len(noun) < _SHORTEST:
        return None
    thing = deed or _never_speaks(noun) or is_object_by_gender(cue, noun)
    if not thing and (scene.heads_from(k) or noun in speaker_nouns() or _may_speak(noun)):
        return None
    j = k + 1
    while j < min(end, i + _LONGEST_OBJECT) and _is_adjective(scene, j, noun):
        j += 1
    return j


def _past_complement(scene: Scene, k: int, end: int) -> int:
    """Past a preposition with a definite noun or a name behind an object: in the incident, in Gaza."""
    if k + 1 >= end or scene.forms[k] not in words("links"):
        return k
    named = max((n.j for n in scene.named_from.get(k + 1, ())), default=0)
    noun = scene.forms[k + 1]
    if not named and not (noun.startswith(_ARTICLE) and noun not in words("relatives")):
        return k
    j = named or k + 2
    while j < end and _is_adjective(scene, j, noun):
        j += 1
    return j


def _never_speaks(noun: str) -> bool:
    stem = noun.removeprefix(_ARTICLE)
    return stem in words("unspeaking") or stem in words("things_of_position") or noun in words("blamed_nouns")


def _may_speak(noun: str) -> bool:
    return noun[2:] in words("institutions") or noun in words("called_upon") or generic_group([noun]) is not None


def _is_adjective(scene: Scene, k: int, noun: str) -> bool:
    """Whether a definite word agrees with the definite noun before it and is neither a name nor one who speaks."""
    form = scene.forms[k]
    if not form.startswith(_ARTICLE) or form in speaker_nouns() or form.endswith(_PLURAL):
        return False
    named = [n for n in scene.heads_from(k) if n.j > k + 1 or n.kind not in ("state", "capital")]
    agrees = form.endswith("ه") == noun.endswith(("ه", "ات")) or not noun.endswith(("ه", "ات"))
    return agrees and not named


def _speaks_at(scene: Scene, k: int, end: int) -> bool:
    """Whether a name or a noun for those who speak begins at token k, which a definite noun cannot govern."""
    k = skip_fillers(scene, k, end)
    if k + 1 >= end or scene.passage.tokens.is_number(k) or lexicon().at(scene.passage.tokens, k) is not None:
        return False
    form = scene.forms[k]
    if form in words("numerals_of_people") and scene.forms[k + 1] in words("states_counted"):
        return False  # a vote
    if any(n.kind in _NAMES and not with_proclitic(scene, n) for n in scene.heads_from(k)):
        return True
    known = form in speaker_nouns() or form in words("crowds") or form in words("numerals_of_people")
    return known or _shows_subject(scene, k) or (not form.startswith(_ARTICLE) and generic_group([form]) is not None)


def _shows_subject(scene: Scene, k: int) -> bool:
    """Whether a noun at token k can be no accusative: a plural in ون, a dual in ان, an indefinite without its alef."""
    form, behind = scene.forms[k], scene.forms[k + 1] if k + 1 < len(scene.forms) else ""
    stem = form.removeprefix(_ARTICLE)
    if form.endswith(_PLURAL) and len(form) > _SHORTEST:
        return stem[:-2] in words("post_nouns") or stem in words("speakers") or generic_group([form]) is not None
    if form.endswith(_DUAL):
        return stem in words("speakers") or stem[:-2] in words("post_nouns") or stem[:-2] in words("speakers")
    if form.endswith(_CONSTRUCT) and stem[:-1] in words("post_nouns"):
        return True
    if behind == "من" and form in words("shares"):
        return True
    lone = form in words("speakers") and not form.endswith(_MUTE)
    return lone and (behind in words("prepositions") or behind == "باسم" or _is_indefinite_adjective(scene, k + 1))


def _is_indefinite_adjective(scene: Scene, k: int) -> bool:
    """Whether the word at token k describes the indefinite noun before it: no genitive, no name."""
    form = scene.forms[k] if k < len(scene.forms) else ""
    named = scene.named_from.get(k, ())
    return form.endswith("ي") and not form.startswith(_ARTICLE) and not any(n.head for n in named)


def _is_thing(scene: Scene, noun: str, j: int, cue: Cue) -> bool:
    """Whether what opens at token i cannot be who takes the position: a thing, or a paper of another gender."""
    if noun in words("deed_nouns"):
        return False  # whose deed it is may stand there with title and name
    if noun in words("pointing"):
        return True
    if document_at(noun) is not None:
        k = skip_fillers(scene, j, len(scene.forms) - 1)
        return feminine(scene, k) == cue.feminine != noun.endswith(("ه", "ات"))
    return _never_speaks(noun) or is_object_by_gender(cue, noun)
