"""Times in sentences that join two deeds: "was adopted in 2013 and Russia vetoed a draft in 2014"."""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.times.verbs import past_verb
from mahdar.language.tokens import COMMAS

_ADOPTED = ("adopt", "approve")
_VETOED = ("veto", "veto_verb", "veto_use", "veto_use_it", "council.block")
_DEEDS = (*_ADOPTED, "veto_verb", "veto_use", "vote", "abstain", "voted_for", "voted_against")
_TOLD = ("past", "passive", "present")
_NOW, _AS = "وقد", "as"
_THEN, _JOINING, _DENYING = "ثم", ("و", "ف"), ("ولم", "فلم", "ولن", "فلن")
_SUBJECT_REACH = 7  # tokens from the word that joins a deed to its verb, the subject between them
_INITIAL = 3  # tokens of a time with which a sentence begins, and which dates all that follows
_OWN_REACH = 12  # tokens between a deed and its own time


def of_other_deed(scene: Scene, cue: Cue, time: TimePhrase) -> bool:
    """Whether a time is that of a deed that "and" joins to the cue: of one that cannot be the same, since
    nobody vetoed what was adopted, or of any where the cue has a time of its own behind it.
    """
    if scene.passage.language != "en":
        return time.j <= cue.i and _of_clause_before(scene, cue, time)
    if time.j <= cue.i:
        return _before(scene, cue, time)
    if _opens(scene, cue, time):
        return True
    joint = _joint(scene, cue.j, time.i)
    return joint is not None and any(_opposed(cue, deed) for deed in _told(scene, joint, time.i, cue))


def joined_deed(scene: Scene, i: int, j: int) -> int:
    """The token between i and j at which "and" joins what another subject adopted or vetoed, or j."""
    if scene.passage.language != "en" or j - i <= _SUBJECT_REACH:
        return j
    for deed in scene.any_of((*_ADOPTED, "veto_verb"), i + 2, j):
        joint = _joint(scene, max(i, deed.i - _SUBJECT_REACH), deed.i) if deed.form in _TOLD else None
        if joint is not None and (scene.states_in(joint, deed.i) or scene.within("body", joint, deed.i)):
            return joint
    return j


def clauses_apart(scene: Scene, i: int, j: int, *, roles: bool = False) -> bool:
    """Whether a new clause begins between tokens i and j: a conjunction behind a comma or before a state or a body
    ("and Sweden was", "as the president"), وقد, or و with a verb of the past. With ``roles`` "as" and a
    noun may be what somebody is: "admitted as the 190th member".
    """
    goes_on = words("mahdar.checking", "clauses.toml", "goes_on")
    starts = [k for k in range(max(i, 1), j) if _without_and(scene.forms[k]) in goes_on]
    listed = {state.j for state in scene.states_in(i, j)}  # Russia and China
    if any(scene.forms[k - 1] in COMMAS or (k not in listed and _subject(scene, k + 1, roles)) for k in starts):
        return True
    if scene.passage.language == "en":
        return False
    return any(form == _NOW or (form[:1] == "و" and past_verb(form)) for form in scene.forms[i:j])


def in_own_clause(scene: Scene, cue: Cue, near: TimePhrase, times: list[TimePhrase]) -> TimePhrase:
    """The nearest time, or where that stands in the clause before, the first behind the cue in its own: "met on Monday,
    as Albania took over the presidency on Wednesday".
    """
    behind = next((t for t in times if t.i >= cue.j), None)
    if near.j > cue.i or behind is None or not clauses_apart(scene, near.j, cue.i, roles=True):
        return near
    return near if clauses_apart(scene, cue.j, behind.i, roles=True) else behind


def quoted(scene: Scene, i: int, j: int) -> bool:
    """Whether words between two tokens lead to who is quoted for what stands before them: بحسب بيان صدر أمس."""
    return not words("mahdar.checking", "lists.toml", "attributing").isdisjoint(scene.forms[i:j])


def _without_and(form: str) -> str:
    return form[1:] if form.startswith(_JOINING[0]) else form


def subordinate(scene: Scene, i: int, j: int) -> bool:
    """Whether a subordinate clause begins behind a comma between tokens i and j: ", as the president arrived on"."""
    opens = words("mahdar.checking", "clauses.toml", "subordinate")
    return any(scene.forms[k] in opens and scene.forms[k - 1] in COMMAS for k in range(max(i, 1), j))


def _subject(scene: Scene, k: int, roles: bool) -> bool:
    """Whether a state, a body of the United Nations, or an English noun with its article begins at token k."""
    role = roles and scene.forms[k - 1] == _AS
    noun = not role and scene.forms[k : k + 1] in (["the"], ["a"], ["an"])
    return noun or bool(scene.groups(k, k + 2) or scene.within("body", k, k + 2))


def _opens(scene: Scene, cue: Cue, time: TimePhrase) -> bool:
    """Whether the cue stands in a clause that opens the sentence, and the time in the main one, whose subject is
    another state: "When Chad joined the United Nations, Peru had been a member since 1945".
    """
    low = scene.sentence(cue.i).i
    comma = next((k for k in range(cue.j, time.i) if scene.forms[k] == ","), None)
    if comma is None or scene.forms[low] not in _words("opening") or "," in scene.forms[low : cue.i]:
        return False
    return bool(scene.states_in(comma, time.i))


def _before(scene: Scene, cue: Cue, time: TimePhrase) -> bool:
    """Whether a time before the cue is that of a deed before it: joined by "and", in a clause that opens the sentence,
    or in a relative clause between commas.
    """
    low, own = scene.sentence(cue.i).i, _has_own(scene, cue)
    if scene.forms[low] in _words("opening") and "," in scene.forms[time.j : cue.i]:
        return own or bool(_told(scene, low, time.i, cue))
    if own and _aside(scene, low, time):
        return True
    joint = _joint(scene, time.j, cue.i)
    if joint is None or _listing(scene, joint):
        return False
    alone = {*scene.forms[joint + 1 : cue.i]} <= _words("auxiliary")  # "ratified it in 1975 and joined in 1945"
    if not (alone or scene.states_in(joint, cue.i) or scene.within("body", joint, cue.i)):
        return False
    clause = scene.clause(cue.i)
    if any(_opposed(cue, deed) for deed in _told(scene, max(clause.i, time.i - _OWN_REACH), time.i, cue)):
        return True
    return own and time.i - clause.i > _INITIAL


def _of_clause_before(scene: Scene, cue: Cue, time: TimePhrase) -> bool:
    """Whether an Arabic verb joined to what was told before opens the clause of the cue, and a time of its own stands
    behind: «… منذ أكتوبر 2011، وصدر القرار 2118 في 27 سبتمبر 2013».
    """
    opening = next((k for k in range(cue.i, time.j - 1, -1) if joins_verb(scene, k)), None)
    behind = next(iter(scene.times_in(cue.j, scene.clause(cue.i).j)), None)
    if opening is None or behind is None or scene.within("relative", cue.j, behind.i):
        return False
    return not any(joins_verb(scene, k) for k in range(cue.j, behind.i))


def joins_verb(scene: Scene, k: int) -> bool:
    """Whether an Arabic verb that و, ف or ثم joins to what stands before it is at token k."""
    form = scene.forms[k]
    if form in _DENYING:
        return True
    then = k > 0 and scene.forms[k - 1] == _THEN
    if not (then or form[0] in _JOINING):
        return False
    known = (c for c in scene.begins(k) if c.form in _TOLD)
    return past_verb(form) or any(then or cue.proclitics[:1] in _JOINING for cue in known)


def _has_own(scene: Scene, cue: Cue) -> bool:
    """Whether a time of its own stands behind the cue."""
    behind = next(iter(scene.times_in(cue.j, scene.clause(cue.i).j)), None)
    owned = behind is not None and not scene.within("relative", cue.j, behind.i)
    return owned and behind is not None and _joint(scene, cue.j, behind.i) is None


def _aside(scene: Scene, low: int, time: TimePhrase) -> bool:
    """Whether the time ends a relative clause between commas."""
    relatives = scene.within("relative", low, time.i)
    return bool(relatives) and scene.forms[time.j : time.j + 1] == [","] and scene.forms[relatives[-1].i - 1] == ","


def _listing(scene: Scene, joint: int) -> bool:
    """Whether the word only joins two states of a list."""
    return any(g[0].i < joint < g[-1].j for g in scene.groups(max(0, joint - _SUBJECT_REACH), joint + _SUBJECT_REACH))


def _words(name: str) -> frozenset[str]:
    return words("mahdar.checking", "times.toml", name)


def _joint(scene: Scene, i: int, j: int) -> int | None:
    """The first word between tokens i and j that joins another deed."""
    return next((k for k in range(i, j) if scene.forms[k] in _words("joint")), None)


def _told(scene: Scene, i: int, j: int, cue: Cue) -> list[Cue]:
    return [deed for deed in scene.any_of(_DEEDS, i, j) if deed.form in _TOLD and deed.i != cue.i]


def _opposed(cue: Cue, deed: Cue) -> bool:
    """Whether one brings a text about and the other brings one down."""
    one, other = cue.sense.concept, deed.sense.concept
    return (one in _VETOED and other in _ADOPTED) or (one in _ADOPTED and other in ("veto_verb", "veto_use"))
