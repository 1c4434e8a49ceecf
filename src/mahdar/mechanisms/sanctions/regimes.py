"""Finding claims that a state is under sanctions of the Security Council: since when, for how long, imposed when."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.coordinated import clauses_apart
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.predicates import apart
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.refusal import refused
from mahdar.checking.scene import Scene
from mahdar.checking.when import When, aside, nearest_time, opened
from mahdar.language.numbers import Number
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span
from mahdar.mechanisms.sanctions.holders import by_resolution, inherited, under_text
from mahdar.mechanisms.sanctions.lifted import ended_since, lifted
from mahdar.mechanisms.sanctions.rules import Years
from mahdar.mechanisms.sanctions.targets import targets

_BEFORE, _BEHIND = 12, 9
_CONTAIN_REACH = 14
_SUBJECT_NEAR = 5  # tokens in which the subject of "imposed on" or its auxiliary stands
_HAD_BEEN = 2  # tokens before words of a state of things in which "had" stands
_IMPOSED = "imposed"
_TRADE, _BAN, _INFINITIVE, _REGIME = "trade", "ban", "infinitive", "regime"
_UN = ("council", "un")
_BY = ("by", "من", "جانب", "قبل")
_ACTOR = 4  # tokens between a body and the verb of which it is the subject
_MEMBERS = 4
_FAR = 12  # tokens from sanctions to those whom they bind
_LASTS = 5  # tokens from "for" or منذ to the years
_DEEDS = ("council.deed", "adopt", "vote.decides")
_PRESENT, _IMPOSE, _CONTAIN = "sanctions.subject", "sanctions.impose", "sanctions.contain"


def find(scene: Scene) -> Iterator[Found]:
    """Sanctions that the text says the United Nations hold over a state, imposed on it or lifted."""
    seen: set[tuple[int, str]] = set()
    last: Found | None = None
    for cue in scene.any_at_all(("sanctions.un", "sanctions.noun")):
        for place, found in (*_held(scene, cue, last), *((cue.i, found) for found in lifted(scene, cue, last))):
            code = str(found.args["target"])
            last = found
            if (place, code) not in seen:
                seen.add((place, code))
                yield found


def _held(scene: Scene, cue: Cue, last: Found | None) -> Iterator[tuple[int, Found]]:
    """Sanctions that somebody is under or that were imposed, each with the place of the words that say so; ``last`` is
    the regime of which the report spoke before.
    """
    frame = frame_of(scene, cue)
    if frame is None or not asserted(scene, frame.i) or refused(scene, frame):
        return
    ours, bound = held_by_un(scene, cue, frame), targets(scene, cue, frame)
    if not ours:
        named = bound[0][0] if bound else None
        told = frame.form != "present" and inherited(scene, cue, last, named)
        if not told or last is None:
            return
        bound = bound or [(str(last.args["target"]), frame.i, frame.j)]
    for code, i, j in bound:
        yield frame.i, _regime(scene, cue, frame, Span(i, j), code)


def frame_of(scene: Scene, cue: Cue) -> Cue | None:
    """The words that assert the sanctions: subject to, imposed, in force, resolutions that contain them."""
    clause = scene.clause(cue.i)
    if scene.any_of(("sanctions.change",), max(clause.i, cue.i - 2), min(clause.j, cue.j + 3)):
        return None
    before = scene.any_of((_PRESENT, _IMPOSE, _CONTAIN), max(clause.i, cue.i - _BEFORE), cue.i)
    before = [c for c in before if c.sense.concept != _CONTAIN or _resolved(scene, clause, c)]
    before = [c for c in before if c.form != "behind" and (c.form == _BAN) == (cue.form == _TRADE)]
    under = {k for c in before if c.sense.concept == _PRESENT for k in range(c.i + 1, c.j)}  # "was placed under"
    before = [c for c in before if c.i not in under and (c.form != _INFINITIVE or voted(scene, c))]
    before = [c for c in before if c.form != _REGIME or cue.form == _REGIME]
    before = [c for c in before if scene.forms[c.j - 1] != "by" or "," not in scene.forms[c.j : cue.i]]
    if cue.form == _TRADE:
        return before[-1] if before else None
    after = scene.any_of((_PRESENT, _IMPOSE), cue.j, min(clause.j, cue.j + _BEHIND))
    after = [c for c in after if c.form not in (_BAN, _INFINITIVE, _REGIME) and not under_text(scene, c)]
    return before[-1] if before else next((c for c in after if c.form != "past" or _passive(scene, c)), None)


def voted(scene: Scene, frame: Cue) -> bool:
    """Whether the Council voted for what the infinitive says: "voted 13-0 on Saturday to impose", صوت على فرض."""
    low = scene.clause(frame.i).i
    votes = [c for c in scene.any_of(("vote", "approve"), low, frame.i) if c.form == "past"]
    if not votes or scene.any_of(("veto", "veto_verb", "draft", "not"), low, frame.i):
        return False
    bodies = scene.within("body", max(low, votes[-1].i - _FAR), votes[-1].j + 1)
    return bool(bodies) and all(scene.which(c) in _UN for c in bodies)


def _resolved(scene: Scene, clause: Span, cue: Cue) -> bool:
    return bool(scene.within("resolution", max(clause.i, cue.i - _CONTAIN_REACH), cue.i))


def _passive(scene: Scene, cue: Cue) -> bool:
    """Behind the noun a past verb is that of a relative clause: "the sanctions that the Council imposed"."""
    return cue.sense.concept == _IMPOSE or bool(scene.within("was", max(0, cue.i - 3), cue.i))


def held_by_un(scene: Scene, cue: Cue, frame: Cue) -> bool:
    """Whether they are the Council's: named so, or imposed by the Council or the United Nations and nobody else."""
    if cue.sense.concept == "sanctions.un" or _by_name(scene, cue):
        return True
    clause = scene.clause(cue.i)
    window = (max(clause.i, min(frame.i, cue.i) - _FAR), min(clause.j, max(cue.j, frame.j) + _FAR))
    if scene.within("sanctions.not_un", *window):
        return False
    bodies = [c for c in scene.within("body", *window) if scene.which(c) in _UN]
    if frame.sense.concept != _PRESENT and by_resolution(scene, frame):
        return True
    if frame.sense.concept == _CONTAIN or frame.form == _INFINITIVE:
        return bool(bodies)
    last = max(cue.j, frame.j)
    return any(_imposes(scene, body) and not (body.i >= last and clauses_apart(scene, last, body.i)) for body in bodies)


def _by_name(scene: Scene, cue: Cue) -> bool:
    """Whether the United Nations or their Council stand before the noun as its adjective: "a UN trade embargo"."""
    english = scene.passage.language == "en"
    return english and any(c.j == cue.i and scene.which(c) in _UN for c in scene.within("body", cue.i - 3, cue.i))


def _imposes(scene: Scene, body: Cue) -> bool:
    """Whether a body is the one that acts: the subject of a verb of imposing, or behind "by", من; not its members."""
    if scene.within("member", max(0, body.i - _MEMBERS), body.i):
        return False
    if scene.forms[body.i - 1] in _BY or (body.i > 1 and scene.forms[body.i - 2] in _BY):
        return True
    verbs = scene.any_of((_IMPOSE, _PRESENT), max(0, body.i - _ACTOR), body.j + _ACTOR)
    verbs = [v for v in verbs if v.sense.concept == _IMPOSE or scene.forms[v.i].startswith(_IMPOSED)]
    english = scene.passage.language == "en"
    if english:
        return any(0 <= verb.i - body.j < _ACTOR for verb in verbs)
    return any(0 <= body.i - verb.j < _ACTOR or 0 <= verb.i - body.j <= 1 for verb in verbs)


# -- since when
def _regime(scene: Scene, cue: Cue, frame: Cue, target: Span, code: str) -> Found:
    clause = scene.clause(frame.i)
    imposed = frame.sense.concept == _IMPOSE or _by_somebody(scene, clause, cue, frame)
    anchor = frame if imposed else cue
    to_come = scene.within("schedule", clause.i, frame.i)  # "will remain so for five years"
    years = None if imposed or to_come else _years(scene, clause)
    near = None if years else nearest_time(scene, anchor, clause.i, clause.j)
    denied = negated(scene, frame)
    near = None if near is not None and not denied and _until(scene, near) else near
    near = None if frame.form == "present" and (aside(scene, frame, near) or apart(scene, frame, near)) else near
    near = None if near is not None and not imposed and _of_deed(scene, clause, frame, near) else near
    if near is not None and denied and not imposed and scene.within(_IMPOSE, cue.j, near.i):
        near = None  # "no longer under the sanctions imposed in 2006"
    over = near is None and years is None and not denied and _was(scene, frame)
    ended = near is not None and not denied and ended_since(scene, cue, frame)
    over = over or ended
    kind: Tense = (
        "past" if imposed or frame.form == "past" or _once(scene, frame) or _had(scene, frame) or over else "present"
    )
    i, j = min(frame.i, target.i, cue.i), max(cue.j, frame.j, target.j)
    if near is not None:
        i, j = min(i, near.i), max(j, near.j)
    time = When(near if ended else opened(scene, near)) if near is not None else When(now=kind == "present")
    loose = {"target"} if cue.form == "loose" else ()
    return make(
        scene, "sanctions.regime", i, j, {"target": code}, tense=kind, when=time,
        negated=denied, weak=loose,
        low=years.low if years else None, high=years.high if years else None,
    )  # fmt: skip


def _of_deed(scene: Scene, clause: Span, frame: Cue, time: TimePhrase) -> bool:
    """Whether a time before the words of being under sanctions is that of what the Council did: جدد المجلس الجمعة الحظر
    المفروض على.
    """
    deeds = scene.any_of(_DEEDS, clause.i, frame.i) if clause.i <= time.i < frame.i else []
    return any(deed.form == "past" and deed.j <= time.i for deed in deeds)


def _until(scene: Scene, time: TimePhrase) -> bool:
    """Whether a time is the end of a term: "extended until October 2009"."""
    return any(c.j >= time.i - 1 for c in scene.within("deadline", max(0, time.i - 2), time.i + 1))


def _once(scene: Scene, frame: Cue) -> bool:
    """Whether an Arabic present is one of the past: كانت تخضع."""
    low = max(scene.clause(frame.i).i, frame.i - _SUBJECT_NEAR)
    return scene.passage.language == "ar" and bool(scene.within("was", low, frame.i))


def _had(scene: Scene, frame: Cue) -> bool:
    """Whether an English state of things lasted to a time before: "had been in force since 2009"."""
    return scene.passage.language == "en" and "had" in scene.forms[max(0, frame.i - _HAD_BEEN) : frame.j]


def _was(scene: Scene, frame: Cue) -> bool:
    """Whether an English state of things is one of the past: "was under sanctions", "has been under sanctions"."""
    return bool(scene.within("sanctions.once", frame.i - 1, frame.j))


def _by_somebody(scene: Scene, clause: Span, cue: Cue, frame: Cue) -> bool:
    """ "Sanctions were imposed on", "sanctions that the Council imposed on": told as an act, not as a state."""
    if frame.form == "past":
        return bool(scene.within("was", clause.i, frame.i))
    by_verb = frame.i > cue.i and scene.forms[frame.i].startswith(_IMPOSED)
    low = max(clause.i, frame.i - _SUBJECT_NEAR)
    return by_verb and bool(scene.any_of(("was", "body"), low, frame.i))


def _years(scene: Scene, clause: Span) -> Years | None:
    """ "for 17 years", منذ أكثر من عقد: how long they are said to have run."""
    for unit in scene.within("sanctions.years", clause.i, clause.j):
        if not scene.any_of(("sanctions.lasts", "since"), max(clause.i, unit.i - _LASTS), unit.i):
            continue
        if unit.form == "alone":
            return Years(int(unit.value), int(unit.value))
        number = next((n for n in scene.numbers_in(max(0, unit.i - _LASTS), unit.i) if n.j == unit.i), None)
        if number is not None:
            return _bounds(number, int(unit.value))
    return None


def _bounds(number: Number, unit: int) -> Years:
    low, high = number.low, number.high
    return Years(None if low is None else int(low * unit), None if high is None else int(high * unit))
