"""Claims on the presidency of the Council: who presides in a month, in the words of verbs, nouns and passives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from mahdar.checking import policy
from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.mentions import StateMention, buried
from mahdar.checking.protocol import Case, Found
from mahdar.checking.scene import Scene, codes
from mahdar.checking.when import nearest_time
from mahdar.checking.wording import Pair, day, state
from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.mechanisms.council import rules
from mahdar.mechanisms.council.chairs import chairs
from mahdar.mechanisms.council.next_months import ahead
from mahdar.mechanisms.council.presidents import presidents, state_of
from mahdar.mechanisms.council.words import words as listed
from mahdar.model import Verdict
from mahdar.record.access import Record

_TABLE = "presidencies"
_BODY_BEHIND, _BODY_BEFORE = 6, 4
_TAKEN_REACH = 8
_GROUP_REACH = 8  # tokens before a relative clause in which its state stands
_SUBJECT_REACH = 4
_PASSED_REACH = 10
_PASSES_REACH = 6  # tokens from a presidency, with its Council, to the verb by which it passes
_OWNER_REACH = 6
_LONGEST = 31  # days of a month
_NOUNS = ("noun", "chair")  # a chair is the Council's only behind a presidency just told of
_ANY_DAY = date(2020, 1, 1)


def find(scene: Scene) -> Iterator[Found]:
    """The presidencies that the text states."""
    yield from presidents(scene)
    yield from chairs(scene)
    for cue in scene.all("council.presidency"):
        body = _owner(scene, cue)
        group = _president(scene, cue, body) if body is not None else []
        if body is None or len(codes(group)) != 1 or not asserted(scene, cue.i, open_future=_aside(scene, cue)):
            continue
        clause = scene.clause(cue.i)
        time = nearest_time(scene, cue, clause.i, clause.j)
        i, j = min(cue.i, body.i, group[0].i), max(cue.j, body.j, group[-1].j)
        taken = _taking(scene, cue)
        if time is not None and any(_to_come(scene, verb) for verb in [cue, *taken]):
            time = ahead(time)
        denied = negated(scene, cue) or any(negated(scene, verb) for verb in taken)
        yield make(
            scene,
            "council.presidency",
            i,
            j,
            {"state": codes(group)[0]},
            time=time,
            now=time is None,
            tense="past" if time is not None and _took(scene, [cue, *taken], time) else "present",
            negated=denied,
            weak=("at",) if time is None and any(_over(scene, verb) for verb in [cue, *taken]) else (),
        )


def _over(scene: Scene, verb: Cue) -> bool:
    """Whether the verb is a past: without a day it may be told of any month."""
    return scene.forms[verb.i] in listed("presided") or scene.forms[verb.i] in listed("took")


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
    low, high = max(clause.i, min(cue.i, body.i) - 2), max(cue.j, body.j) + _BODY_BEFORE
    around = any(form in listed("parts") for form in scene.forms[low:high])
    if cue.i < body.i and scene.forms[body.j : body.j + 1] == ["'s"]:  # "the Council's committee"
        return None
    meeting = scene.within("council.meeting", cue.j, body.j + 3) if cue.form == "verb" else []
    return None if around or meeting else body


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
    words = scene.forms[verb.i : verb.j]
    return words[0] in listed("takes") or words[0].startswith(("ست", "سي"))


def _took(scene: Scene, verbs: list[Cue], time: TimePhrase) -> bool:
    """Whether the presidency was taken over on a day that lies behind: "passed on Thursday from X to Y"."""
    past = time.relative
    single = past is not None and time.absolute is None and policy.day_level(past(_ANY_DAY))
    return single and any(scene.forms[verb.i] in listed("took") for verb in verbs)


def _again(scene: Scene, cue: Cue) -> bool:
    """ "China takes over the presidency in March": bare words behind another presidency of the Council just told."""
    taking = _taking(scene, cue)
    if cue.form not in _NOUNS or not taking or not {scene.forms[cue.i], scene.forms[cue.j - 1]} & listed("chair"):
        return False
    before = scene.forms[taking[-1].j : cue.i]
    if scene.forms[cue.j : cue.j + 1] == ["of"] or (scene.passage.language == "en" and not {*before} <= listed("bare")):
        return False  # of another body, or the words would have named the Council: "the G20 presidency"
    clause = scene.clause(cue.i)
    if cue.form == "chair" and not _for_a_month(scene, cue):
        return False
    k = scene.passage.sentence_of(cue.i)
    low = scene.passage.sentences[max(0, k - 1)].i
    stop = min(cue.i, taking[0].i)
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


def _taking(scene: Scene, cue: Cue) -> list[Cue]:
    """The verb that takes, holds or passes on the presidency named by a noun."""
    clause = scene.clause(cue.i)
    if cue.form not in _NOUNS:
        return []
    before = scene.within("council.take", max(clause.i, cue.i - _TAKEN_REACH), cue.i)
    behind = scene.within("council.take", cue.j, min(clause.j, cue.j + _PASSES_REACH))
    english = scene.passage.language == "en"
    return before or [verb for verb in behind if english and verb.form == "pass"]


def _president(scene: Scene, cue: Cue, body: Cue) -> list[StateMention]:
    """The one state that presides: the subject of the verb; behind "by" or "to"; beside the noun."""
    clause = scene.clause(cue.i)
    if cue.form == "passive":
        return _adjacent(scene, cue.j, clause.j)
    taken = _taking(scene, cue)
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
    group = (_before(scene, cue, reach) if owns else []) or _of_owner(scene, cue) or _delegation(scene, cue, reach)
    group = group or (_whose_country(scene, cue) if cue.form == "verb" else [])
    if group or cue.form != "noun":
        return group
    return _owning(scene, cue, body) or _adjacent(scene, max(cue.j, body.j), clause.j, mark=True)


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
    if scene.within("relative", cue.i - 1, cue.i) and scene.forms[cue.i - 2] not in ",،" and group[-1].j < cue.i - 1:
        return []  # "wrote to its ally, which presides": of who stands right before
    timed = sum(t.j - t.i for t in scene.times_in(group[-1].j, cue.i))
    return group if cue.i - group[-1].j - timed <= reach else []


def _of_owner(scene: Scene, cue: Cue) -> list[StateMention]:
    """The owner of a presidency where the reader takes both for one name: "Russia's month-long presidency of"."""
    owners = buried(scene.passage, max(0, cue.i - _OWNER_REACH), cue.i + 1) if scene.passage.language == "en" else []
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
        if named.kind in ("body", "office", "person") and state_.startswith("state:"):
            return [StateMention(named.i, named.j, (state_.removeprefix("state:"),), named.kind)]
    return []


# -- the check
def check_presidency(case: Case, record: Record) -> Verdict:
    """A state presided in the month meant."""
    days = case.reference
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


def _called(said: str) -> set[str]:
    """The codes that a state's name may stand for: of itself, and of the state whose seat it holds."""
    return {said, rules.CONTINUED.get(said, said)}


def presidency_facts(found: Found, record: Record) -> Iterable[Interval]:
    """The months in which the state presided."""
    if found.negated:
        return []
    return [Interval.parse(row.month) for row in record.presidencies(str(found.args.get("state")))]
