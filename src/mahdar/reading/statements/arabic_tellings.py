"""The act of an Arabic statement: what its verb, a noun of attitude or what must be done makes it."""

from __future__ import annotations

from mahdar.language.folding import fold_word
from mahdar.model import Act
from mahdar.reading.statements.arabic_clauses import Content
from mahdar.reading.statements.arabic_cues import Cue, phrases, words
from mahdar.reading.statements.arabic_doubts import attitude_at
from mahdar.reading.statements.arabic_lists import listed
from mahdar.reading.statements.arabic_words import is_complementizer
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.statements.values import Spoken

_LONGEST_OBLIGED = 5  # words of a subject before what it must do


def spoken_of(scene: Scene, cue: Cue, span: tuple[int, int], voice: Voice, content: Content) -> Spoken:
    """The statement of a voice, with the act that its cue and its content make it."""
    act = _act(scene, cue, content)
    content = listed(scene, content)
    return Spoken(content.i, content.j, act, voice.ids, voice.text or None, (), span)


def _act(scene: Scene, cue: Cue, content: Content) -> Act:
    """The verb's act, save where an attitude noun or an obligation decides it (READING, Statements)."""
    if cue.act == "say" and content.frame not in ("that", "quote") and fold_word(cue.lemma) in words("attitude_verbs"):
        noun = attitude_at(scene, content.i)
        if noun is not None:
            return noun
    if fold_word(cue.lemma) in words("needs_attitude"):
        return attitude_at(scene, content.i) or cue.act
    if content.frame == "على" and fold_word(cue.lemma) in words("insisting"):
        return "demand"
    if content.frame == "np" and fold_word(cue.lemma) in words("approving"):
        return "support"
    if content.frame == "ب" and fold_word(cue.lemma) in words("commending"):
        return "support"
    asserts = cue.act == "say" and fold_word(cue.lemma) not in words("calling")
    return "demand" if asserts and obliges(scene, content) else cue.act


def obliges(scene: Scene, content: Content) -> bool:
    """Whether the content opens with what must be done, or is a conviction that something must."""
    if scene.forms[content.i] == "علي":  # it is for the parties to return
        reach = range(content.i + 2, min(content.j, content.i + 7))
        return any(is_complementizer(scene, k) or scene.forms[k] in words("asked_deeds") for k in reach)
    for k in range(content.i, min(content.j, content.i + 9)):
        opens = k - content.i <= 1 or is_complementizer(scene, k - 1) or _is_subject_before(scene, content.i, k)
        if opens and phrases("obligations").at(scene.passage.tokens, k) is not None:
            return True
    return False


def _is_subject_before(scene: Scene, i: int, k: int) -> bool:
    """Whether nothing but a noun phrase stands between tokens i and k: the foreign forces | must withdraw."""
    if scene.forms[k] not in words("musts") or not 1 <= k - i <= _LONGEST_OBLIGED:
        return False
    if all(scene.in_name[m] or _is_definite(scene.forms[m]) for m in range(i + 1, k)):
        return True
    definite = scene.in_name[k - 1] or scene.forms[k - 1].startswith("ال")
    return definite and not any(_parts_phrase(scene, m) for m in range(i, k))


def _is_definite(form: str) -> bool:
    return form.startswith("ال") and form not in words("relatives")


def _parts_phrase(scene: Scene, k: int) -> bool:
    """Whether token k cannot stand inside a noun phrase that is the subject of a clause."""
    form = scene.forms[k]
    if scene.in_name[k]:
        return False
    parts = form in words("prepositions") or form in words("relatives") or form in words("common_verbs")
    return parts or not scene.passage.tokens.is_word(k) or is_complementizer(scene, k)


def cue_tail(scene: Scene, i: int, end: int) -> int:
    """Past يقول, بالقول, حديثه and the like, which only carry the cue on."""
    while i < end:
        hit = phrases("cue_tails").at(scene.passage.tokens, i)
        if hit is None or hit.proclitics not in ("", "ب"):
            break
        i = hit.j
    return i
