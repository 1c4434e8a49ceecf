"""How something was received: "the vote drew condemnation from Togo", "The blast was claimed by the rebels"."""

from __future__ import annotations

from collections.abc import Container

from mahdar.reading.statements.english_cues import Cue
from mahdar.reading.statements.english_ends import content_end
from mahdar.reading.statements.english_phrases import Phrase, phrase_after, phrase_before
from mahdar.reading.statements.english_places import Found
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_subjects import subject_before

_ADJECTIVES = 4  # tokens from the verb to its noun
_CHARGE = 20  # tokens
_LAST = 4


def drawn(scene: Scene, i: int, j: int, cue: Cue) -> bool:
    """Read whom a noun at tokens i to j comes from, behind a verb whose subject it is about: "drew praise from"."""
    view = scene.view
    act = next((b.act for b in cue.buildings if b.kind == "noun"), None)
    if view.form(j) != "from" or act not in {"accuse", "support", "oppose"}:
        return False
    subject = _subject(scene, i)
    source = phrase_after(view, j + 1)
    if subject is None or source is None or view.forms[subject[1] - 1] in view.words.pronouns:
        return False
    if scene.speakers.known(source):
        scene.emit(*subject, act, scene.speakers.of(source), (i, j + 1))
    return True


def _subject(scene: Scene, i: int) -> Phrase | None:
    """What the verb of drawing before a noun at token i is told of."""
    view = scene.view
    verb = next((k for k in range(i - 1, i - _ADJECTIVES, -1) if view.form(k) in view.words.drawing), None)
    while verb is not None and view.form(verb - 1) in view.words.auxiliaries | view.words.adverbs:
        verb -= 1
    return subject_before(view, verb, scene.verbal) if verb is not None else None


def charged(scene: Scene, found: Found, stops: Container[int]) -> bool:
    """Read of what somebody is accused and by whom: "Mali is accused by Chad of arming rebels", "… of it by Chad"."""
    view, verb = scene.view, found.group
    last = min(view.sentence(verb.cue)[1], verb.j + _CHARGE)
    by = next((k for k in range(verb.j, last) if view.forms[k] == "by"), None)
    phrase = phrase_after(view, by + 1) if by is not None and found.cue.lemma == "accuse" else None
    if by is None or phrase is None or "," in view.forms[verb.j : by]:
        return False
    accuser = (phrase[0], _before_charge(scene, phrase)) if by == verb.j else phrase
    of = accuser[1] if by == verb.j else verb.j
    if view.form(of) != "of" or view.forms[phrase[0]].endswith("ing") or not scene.speakers.known(accuser):
        return False
    end = content_end(view, of + 1, stops, True) if by == verb.j else by
    scene.emit(of + 1, end, "accuse", scene.speakers.of(accuser), (verb.cue, verb.j))
    return True


def _before_charge(scene: Scene, phrase: Phrase) -> int:
    """The "of" behind which a charge stands and no part of the accuser's name: "by the government of Mali of lying"."""
    view = scene.view
    ofs = [k for k in range(phrase[0] + 1, phrase[1]) if view.forms[k] == "of"]
    return next((k for k in ofs if view.form(k + 1).endswith("ing")), ofs[-1] if ofs else phrase[1])


def claimed(scene: Scene, found: Found) -> bool:
    """Read what a relative clause says somebody owned up to: "the raid, for which rebels claimed responsibility"."""
    view, at = scene.view, found.start - 2
    if not found.cue.lemma.endswith("responsibility") or view.forms[at : at + 2] != ["for", "which"]:
        return False
    first = view.sentence(found.group.cue)[0]
    end = at - (view.form(at - 1) == ",")
    held = next((s.i for s in reversed(scene.spoken[-_LAST:]) if first <= s.i < end <= s.j), None)
    noun = (held, end) if held is not None else phrase_before(view, end, first, scene.verbal)
    if noun is not None and found.subject is not None:
        act = found.cue.buildings[0].act
        scene.take_up(*noun, act, scene.speaker_of(found), (found.group.cue, found.group.j))
    return True
