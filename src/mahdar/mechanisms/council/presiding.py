"""Who presides over the Council: the state beside a verb of presiding, one of taking over, or the noun."""

from __future__ import annotations

from dataclasses import replace

from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention, buried
from mahdar.checking.scene import Scene
from mahdar.language.tokens import COMMAS
from mahdar.mechanisms.council.presidents import state_of
from mahdar.mechanisms.council.words import words as listed

_TAKEN_REACH = 8
_SUBJECT_REACH = 4
_HAD_REACH = 3  # tokens from "has" to the presidency: "has written a book about the presidency"
_PASSED_REACH = 10
_PASSES_REACH = 6  # tokens from a presidency, with its Council, to the verb by which it passes
_OWNER_REACH = 6
NOUNS = ("noun", "chair")  # a chair is the Council's only behind a presidency just told of


def taking(scene: Scene, cue: Cue) -> list[Cue]:
    """The verb that takes, holds or passes on the presidency named by a noun."""
    clause = scene.clause(cue.i)
    if cue.form not in NOUNS:
        return []
    before = scene.within("council.take", max(clause.i, cue.i - _TAKEN_REACH), cue.i)
    before = [verb for verb in before if cue.i - verb.j <= _HAD_REACH or scene.forms[verb.i] not in listed("has")]
    behind = scene.within("council.take", cue.j, min(clause.j, cue.j + _PASSES_REACH))
    english = scene.passage.language == "en"
    return before or [verb for verb in behind if english and verb.form == "pass"]


def president(scene: Scene, cue: Cue, body: Cue) -> list[StateMention]:
    """The one state that presides: the subject of the verb; behind "by" or "to"; beside the noun."""
    clause = scene.clause(cue.i)
    if cue.form == "passive":
        return _adjacent(scene, cue.j, clause.j)
    taken = taking(scene, cue)
    if taken:
        verb = taken[-1]
        passed = verb.form == "pass"
        subject = _behind_to(scene, max(cue.j, body.j, verb.j)) if passed else _adjacent(scene, verb.j, cue.i)
        return subject or ([] if passed else _before(scene, verb, _SUBJECT_REACH) or _whose_country(scene, verb))
    if scene.passage.language != "en" and cue.form == "verb":
        behind = _adjacent(scene, cue.j, clause.j) or _past_body(scene, cue, body)
        if behind:
            return behind
    reach = _SUBJECT_REACH if cue.form == "verb" else 1
    owns = cue.form == "verb" or scene.passage.language == "en" or scene.forms[cue.i - 1] not in listed("opens")
    owns = owns and not (cue.form == "noun" and _of_state(scene, cue))
    group = (_before(scene, cue, reach) if owns else []) or _of_owner(scene, cue) or _delegation(scene, cue, reach)
    group = group or (_whose_country(scene, cue) if cue.form == "verb" else [])
    if group or cue.form != "noun":
        return group
    return _owning(scene, cue, body) or _adjacent(scene, max(cue.j, body.j), clause.j, mark=True)


def _of_state(scene: Scene, cue: Cue) -> bool:
    """Whether an Arabic presidency is that of the state right behind it: رحبت مصر برئاسة غانا للمجلس."""
    if scene.passage.language == "en":
        return False
    named = [n for n in scene.named_in(cue.i, cue.j) if n.i <= cue.i and n.j > cue.j]  # read as one name
    owned = any(scene.passage.principal(n.entity).startswith("state:") for n in named)
    return owned or bool(scene.states_in(cue.j, cue.j + 1, demonyms=True))


def _owning(scene: Scene, cue: Cue, body: Cue) -> list[StateMention]:
    """The state between an Arabic presidency and its Council, a month behind them: رئاسة مصر لمجلس الأمن في مايو."""
    if body.proclitics != "ل" or not scene.times_in(body.j, body.j + 3):
        return []
    owners = [s for s in scene.states_in(cue.j, min(body.i, cue.j + 1), demonyms=True) if s.j == body.i]
    return owners or (_delegation(scene, replace(cue, i=body.i), 1) if cue.j < body.i else [])


def _before(scene: Scene, cue: Cue, reach: int) -> list[StateMention]:
    """The states right before the words, times between left out, unless "on" or "about" introduces them."""
    clause = scene.clause(cue.i)
    group = next(iter(scene.groups(clause.i, cue.i)[-1:]), [])
    if not group or scene.any_of(("about",), group[0].i - 1, group[0].i):
        return []
    if scene.forms[cue.i - 1] in listed("whoever"):
        return []  # لكل من يتولى
    if scene.within("relative", cue.i - 1, cue.i) and scene.forms[cue.i - 2] not in ",،" and group[-1].j < cue.i - 1:
        return []  # "wrote to its ally, which presides": of who stands right before
    timed = sum(t.j - t.i for t in scene.times_in(group[-1].j, cue.i))
    return group if cue.i - group[-1].j - timed <= reach else []


def _of_owner(scene: Scene, cue: Cue) -> list[StateMention]:
    """The owner of a presidency where the reader takes both for one name: "Russia's month-long presidency of"."""
    owners = buried(scene.passage, max(0, cue.i - _OWNER_REACH), cue.i + 1) if cue.form in NOUNS else []
    return [s for s in owners if scene.forms[s.j : s.j + 1] == ["'s"]][-1:]


def _whose_country(scene: Scene, verb: Cue) -> list[StateMention]:
    """The state of the delegate "whose country holds the presidency"."""
    if tuple(scene.forms[max(0, verb.i - 2) : verb.i]) != ("whose", "country"):
        return []
    end = verb.i - 2 - (scene.forms[verb.i - 3] == ",")
    persons = [n for n in scene.named_to(end) if n.kind == "person"]
    held = [(n, state_of(scene, n)) for n in persons]
    return [StateMention(n.i, n.j, (code,), n.kind) for n, code in held if code][:1]


def _adjacent(scene: Scene, i: int, j: int, *, mark: bool = False) -> list[StateMention]:
    """The states that begin at token i, or behind one mark such as a comma or colon."""
    group = next(iter(scene.groups(i, min(j, i + 3))), [])
    if not group:
        return []
    between = scene.forms[i : group[0].i]
    return group if not between or (mark and all(form in ",،:(-" for form in between)) or between == ["the"] else []


def _past_body(scene: Scene, cue: Cue, body: Cue) -> list[StateMention]:
    """يرأس المجلس هذا الشهر الولايات المتحدة: behind the Council and the month, right behind the verb."""
    clause = scene.clause(cue.i)
    group = next(iter(scene.groups(body.j, clause.j)), []) if body.i == cue.j else []
    timed = _timed(scene, body.j, group[0].i) if group else 0
    return group if group and timed and group[0].i - body.j == timed else []


def _timed(scene: Scene, i: int, j: int) -> int:
    return sum(t.j - t.i for t in scene.times_in(i, j))


def _behind_to(scene: Scene, i: int) -> list[StateMention]:
    """To whom it passes, behind a day and the state that hands it over: "passed on Thursday from X to Y"."""
    groups = scene.groups(i, i + _PASSED_REACH)
    leads = [(g, g[0].i - 1 - (scene.forms[g[0].i - 1] == "the")) for g in groups]
    return next((g for g, k in leads if scene.forms[k] in listed("to")), [])


def _delegation(scene: Scene, cue: Cue, reach: int) -> list[StateMention]:
    """The state of a delegation or mission named right before the words."""
    for named in (named for k in range(cue.i - reach + 1, cue.i + 1) for named in scene.named_to(k)):
        state_ = scene.passage.principal(named.entity)
        holds = named.kind in ("body", "office", "person") and state_.startswith("state:")
        if holds and not _in_passing(scene, named.i, cue.i):
            return [StateMention(named.i, named.j, (state_.removeprefix("state:"),), named.kind)]
    return []


def _in_passing(scene: Scene, i: int, j: int) -> bool:
    """Whether who is named from token i to a verb at token j stands in an aside on a state, or before a "which" that
    tells of a thing: "Peru, which the king of Spain visits, presided", "its ambassador to Peru, which".
    """
    if scene.forms[j - 1] in listed("of_things"):
        return True
    before = next(iter(scene.groups(scene.sentence(i).i, i)[-1:]), [])
    return bool(before) and scene.forms[j - 1] in COMMAS and scene.forms[before[-1].j] in COMMAS
