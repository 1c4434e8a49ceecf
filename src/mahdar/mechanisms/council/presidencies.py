"""Claims on the presidency of the Council: who presides in a month, in the words of verbs, nouns and passives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mahdar.checking import policy
from mahdar.checking.assertion import asserted, negated
from mahdar.checking.coordinated import clauses_apart
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.meant import passing, state_meant
from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Case, Found, Tense
from mahdar.checking.scene import Scene, codes
from mahdar.checking.when import nearest_time
from mahdar.checking.wording import Pair, day, state
from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import tokens_of
from mahdar.mechanisms.council import rules
from mahdar.mechanisms.council.chairs import chairs
from mahdar.mechanisms.council.next_months import ahead
from mahdar.mechanisms.council.predecessors import predecessor
from mahdar.mechanisms.council.presidents import is_month, presidents
from mahdar.mechanisms.council.presiding import NOUNS, president, taking
from mahdar.mechanisms.council.words import words as listed
from mahdar.model import Verdict
from mahdar.record.access import Record

_TABLE = "presidencies"
_BODY_BEHIND, _BODY_BEFORE = 6, 4
_TAKEN_REACH = 8
_GROUP_REACH = 8  # tokens before a relative clause in which its state stands
_ENDED_REACH = 2  # tokens from a presidency to the verb that ends it
_TIME_REACH = 2  # tokens from the state that takes over to its month
_LONGEST = 31  # days of a month
_ANY_DAY = date(2020, 1, 1)
_OF = "ل"


def find(scene: Scene) -> Iterator[Found]:
    """The presidencies that the text states."""
    yield from presidents(scene)
    yield from chairs(scene)
    for cue in scene.all("council.presidency"):
        body = _owner(scene, cue)
        group, sure = _president(scene, cue, body) if body is not None else ([], True)
        if body is None or len(codes(group)) != 1 or not asserted(scene, cue.i, open_future=_aside(scene, cue)):
            continue
        clause = scene.clause(cue.i)
        time = _its_month(scene, max(cue.j, body.j)) or nearest_time(scene, cue, clause.i, clause.j)
        i, j = min(cue.i, body.i, group[0].i), max(cue.j, body.j, group[-1].j)
        taken = taking(scene, cue)
        time = _behind(scene, taken, group) or time
        if time is not None and any(_to_come(scene, verb) for verb in [cue, *taken]):
            time = ahead(time)
        denied = negated(scene, cue) or any(negated(scene, verb) for verb in taken)
        over = time is None and (_ended(scene, cue, body) or _over(scene, [cue, *taken]))
        kind: Tense = "past" if time is not None and _took(scene, [cue, *taken], time) else "present"
        yield make(
            scene, "council.presidency", i, j, {"state": codes(group)[0]}, time=time, now=time is None, tense=kind,
            negated=denied, weak=(*(("at",) if over else ()), *(() if sure else ("state",))),
        )  # fmt: skip
        if not denied and (taken or cue.form == "verb"):
            yield from predecessor(scene, i, j, time)


def _its_month(scene: Scene, end: int) -> TimePhrase | None:
    """The month right behind a presidency and its Council, whatever day is told besides."""
    return next((time for time in scene.times_in(end, end + _TIME_REACH) if is_month(time)), None)


def _president(scene: Scene, cue: Cue, body: Cue) -> tuple[list[StateMention], bool]:
    """Who presides, and whether the text names it; else the state for which "it" stands."""
    group = president(scene, cue, body)
    if group or cue.form == "passive":
        return group, True
    verb = (taking(scene, cue) or [cue])[0]
    meant = state_meant(scene, verb) if not _stranger(scene, verb, cue) else None
    return ([meant.at(cue.i)], meant.sure) if meant is not None else (group, True)


def _stranger(scene: Scene, verb: Cue, cue: Cue) -> bool:
    """Whether a word that may be a name stands between an Arabic verb and the presidency: وتولت X الرئاسة."""
    if scene.passage.language == "en" or verb.i >= cue.i:
        return False
    timed = tokens_of(scene.times_in(verb.j, cue.i))
    k = next((k for k in range(verb.j, cue.i) if k not in timed and not passing(scene, [k])), cue.i)
    word = scene.forms[k] if k < cue.i else ""
    return word[:1].isalpha() and not word.startswith(("ال", "لل", "بال")) and word not in listed("before_chair")


def _behind(scene: Scene, taken: list[Cue], group: list[StateMention]) -> TimePhrase | None:
    """The time right behind the state to which the presidency passes: "from X in November to Y in December"."""
    if not any(verb.form == "pass" for verb in taken):
        return None
    return next(iter(scene.times_in(group[-1].j, group[-1].j + _TIME_REACH)), None)


def _over(scene: Scene, verbs: list[Cue]) -> bool:
    """Whether a verb is a past: without a day it may be told of any month."""
    return any(_bare(scene, verb) in listed("presided") | listed("took") for verb in verbs)


def _ended(scene: Scene, cue: Cue, body: Cue) -> bool:
    """Whether a presidency is told as over right behind its words: "its presidency of the Council ended with May"."""
    end = max(cue.j, body.j)
    return cue.form == "noun" and not listed("ended").isdisjoint(scene.forms[end : end + _ENDED_REACH])


def _owner(scene: Scene, cue: Cue) -> Cue | None:
    """The Council beside the words; a committee of it, or a meeting, is presided over by others."""
    clause = scene.clause(cue.i)
    low = max(clause.i, min(cue.i - _BODY_BEFORE, _relative_before(scene, cue)))
    high = min(clause.j, cue.j + _BODY_BEHIND)
    near = [c for c in scene.within("body", low, high) if scene.which(c) == "council" and cue.form != "chair"]
    if cue.form == "passive":
        near = [c for c in near if c.j <= cue.i and all(form in ",،" for form in scene.forms[c.j : cue.i])]
    if not near:
        return cue if _again(scene, cue) else None
    body = near[0]
    if _of_other(scene, cue) if body.j <= cue.i else _of_another(scene, cue, body):
        return None
    if scene.passage.language != "en" and body.i > cue.j and clauses_apart(scene, cue.j, body.i):
        return None
    low, high = max(clause.i, min(cue.i, body.i) - 2), max(cue.j, body.j) + _BODY_BEFORE
    around = any(form in listed("parts") for form in scene.forms[low:high])
    if cue.i < body.i and scene.forms[body.j : body.j + 1] == ["'s"]:  # "the Council's committee"
        return None
    meeting = scene.within("council.meeting", cue.j, body.j + 3) if cue.form == "verb" else []
    return None if around or meeting else body


def _of_other(scene: Scene, cue: Cue) -> bool:
    """Whether an Arabic noun without its article is of what stands behind it: رئاسة اتحاد الغرف."""
    noun = scene.passage.language != "en" and cue.form == "noun" and not scene.forms[cue.j - 1].startswith("ال")
    behind = scene.forms[cue.j : cue.j + 1]
    free = bool(behind) and behind[0][:1].isalpha() and not scene.times_in(cue.j, cue.j + 1)
    return noun and free and not scene.states_in(cue.j, cue.j + 1, demonyms=True) and cue.j - cue.i == 1


def _of_another(scene: Scene, cue: Cue, body: Cue) -> bool:
    """Whether what an Arabic noun is of ends before the Council: رئاسة الجلسة بسبب مرض رئيس المجلس, but not رئاسة أعمال
    المجلس or رئاسة الدورة للمجلس.
    """
    if scene.passage.language == "en" or cue.form != "noun" or scene.forms[cue.j - 1].startswith("ال"):
        return False
    ended = body.i > cue.j and scene.forms[cue.j].startswith("ال") and body.proclitics != _OF
    return ended and not scene.states_in(cue.j, cue.j + 1, demonyms=True)


def _relative_before(scene: Scene, cue: Cue) -> int:
    """The token from which the Council may stand before "which the United States chairs"; that of the cue itself
    without a state between a relative word and its verb.
    """
    group = next(iter(scene.groups(cue.i - _GROUP_REACH, cue.i)[-1:]), [])
    if not group or group[-1].j != cue.i:
        return cue.i
    relatives = scene.within("relative", group[0].i - 2, group[0].i)
    return relatives[0].i - 3 if relatives else cue.i


def _to_come(scene: Scene, verb: Cue) -> bool:
    """Whether the verb takes the presidency over: its month lies ahead."""
    word = _bare(scene, verb)
    return word in listed("takes") or word.startswith(("ست", "سي"))


def _bare(scene: Scene, verb: Cue) -> str:
    """The first word of a verb without the conjunction that is glued to it."""
    return scene.forms[verb.i][len(verb.proclitics) :]


def _took(scene: Scene, verbs: list[Cue], time: TimePhrase) -> bool:
    """Whether the presidency was taken over on a day that lies behind: "passed on Thursday from X to Y"."""
    past = time.relative
    single = past is not None and time.absolute is None and policy.day_level(past(_ANY_DAY))
    return single and any(_bare(scene, verb) in listed("took") for verb in verbs)


def _again(scene: Scene, cue: Cue) -> bool:
    """ "China takes over the presidency in March": bare words behind another presidency of the Council just told."""
    taken = taking(scene, cue)
    if cue.form not in NOUNS or not taken or not {scene.forms[cue.i], scene.forms[cue.j - 1]} & listed("chair"):
        return False
    before = scene.forms[taken[-1].j : cue.i]
    if scene.forms[cue.j : cue.j + 1] == ["of"] or (scene.passage.language == "en" and not {*before} <= listed("bare")):
        return False  # of another body, or the words would have named the Council: "the G20 presidency"
    clause = scene.clause(cue.i)
    if cue.form == "chair" and not _for_a_month(scene, cue):
        return False
    k = scene.passage.sentence_of(cue.i)
    low = scene.passage.sentences[max(0, k - 1)].i
    stop = min(cue.i, taken[0].i)
    told = [c for c in scene.any_of(("council.presidency", "council.president"), low, stop) if c.j <= stop]
    others = {scene.which(c) for c in scene.within("body", low, clause.j)}
    return bool(told and scene.times_in(cue.j, min(clause.j, cue.j + _TAKEN_REACH))) and others == {"council"}


def _for_a_month(scene: Scene, cue: Cue) -> bool:
    """Whether a month stands right behind a chair, no day of a meeting over which somebody presides."""
    time = next(iter(scene.times_in(cue.j, cue.j + 2)), None)
    days = (
        time.absolute or (time.relative(_ANY_DAY) if time.relative is not None else None) if time is not None else None
    )
    return days is not None and not policy.day_level(days)


def _aside(scene: Scene, cue: Cue) -> bool:
    """Whether the words stand in a relative clause or an apposition: a wish before it is not theirs."""
    return bool(scene.within("relative", max(0, cue.i - 2), cue.i)) or scene.forms[cue.i - 1] in (",", "،", "(")


# -- the check
def check_presidency(case: Case, record: Record) -> Verdict:
    """A state presided in the month meant."""
    return policy.inferred(case, "state", _check(case, record))


def _check(case: Case, record: Record) -> Verdict:
    days = _from_day(case.reference)
    if days is None or days.first is None or days.last is None or (days.last - days.first).days > _LONGEST:
        return policy.silent(case, _TABLE)
    row = record.presidency(days.first.isoformat()[:7])
    if row is None:
        return policy.silent(case, _TABLE)
    name, month = state(row.state), day(Interval.parse(row.month))
    why = Pair(
        f"{name.en} presided over the Security Council in {month.en}.", f"رئاسة مجلس الأمن في {month.ar}: {name.ar}."
    )
    if row.state in _called(case.text("state") or ""):
        return policy.supported(why, [row])
    return policy.refuted(why, [row]) if "at" not in case.found.weak else policy.silent(case, _TABLE)


def _from_day(days: Interval | None) -> Interval | None:
    """A presidency held "from tomorrow" is that of the month which begins then."""
    opens = days is not None and days.first is not None and days.last is None and days.first.day == 1
    return Interval(days.first, days.first) if opens and days is not None else days


def _called(said: str) -> set[str]:
    """The codes that a state's name may stand for: of itself, and of the state whose seat it holds."""
    return {said, rules.CONTINUED.get(said, said)}


def presidency_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The months in which the state presided."""
    if found.negated:
        return []
    return [Interval.parse(row.month) for row in record.presidencies(str(found.args.get("state")))]
