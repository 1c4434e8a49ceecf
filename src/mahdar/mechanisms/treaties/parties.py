"""Finding claims that a state is bound by a treaty, signed it, stayed out of it or left it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mahdar.checking.assertion import asserted, excepted, negated, tense, titled
from mahdar.checking.cues import Cue
from mahdar.checking.each_time import run_of
from mahdar.checking.found import make
from mahdar.checking.meant import of_state, state_meant
from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.refusal import prevented
from mahdar.checking.scene import Scene, codes
from mahdar.checking.when import When
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import tokens_of
from mahdar.mechanisms.treaties.anaphora import of_last_named, pointed, treaties
from mahdar.mechanisms.treaties.protocols import LOOSE, named_in
from mahdar.mechanisms.treaties.timed import cut, goes_on_until, time_of, until
from mahdar.mechanisms.treaties.who import are_others, contrasted_with, counted_before, subject
from mahdar.mechanisms.treaties.wording import bare, done, goes_on, joined, listed, side, weighed, words
from mahdar.model import Arg

ONLY_SIGNED, BECAME, ANNOUNCED, NAMED = "only-signed", "became", "announced", "named"
_REACH = 8
_BECAME_REACH = 6  # tokens between "became" and the status, the state included
_UNRATIFIED_REACH = 10
_SIGNED = "signatory"
_NOT_PARTY = "not-party"
_TREATY = "treaty"
_LIKELY = "state"  # the argument that is only likely where other states are named before
_JUSSIVE = "jussive"
_TITLE = "title"  # the present of a headline
_DID_NOT = ("لم", "ولم", "فلم", "لما", "ولما")
_PARTICIPLE = "participle"  # right behind its state: السعودية المنضمة إلى
_OPEN, _NOUN, _PASSIVE = "open", "noun", "passive"
_DENIAL_REACH = 4  # tokens from a denial to the noun that it denies
_BESIDE = 2  # tokens between "ratified it" and who did, in Arabic
_BEHIND = 6  # tokens between a treaty, or the last of a list of them, and its time
_LEAVE_REACH = 8  # tokens between a word for leaving and the court, the state and the day included


def find(scene: Scene) -> Iterator[Found]:
    """What the text says that states did about the treaties that it names; what is told of one goes for those named
    with it.
    """
    last: _Told | None = None
    cues, told = treaties(scene), list[_Told]()
    for cue in cues:
        before = last if last is not None and scene.sentence(last.cue.i).j > cue.i else None
        last = _told(scene, cue, before)
        told += [last] if last is not None else []
    told += [done for act, cue in pointed(scene, cues) if (done := _pointed(scene, act, cue, told)) is not None]
    for done in told:
        states = codes(done.who)
        for code in states:
            own = _own_time(scene, done, states.index(code), len(states), cues)
            for treaty in done.cue.value.split():
                yield _party(scene, own, code, treaty)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells of one treaty: the act, who did it, and when."""

    cue: Cue
    act: Cue
    who: list[StateMention]
    time: TimePhrase | None
    i: int
    j: int
    likely: bool = False  # who did so is only likely


def _own_time(scene: Scene, told: _Told, at: int, many: int, cues: list[Cue]) -> _Told:
    """What is told, with the time of the state or of the treaty that stands at the same place of its list as the time
    does: "the ICCPR and the ICESCR in 2010 and 2008"; with none where the lists do not match.
    """
    run = run_of(scene, told.time) if told.time is not None else []
    if len(run) < 2 or told.time is None:
        return told
    low = scene.sentence(told.act.i).i
    named = [c for c in cues if low <= c.i < run[0].i]
    if len(named) == len(run):
        return replace(told, time=run[[c.i for c in named].index(told.cue.i)]) if told.cue in named else told
    return replace(told, time=run[at] if many == len(run) else None)


def _told(scene: Scene, cue: Cue, before: _Told | None) -> _Told | None:
    """The act on this treaty; the verb, the subject or the time may be that of the treaty named before it."""
    own = _act(scene, cue)
    act = before.act if own is None and before is not None and listed(scene, before.cue.j, cue.i) else own
    if act is None or not asserted(scene, act.i) or (act.form == _JUSSIVE and not _denied(scene, act)):
        return None
    if (act.form in (_NOUN, _PARTICIPLE) and prevented(scene, act)) or (act is own and are_others(scene, act)):
        return None  # رفضت المصادقة على; who met the parties to it
    if (act.form == _TITLE and not titled(scene, act.i)) or (act is own and _only_ranked(scene, act)):
        return None
    if act.form == _PARTICIPLE and not any(s.j == act.i for s in scene.states_in(act.i - 3, act.i)):
        return None
    same = before is not None and not scene.states_in(before.cue.j, cue.i)
    who = subject(scene, act, cue) if act is own else []
    if act.form == _NOUN and _denied_of_another(scene, act, who):
        return None
    likely = False
    if before is not None and not who and same:
        who, likely = before.who, before.likely
    elif act is own and not who:
        who, likely = _told_before(scene, act, cue)
    time = time_of(scene, act, cue)
    if time is None and before is not None and same and act.form == _NOUN and joined(scene, act):
        time = before.time
    if act.form == _NOUN and (weighed(scene, act) or (act.value == "withdrawn" and time is None)):
        return None  # "debated its withdrawal from": no day on which it left
    return _Told(cue, act, who, time, cue.i if act is not own else min(act.i, cue.i), cue.j, likely)


def _only_ranked(scene: Scene, act: Cue) -> bool:
    """Whether أول دولة تنسحب من stands without a verb that says it came about: تدرس أن تكون أول دولة تنسحب من."""
    ranked = scene.passage.language != "en" and act.j - act.i > 2 and act.value == "withdrawn" and act.form == "past"
    return ranked and not scene.within("treaty.became", scene.clause(act.i).i, act.i)


def _denied_of_another(scene: Scene, act: Cue, who: list[StateMention]) -> bool:
    """Whether a denial before an Arabic noun is that of a verb that does not bring it about, or of somebody else: لم
    تدفع مصادقة مالي على العهد كوبا، لم تتبع كوبا مصادقة مالي.
    """
    before = scene.within("not", max(scene.clause(act.i).i, act.i - _DENIAL_REACH), act.i)
    if not before or scene.passage.language == "en" or not negated(scene, act):
        return False
    verb = scene.forms[before[-1].j]
    between = scene.states_in(before[-1].j, act.i)
    return any(state not in who for state in between) or (before[-1].j < act.i and verb not in words("comes_about"))


def _told_before(scene: Scene, act: Cue, cue: Cue) -> tuple[list[StateMention], bool]:
    """The states told of before: so many, "all six", or the one that the clauses before are about."""
    if counted := counted_before(scene, act):
        return counted, True
    return _carried(scene, act) if _unnamed(scene, act, cue) else ([], False)


def _carried(scene: Scene, act: Cue) -> tuple[list[StateMention], bool]:
    """The state that the clauses before are about, and whether it is only likely."""
    meant = state_meant(scene, act)
    return ([meant.state], not meant.sure) if meant is not None else ([], False)


def _unnamed(scene: Scene, act: Cue, cue: Cue) -> bool:
    """Whether no subject of another kind stands behind an Arabic verb: صادق مجلس الشيوخ على; a noun has none."""
    if act.form == _NOUN:
        return False
    free = words("listing") | words("adverbs") | words("treaties") | of_state()
    return scene.passage.language == "en" or bare(scene, act.j, cue.i) <= free


def _pointed(scene: Scene, act: Cue, cue: Cue, told: list[_Told]) -> _Told | None:
    """What is told of a treaty named before: "signed it in 1998", الذي وقعه; who did so stands beside it, or did what
    is told of that treaty.
    """
    if not asserted(scene, act.i):
        return None
    sentence, relative = scene.sentence(act.i), _owns(scene, cue, act)
    arabic = scene.passage.language == "ar"
    behind = arabic or act.form == _PASSIVE
    own = _behind_it(scene, act) if behind else scene.groups(relative[0].j, act.i) if relative else []
    if act.form == _PASSIVE and not own:
        return None
    own = own or (scene.groups(relative[0].j, act.i)[:1] if relative and act.form != _PASSIVE else [])
    own = [other] if (other := contrasted_with(scene, act)) else own
    own = own or ([] if relative else scene.groups(max(cue.j, sentence.i), act.i)[-1:])
    of_it = [t for t in told if t.cue.i == cue.i and sentence.i <= t.cue.i and t.who]
    who, likely = (own[0], False) if own else (of_it[0].who, of_it[0].likely) if of_it else _carried(scene, act)
    if not who and relative and cue.i >= sentence.i:
        alone = scene.states_in(sentence.i, cue.i)
        who, likely = (alone, True) if len({*codes(alone)}) == 1 else ([], False)
    start = own[0][-1].j if own and own[0][0].i >= act.j else act.j
    time = next(iter(scene.times_in(start, min(sentence.j, start + _BEHIND))), None)
    time = None if time is not None and (cut(scene, start, time.i) or goes_on(scene, start, time.i)) else time
    ends = max(act.j, time.j if time is not None else 0)
    return _Told(cue, act, who, time, cue.i if relative and cue.i >= sentence.i else act.i, ends, likely)


def _behind_it(scene: Scene, act: Cue) -> list[list[StateMention]]:
    """The states right behind an act, كل من left out, as one list."""
    k = act.j
    while k < act.j + _BESIDE and scene.forms[k : k + 1] and scene.forms[k] in words("each_of"):
        k += 1
    group = next(iter(scene.groups(k, scene.sentence(act.i).j)), [])
    return [group] if group and group[0].i < k + _BESIDE else []


def _owns(scene: Scene, cue: Cue, act: Cue) -> list[Cue]:
    """The relative word right behind a treaty of whose clause the act is the verb."""
    stop = cue.j + _BESIDE + 1  # ", to which"
    found = scene.within("relative", cue.j, min(act.i, stop))
    return [] if scene.within("relative", stop, act.i) else found


def _denied(scene: Scene, act: Cue) -> bool:
    """لم right before the verb: it did not; elsewhere such a form is a wish or a plan."""
    return act.i > 0 and scene.forms[act.i - 1] in _DID_NOT


def _act(scene: Scene, cue: Cue) -> Cue | None:
    """The words before a treaty that say what a state did about it. To join a court needs such a word right before
    its name.
    """
    clause = scene.clause(cue.i)
    low = max(clause.i, cue.i - _REACH - 3)
    before = [c for c in scene.any_of(("treaty.act", "member"), low, cue.i) if cue.i - c.j <= _reach(scene, c, cue)]
    before = [
        c for c in before if not any(o.i < c.i and c.j <= o.j for o in before)
    ]  # أول دولة تنسحب من holds تنسحب من
    before = [c for c in before if c.form != _OPEN or bare(scene, c.j, cue.i) <= words("in")]
    before = [c for c in before if not of_last_named(scene, c)]
    if before and (side(scene, before[-1], cue) or not words("beside").isdisjoint(scene.forms[before[-1].j : cue.i])):
        return None
    names = named_in(scene, before[-1].j, cue.i) if before else []
    if names and not listed(scene, names[-1].j, cue.i, titles=True):
        return None  # "a party to the Convention against Torture, opposes the Rome Statute"
    return before[-1] if before and not _unsigned(scene, before, cue) else None


def _reach(scene: Scene, act: Cue, cue: Cue) -> int:
    """How far an act may stand before its treaty; before a court only who left it, and when, stands between."""
    if cue.sense.concept != "treaty.court":
        return _REACH
    covered = tokens_of(
        scene.states_in(act.j, cue.i), scene.times_in(act.j, cue.i), scene.within("treaty.formally", act.j, cue.i)
    )
    bare = [k for k in range(act.j, cue.i) if k not in covered]
    return _LEAVE_REACH if act.value == "withdrawn" and len(bare) <= 1 else 2


def _unsigned(scene: Scene, acts: list[Cue], cue: Cue) -> bool:
    """Whether a signature was taken back, which ends no party's standing: "withdrew its signature", سحبت توقيعها."""
    low = max(scene.clause(cue.i).i, acts[0].i - _REACH)
    return bool(scene.within("treaty.signature", low, cue.i) and scene.within("treaty.unsigns", low, cue.i))


def _party(scene: Scene, told: _Told, code: str, treaty: str) -> Found:
    """What a state is said to be to a treaty, or to have done to it."""
    cue, act, near = told.cue, told.act, told.time
    member = act.sense.concept == "member"
    denied = act.value != _NOT_PARTY and negated(scene, act)
    undone = act.form == "past" and act.value != "withdrawn"
    stays_out = denied and (member or act.form == _JUSSIVE or undone)
    only_so = act.value == _NOT_PARTY and excepted(scene, act)  # لم تنضم إلى العهد إلا عام 1992
    status = _NOT_PARTY if stays_out else "party" if member or only_so else act.value
    theme = _theme(scene, told, status)
    lasts = not only_so and theme != BECAME and (member or act.form in ("present", _OPEN, _JUSSIVE))
    kind: Tense = "present" if lasts or stays_out or theme == ONLY_SIGNED else "past"
    ahead = act.form == _NOUN and (tense(scene, act) == "future" or weighed(scene, act))
    kind = "future" if ahead and not stays_out and theme != ONLY_SIGNED else kind
    args: dict[str, Arg] = {"state": code, "status": status}
    if treaty != "any":
        args["treaty"] = treaty
    time = (
        When(until(scene, near) if status == _NOT_PARTY else near) if near is not None else When(now=kind == "present")
    )
    found = make(
        scene, "treaty.party", told.i, told.j, args, tense=kind, when=When() if treaty == "any" else time,
        negated=denied and not stays_out,
        weak=(*((_LIKELY,) if told.likely else ()), *((_TREATY,) if cue.form == LOOSE else ())),
    )  # fmt: skip
    return replace(found, theme=theme)


def _theme(scene: Scene, told: _Told, status: str) -> str:
    """Whether the state only signed, came to be a party, or announced that it leaves; or a noun names the act."""
    cue, act = told.cue, told.act
    low = scene.clause(act.i).i
    if status == _SIGNED and _unratified(scene, cue if act.i < cue.i else act):
        return ONLY_SIGNED
    if scene.within("treaty.became", max(low, act.i - _BECAME_REACH), act.i + 1):
        return BECAME
    if status == "withdrawn" and scene.within("treaty.announced", max(low, act.i - _REACH), act.j):
        return ANNOUNCED
    return NAMED if act.form == _NOUN and not done(scene, act) else ""


def _unratified(scene: Scene, cue: Cue) -> bool:
    """Whether the sentence goes on to say that a signature was all."""
    stop = min(scene.sentence(cue.i).j, cue.j + _UNRATIFIED_REACH)
    told = scene.within("treaty.unratified", cue.j, stop)
    return bool(told) and not goes_on_until(scene, told[0].j, min(scene.sentence(cue.i).j, told[0].j + _BEHIND))
