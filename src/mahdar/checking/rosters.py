"""Members of a body told from the body's side: "the Council includes among its elected members A and B", ويضم المجلس من
الدول غير الدائمة العضوية, "the Assembly elected A and B to the Council".
"""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention, codes
from mahdar.checking.scene import Scene
from mahdar.checking.seat import Seat, kind_between, when_held
from mahdar.checking.sizes import sizes_within
from mahdar.checking.when import When
from mahdar.checking.wordlists import words
from mahdar.language.tokens import COMMAS, Span, tokens_of

_SEATED = ("council", "rights_council")
_VERB_REACH = 3  # tokens between a body and its verb, times left out
_BEHIND_LIST = 9  # tokens behind a list in which "among its elected members" may stand
_VOTER_REACH = 8  # tokens between the Assembly and its verb
_TO_REACH = 8  # tokens between those elected and the body
_LONGEST = 14  # tokens between a verb and its list
_COUNT_BEFORE, _LIST_REACH = 5, 16  # tokens from how many were elected to the verb, and from the body to who they are
_VOTES = ("mahdar.checking", "votes.toml")


def _listed(name: str) -> frozenset[str]:
    return words("mahdar.checking", "rosters.toml", name)


def rosters(scene: Scene) -> Iterator[Seat]:
    """The memberships that a text lists as what a body includes, or whom the Assembly elected to it."""
    for cue in scene.all("seat_includes"):
        yield from _included(scene, cue)
    for cue in scene.all("seat_elects"):
        yield from _elected(scene, cue)


# -- a body includes
def _included(scene: Scene, cue: Cue) -> Iterator[Seat]:
    body = _subject(scene, cue)
    if body is None or scene.which(body) not in _SEATED or negated(scene, cue) or not asserted(scene, cue.i):
        return
    start, clause = max(cue.j, body.j), scene.clause(cue.i)
    group = next(iter(scene.groups(start, clause.j)), [])
    if not group or group[0].i - start > _LONGEST or not _joined(scene, start, group[0].i):
        return
    last = group[-1].j
    stop = min(clause.j, last + _BEHIND_LIST)
    behind = stop if any(form in _listed("among") for form in scene.forms[last : last + 1]) else last
    kind = kind_between(scene, start, group[0].i) or kind_between(scene, last, behind)
    members = scene.within("member", start, group[0].i) or scene.within("member", last, behind)
    when = when_held(scene, cue, Span(cue.i, last))
    if not (kind or members) or (cue.form == "past" and when.time is None):
        return
    for code in codes(group):
        yield Seat(scene.which(body), min(cue.i, body.i), last, code, kind, when, False, False)


def _subject(scene: Scene, cue: Cue) -> Cue | None:
    """The body right before the verb, in Arabic also right behind it."""
    if scene.passage.language != "en" and (behind := scene.at("body", cue.j)) is not None:
        return behind
    before = scene.within("body", scene.clause(cue.i).i, cue.i)[-1:]
    between = [k for c in before for k in range(c.j, cue.i)]
    now = tokens_of(scene.within("now", cue.i - _VERB_REACH, cue.i))
    near = len(between) <= _VERB_REACH and all(k in now or scene.forms[k] in _listed("links") for k in between)
    return before[0] if before and near else None


def _joined(scene: Scene, i: int, j: int) -> bool:
    """Whether only words for members, numbers and times stand between a verb and its list."""
    said = scene.any_of(("now", "elected", "permanent", "member", "votes", "glue"), i, j)
    covered = tokens_of(said, scene.times_in(i, j), scene.numbers_in(i, j))
    return all(k in covered or scene.forms[k] in _listed("links") for k in range(i, j))


# -- the Assembly elects
def _elected(scene: Scene, cue: Cue) -> Iterator[Seat]:
    """ "The Assembly on Tuesday elected A and B to the Council"."""
    clause = scene.clause(cue.i)
    voters = _voters(scene, cue, clause.i)
    start = cue.j if voters is None else max(cue.j, voters.j)
    group = next(iter(scene.groups(start, clause.j)), [])
    timed = tokens_of(scene.times_in(start, group[0].i)) if group else set()
    marks = COMMAS if timed else frozenset[str]()
    between = [scene.forms[k] for k in range(start, group[0].i) if k not in timed] if group else []
    between = [form for form in between if form not in marks]
    near = len(between) <= 1 or {*between} <= words("mahdar.checking", "votes.toml", "of_all")  # كلا من
    body = _to(scene, group, clause.j) if group and near else None
    if voters is not None and body is None:
        body = next((c for c in scene.within("body", start, clause.j) if scene.which(c) in _SEATED), None)
        group = listed_behind(scene, cue, body) if body is not None else []
    if voters is None or body is None or not group or negated(scene, cue) or not asserted(scene, cue.i):
        return
    when = when_held(scene, cue, Span(cue.i, body.j))
    when = When() if when.now else when
    for code in codes(group):
        yield Seat(scene.which(body), cue.i, body.j, code, "elected", when, False, True)


def _voters(scene: Scene, cue: Cue, low: int) -> Cue | None:
    """The Assembly as the subject of the verb."""
    if scene.passage.language != "en":
        behind = scene.at("body", cue.j)
        return behind if behind is not None and scene.which(behind) == "assembly" else None
    before = scene.within("body", low, cue.i)[-1:]
    timed = sum(t.j - t.i for c in before for t in scene.times_in(c.j, cue.i))
    near = [c for c in before if scene.which(c) in ("assembly", "un") and cue.i - c.j - timed <= _VOTER_REACH]
    return near[0] if near else None


def _to(scene: Scene, group: list[StateMention], stop: int) -> Cue | None:
    """The body to which those of a list were elected, behind it."""
    end = group[-1].j
    body = next(iter(scene.within("body", end, min(stop, end + _TO_REACH))), None)
    if body is None or scene.which(body) not in _SEATED:
        return None
    said = scene.any_of(("elected", "member", "glue", "votes"), end, body.i)
    covered = tokens_of(said, scene.numbers_in(end, body.i))
    return body if all(k in covered or scene.forms[k] in _listed("links") for k in range(end, body.i)) else None


def listed_behind(scene: Scene, cue: Cue, body: Cue) -> list[StateMention]:
    """Who is listed behind a body of those elected to it, whose number the sentence tells: "elected 14 states to
    the Council, among them A and B".
    """
    low = max(scene.sentence(cue.i).i, cue.i - _COUNT_BEFORE)
    numbers = [n for n in scene.numbers_in(low, body.i) if n.kind == "cardinal" and n.low == n.high]
    if not any(scene.within("votes", n.j, n.j + 1) or scene.within("member", n.j, n.j + 2) for n in numbers):
        return []
    group = next(iter(scene.groups(body.j, scene.sentence(cue.i).j)), [])
    if not group or group[0].i >= body.j + _LIST_REACH:
        return []
    covered = tokens_of(sizes_within(scene, body.i, group[0].i), scene.times_in(body.j, group[0].i))
    between = [scene.forms[k] for k in range(body.j, group[0].i) if k not in covered]
    listing, small = words(*_VOTES, "listing"), words(*_VOTES, "before_list") | words(*_VOTES, "leading_aside")
    led = not listing.isdisjoint(between)
    return group if led and all(form in listing or form in small or form in COMMAS for form in between) else []
