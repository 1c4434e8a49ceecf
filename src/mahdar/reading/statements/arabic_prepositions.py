"""The preposition by which an Arabic verb brings its content, apart from the noun or glued to it."""

from __future__ import annotations

from mahdar.language.folding import fold_word
from mahdar.language.tokens import COMMAS
from mahdar.reading.statements.arabic_according import according_at
from mahdar.reading.statements.arabic_clauses import Content, Verb, that_clause
from mahdar.reading.statements.arabic_content import clause_end
from mahdar.reading.statements.arabic_cues import Cue, phrases, words
from mahdar.reading.statements.arabic_objects import noun_phrase
from mahdar.reading.statements.arabic_words import is_complementizer
from mahdar.reading.statements.scene import Scene

_SEPARATE = {"مع": "مع", "الي": "إلى", "علي": "على", "عن": "عن", "من": "من", "في": "في"}
_GLUED = {"ب": "ب", "ل": "ل"}
_SHORT_QUOTE = 4
_FAR = 40
_SHORTEST_GLUED = 3
_LONGEST_TITLE = 6
_POSITIONS = frozenset({"accuse", "support", "oppose", "demand"})


def is_own_preposition(scene: Scene, verb: Verb, k: int) -> bool:
    """Whether the preposition at token k is one by which the verb brings its content."""
    return k < verb.end and _SEPARATE.get(scene.forms[k]) in verb.cue.frames


def separate_frame(form: str) -> str | None:
    """The frame that a word brings if it is a preposition written apart."""
    return _SEPARATE.get(form)


def prepositional(scene: Scene, verb: Verb, k: int) -> Content | None:
    """A preposition of the verb's frame at token k with its noun phrase, or with أن and a clause."""
    if k >= verb.end:
        return None
    form = scene.forms[k]
    if form.startswith(verb.cue.needs or ("\0",)) and scene.forms[min(k + 1, verb.end - 1)] in ("علي", "عن"):
        return noun_phrase(scene, verb, k + 2, "على", k)  # the blame on: what follows is who is blamed
    frame = _SEPARATE.get(form)
    if form == "عما" and "عن" in verb.cue.frames and k + 1 < verb.end and scene.forms[k + 1] in words("conditionals"):
        return Content(k + 1, clause_end(scene, k + 1, verb.end, verb.cues), "that", k)
    if frame is not None and k + 1 < verb.end:
        if "that" in verb.cue.frames and is_complementizer(scene, k + 1):
            return that_clause(scene, k + 2, verb.end, k, verb.cues)
        issued = form == "عن" and k and scene.forms[k - 1] in words("issued")  # في بيان صادر عن مكتبه
        adverbial = phrases("adverbial_phrases").at(scene.passage.tokens, k) is not None
        if frame in verb.cue.frames and not issued and not adverbial:
            near = noun_phrase(scene, verb, _behind_sake(scene, k + 1), frame, k)
            again = _same_with_that(scene, verb.cue, form, near) if near is not None else None
            return that_clause(scene, again + 2, verb.end, again, verb.cues) if again is not None else near
        return None
    return glued(scene, verb, k)


def _behind_sake(scene: Scene, k: int) -> int:
    """Past the second word of a preposition of two: ضغط من أجل كذا."""
    return k + 1 if scene.forms[k - 1 : k + 1] == ["من", "اجل"] else k


def _same_with_that(scene: Scene, cue: Cue, form: str, near: Content) -> int | None:
    """The same preposition with أن further on: the first one belonged to the speaker (delegate to the talks)."""
    if "that" not in cue.frames:
        return None
    reach = range(near.i + 1, min(near.j - 1, near.i + _LONGEST_TITLE))
    return next((m for m in reach if scene.forms[m] == form and is_complementizer(scene, m + 1)), None)


def glued(scene: Scene, verb: Verb, k: int) -> Content | None:
    """A noun phrase whose first word carries ب or ل, or a quotation behind a lone ب."""
    form = scene.forms[k]
    frame = _GLUED.get(form[0])
    if frame is None or frame not in verb.cue.frames or form in words("complementizers"):
        return None
    if len(form) == 1:
        return noun_phrase(scene, verb, k + 1, frame, k)
    start = scene.passage.tokens.start(k)
    if form in words("resumptions") or _is_place_with_b(scene, verb.cue, k, verb.end):
        return None  # under which
    included = phrases("phrase_continuations").at(scene.passage.tokens, k)
    if included is not None and not included.proclitics:
        return None  # including
    welcome = verb.cue.act in ("support", "oppose", "accuse") and form in words("votes_as_content")
    loose = form in words("unglued") and not welcome
    adverbial = form in words("prepositions") and not _is_praised(scene, verb.cue, k, verb.end)
    if adverbial or loose or any(n.start == start for n in scene.heads_from(k)):
        return None
    if k and scene.forms[k - 1] in words("prepositions") and scene.forms[k - 1] not in words("adverbs"):
        return None
    if according_at(scene, k) is not None:
        return None
    if len(form) < _SHORTEST_GLUED or phrases("fillers").at(scene.passage.tokens, k) is not None:
        return None
    if frame == "ب" and fold_word(verb.cue.lemma) in words("deed_tellers"):
        return Content(k, clause_end(scene, k, verb.end, verb.cues), frame, k)
    return noun_phrase(scene, verb, k, frame, k)


def _is_praised(scene: Scene, cue: Cue, k: int, end: int) -> bool:
    """Whether بالتعاون, بمشاركة are what is praised or blamed, not how: nothing else with ب follows in the clause."""
    if cue.act not in _POSITIONS or not scene.forms[k].startswith("ب") or len(scene.forms[k]) <= _SHORT_QUOTE:
        return False
    for m in range(k + 1, min(end, k + _FAR)):
        form = scene.forms[m]
        if form in COMMAS or form in ".؛:":
            return True
        if form.startswith("ب") and len(form) > _SHORTEST_GLUED and not _is_unglued(scene, m):
            return False
    return True


def _is_unglued(scene: Scene, k: int) -> bool:
    """Whether the ب with which a word begins is no preposition."""
    form = scene.forms[k]
    return scene.in_name[k] or form in words("unglued") or form in words("prepositions")


def _is_place_with_b(scene: Scene, cue: Cue, k: int, end: int) -> bool:
    """Whether a bare word in ب right before the verb's own preposition is its subject, a place: شككت بنغازي في."""
    own = k + 1 < end and _SEPARATE.get(scene.forms[k + 1]) in cue.frames
    return own and not scene.forms[k].startswith("بال") and not scene.heads_from(k)


def within_name(scene: Scene, k: int) -> bool:
    """Whether token k belongs to a name and carries no proclitic of its own."""
    if not scene.in_name[k]:
        return False
    start = scene.passage.tokens.start(k)
    return not any(named.start > start for named in scene.named_from.get(k, ()))
