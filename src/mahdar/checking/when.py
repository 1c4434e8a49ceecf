"""On which time a claim hangs: the nearest of its own clause, or that of the same deed told before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from mahdar.checking.assertion import headline
from mahdar.checking.coordinated import in_own_clause, of_other_deed, quoted, subordinate
from mahdar.checking.cues import Cue
from mahdar.checking.governed import only_described
from mahdar.checking.offsets import apart, far_off
from mahdar.checking.once import once
from mahdar.checking.protocol import Tense
from mahdar.checking.scene import Scene
from mahdar.checking.symbols import of_one_text
from mahdar.checking.wordlists import words
from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import COMMAS

# Behind these a part is dated, "six of them in 2017", or another deed: "its third, having accepted some in 2014".
_OF_THEM = (("of", "them"), ("of", "which"), ("of", "those"), (",", "having"))
_PROVIDED = ("علي", "ان")  # behind which a verb of its own stands: على أن تسلمها في يناير
_PARTICIPLE = "ed"
_ASIDE_REACH = 10  # tokens of an aside from its comma to its time
_RANKED = ("resolution", "adopt", "unanimous", "vote")  # what an ordinal behind it counts
_CARRIED = 3  # sentences back to the one that dates a deed
_BESIDE = 1  # tokens between "that day" and the day itself
_SINCE_REACH, _FIRST_REACH = 3, 12
_NUMBER_REACH = 12  # tokens from the word "resolution" to the end of its number
_DECIDED = ("draft", "resolution", "adopt", "vote", "text")
_VOTED = frozenset(
    {"adopt", "approve", "vote", "unanimous", "abstain", "favour", "oppose", "won", "voted_for", "voted_against"}
) | {"resolution", "veto", "veto_verb", "council.deed"}
_BY_THEN = "وقد"  # with which Arabic turns to what was done at another time
_OF_BODIES = ("body", "resolution", "draft", "text", "veto", "votes")  # beside which a deed is one of a body
_VETOES, _ANY_DEED = frozenset({"veto", "veto_verb", "veto_use"}), ".deed"  # nobody lifts sanctions by a veto
_DEED = (
    "adopt",
    "approve",
    "vote",
    "veto_verb",
    "veto_use",
    "abstain",
    "voted_for",
    "voted_against",
    "council.deed",
    "assembly.deed",
)


@dataclass(frozen=True, slots=True)
class When:
    """The time on which a claim hangs: an expression, the day of publication (``now``), or the day of the news
    (``assumed``).
    """

    time: TimePhrase | None = None
    now: bool = False
    assumed: bool = False


def when(scene: Scene, cue: Cue, form: Tense, *, far: int = 60) -> When:
    """The time on which the clause of a cue hangs, the nearest to it; failing that, what tense and place in the
    report give.
    """
    clause = scene.clause(cue.i)
    near = nearest_time(scene, cue, clause.i, clause.j, far)
    if near is not None:
        return When(opened(scene, near))
    if (entry := scene.entry(cue.i)) is not None:
        return When(entry)
    sentence = scene.sentence(cue.i)
    near = nearest_time(scene, cue, sentence.i, sentence.j, far) if form != "present" else None
    if near is not None and near.i < cue.i:
        return When(near)
    if form != "past":
        return When(now=form == "present")
    return _carried(scene, cue, far)


def nearest_time(scene: Scene, cue: Cue, i: int, j: int, far: int = 60) -> TimePhrase | None:
    """The time between tokens i and j that lies nearest to the cue, unless a relative clause owns it, or the clause
    that reports the words in which the cue stands: "said on Friday that it had used its veto".
    """
    said_from = scene.said_from(cue.i)
    times = [
        t
        for t in scene.times_in(i, j)
        if t.start >= said_from
        and min(abs(t.i - cue.j), abs(cue.i - t.j)) <= far
        and not _elsewhere(scene, cue, t.i)
        and not _of_main_clause(scene, cue, t.j)
        and not _measures(scene, cue, t.i)
        and not _follows(scene, t)
        and not of_other_deed(scene, cue, t)
        and not (cue.sense.concept in _VOTED and _deadline(scene, t))
        and not apart(scene, cue.i, t.i)
        and not _pointed(scene, cue, t)
        and not _of_outer(scene, cue, t)
        and not only_described(scene, cue, t, _DEED)
        and not _in_passing(scene, cue, t)
        and not (t.j <= cue.i and _BY_THEN in scene.forms[t.j : cue.i])
        and not (t.i >= cue.j and (subordinate(scene, cue.j, t.i) or _of_saying(scene, cue.j, t.i)))
    ]
    near = min(times, key=lambda t: _distance(cue, t), default=None)
    return near if near is None else without_number(scene, in_own_clause(scene, cue, near, times))


def _of_saying(scene: Scene, i: int, j: int) -> bool:
    """Whether a verb of saying behind a comma owns the time at token j: "it will veto the draft, the envoy said on"."""
    comma = next((k for k in range(j - 1, i - 1, -1) if scene.forms[k] in COMMAS), None)
    return comma is not None and not words("mahdar.checking", "times.toml", "saying").isdisjoint(scene.forms[comma:j])


def _in_passing(scene: Scene, cue: Cue, time: TimePhrase) -> bool:
    """Whether a time is that of an aside in which the deed does not stand, or of who is quoted for it: "a book of 2003
    says that", بحسب بيان صدر أمس.
    """
    span = scene.in_aside(time.i)
    if span is not None and not span.i <= cue.i < span.j:
        return True
    if time.i >= cue.j:
        return quoted(scene, cue.j, time.i)
    return not _words("saying").isdisjoint(scene.forms[time.j : cue.i])


def _of_outer(scene: Scene, cue: Cue, time: TimePhrase) -> bool:
    """Whether a deed stands in a relative clause between commas and the time behind it: "Chile, which abstained,
    presides in May".
    """
    if time.i < cue.j or COMMAS.isdisjoint(scene.forms[cue.j : time.i]):
        return False
    low = scene.clause(cue.i).i
    relative = next((r for r in reversed(scene.within("relative", low, cue.i)) if r.i > low), None)
    opened = relative is not None and scene.forms[relative.i - 1] in COMMAS
    return opened and COMMAS.isdisjoint(scene.forms[relative.j : cue.i]) if relative is not None else False


def _pointed(scene: Scene, cue: Cue, time: TimePhrase) -> bool:
    """Whether words that point to another time stand between a deed and a time, and so date the deed: "presided that
    month, X will in May".
    """
    if not scene.all("that_time"):
        return False
    if time.i >= cue.j:
        return any(time.i - c.j > _BESIDE for c in scene.within("that_time", cue.j, time.i))
    return any(c.i - time.j > _BESIDE for c in scene.within("that_time", time.j, cue.i))


def _words(name: str) -> frozenset[str]:
    return words("mahdar.checking", "times.toml", name)


def _distance(cue: Cue, time: TimePhrase) -> tuple[int, bool]:
    """How far a time stands from a cue; of two as far the one behind is nearer."""
    before = time.i < cue.j
    return (cue.i - time.j + 1 if before else time.i - cue.j), before


def _deadline(scene: Scene, time: TimePhrase) -> bool:
    """Whether a time is the last day that a text gives somebody, not that of its adoption: "until 15 January"."""
    days = time.absolute
    if days is not None and days.first is None:
        return True
    return any(c.j >= time.i - 1 for c in scene.within("deadline", max(0, time.i - _SINCE_REACH), time.i + 1))


def aside(scene: Scene, cue: Cue, time: TimePhrase | None) -> bool:
    """Whether a relative clause or a participle between commas before the cue owns the time: "X, which left in 2009,
    signed", "X, admitted in 2009, signed".
    """
    if time is None or time.j > cue.i:
        return False
    low = scene.clause(cue.i).i
    owned = bool(scene.within("relative", low, time.i)) or "where" in scene.forms[low : time.i]
    comma = next((k for k in range(time.i - 1, low, -1) if scene.forms[k] in ",،"), None)
    owned = owned or (comma is not None and scene.forms[comma + 1].endswith(_PARTICIPLE))
    return owned and any(form in ",،" for form in scene.forms[time.j : cue.i])


def without_number(scene: Scene, time: TimePhrase) -> TimePhrase:
    """A day that is the end of a resolution's number says its month alone: "resolution 72/14 of November 2017"."""
    days, i = time.absolute, time.i
    if days is None or days.first is None or days.first != days.last or i < 2 or scene.forms[i - 1] != "/":
        return time
    if not scene.forms[i - 2].isdigit() or not scene.within("resolution", max(0, i - _NUMBER_REACH), i):
        return time
    return replace(time, i=i + 1, absolute=Interval.parse(days.first.isoformat()[:7]))


def _follows(scene: Scene, time: TimePhrase) -> bool:
    """Whether a time is counted from another that the text tells: "the following January", في يناير التالي."""
    around = (*scene.forms[max(0, time.i - 1) : time.i + 1], *scene.forms[time.j - 1 : time.j + 1])
    return time.absolute is None and not _words("following").isdisjoint(around)


def _measures(scene: Scene, cue: Cue, i: int) -> bool:
    """Whether the time at token i only says since when there was none ("for the first time since 2017") or since when
    resolutions are counted ("resolution 2375, the ninth since 2006").
    """
    since = scene.within("since", max(0, i - _SINCE_REACH), i + 1)
    if since and scene.times_in(since[-1].i, i):  # "since 2017 on Thursday"
        return False
    low, high = (max(0, since[-1].i - _FIRST_REACH), since[-1].i) if since else (0, 0)
    ranked = cue.sense.concept in _RANKED and any(n.kind == "ordinal" for n in scene.numbers_in(low, high))
    return ranked or bool(scene.within("first", low, high))


def opened(scene: Scene, time: TimePhrase) -> TimePhrase:
    """A time behind "since" is open: "since the war began in 2011"."""
    days = time.absolute
    since = scene.within("since", max(scene.clause(time.i).i, time.i - 7), time.i)
    if days is None or days.last is None or not since or scene.times_in(since[-1].i, time.i):
        return time
    return replace(time, absolute=Interval(days.first, None, days.grain))


def _elsewhere(scene: Scene, cue: Cue, i: int) -> bool:
    """Whether a relative clause behind the cue owns the time at token i: "a text negotiated under the deal that was
    struck last week", or a verb behind على أن.
    """
    between = scene.forms[cue.j : i]
    if not _words("parts").isdisjoint(between) or any(pair in (_PROVIDED, *_OF_THEM) for pair in pairwise(between)):
        return True
    if _between_commas(scene, cue.j, i):
        return True
    relatives = list(scene.within("relative", cue.j, i))
    return bool(relatives) and not any(form in ",،" for form in scene.forms[relatives[-1].j : i])


def _between_commas(scene: Scene, low: int, i: int) -> bool:
    """Whether an English participle behind a comma owns the time at token i: "lifted the ban, imposed in 2009, on"."""
    comma = next((k for k in range(i - 1, low, -1) if scene.forms[k] == ","), None)
    if comma is None or not scene.forms[comma + 1].endswith(_PARTICIPLE) or i - comma > _ASIDE_REACH:
        return False
    end = next((t.j for t in scene.times_in(i, i + 1)), i)
    return scene.forms[end : end + 1] == [","]


def _of_main_clause(scene: Scene, cue: Cue, j: int) -> bool:
    """Whether the cue stands in a clause behind the time of another: "ended on 30 April after Russia vetoed it"; what
    became of a draft came of it that day.
    """
    behind = scene.within("later", j, cue.i) if j <= cue.i else []
    decided = _DECIDED if cue.sense.concept in _VETOES else (*_DECIDED, "veto_verb")
    return bool(behind) and not scene.any_of(decided, scene.sentence(cue.i).i, behind[0].i)


def _carried(scene: Scene, cue: Cue, far: int) -> When:
    """The time of the same deed in the sentences before, as long as each tells it; the news' own day in the opening
    of a report.
    """
    clause = scene.clause(cue.i)
    if scene.within("offset", scene.sentence(cue.i).i, clause.j) or far_off(scene, scene.sentence(cue.i)):
        return When()  # "a few days earlier": of no day that was named
    sentence = scene.sentence(cue.i)
    if scene.times_in(sentence.i, cue.i):
        return When()  # "ended on Thursday after a veto": a sentence with a time before its deed goes on with no other
    k = scene.passage.sentence_of(cue.i)
    opening = 1 if headline(scene) else 0
    if k <= opening:
        return When(assumed=True)
    for at in range(k - 1, max(-1, k - 1 - _CARRIED), -1):
        before, deed = scene.passage.sentences[at], _deed_of(scene, at)
        other = deed is not None and cue.sense.concept in _VETOES and deed.sense.concept.endswith(_ANY_DEED)
        if (
            deed is None
            or other
            or not of_one_text(scene, before)
            or not _one_body(scene.body(deed.i), scene.body(cue.i))
        ):
            return When()
        near = nearest_time(scene, deed, before.i, before.j, far)
        if near is not None:
            return When(near)
        if at <= opening:
            return When(assumed=True)
        if scene.within("offset", before.i, before.j) or far_off(scene, before):
            return When()
    return When()


@once
def _deed_of(scene: Scene, at: int) -> Cue | None:
    """The first deed of a body that a sentence tells."""
    sentence = scene.passage.sentences[at]
    deeds = scene.any_of(_DEED, sentence.i, sentence.j)
    if not scene.any_of(_OF_BODIES, sentence.i, sentence.j):
        deeds = [deed for deed in deeds if deed.sense.concept == "veto_verb"]
    if not scene.within("veto", sentence.i, sentence.j):
        deeds = [deed for deed in deeds if deed.sense.concept not in _VETOES or deed.sense.concept == "veto_verb"]
    return next((deed for deed in deeds if deed.form in ("past", "passive")), None)


def _one_body(one: str, other: str) -> bool:
    """Whether two names can mean one body: the United Nations stand for the Council."""
    return one == other or {one, other} == {"un", "council"}
