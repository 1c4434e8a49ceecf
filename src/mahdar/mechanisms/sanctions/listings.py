"""Finding claims that somebody is on the Council's sanctions list, was put there, or was taken off."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.assertion import asserted, negated, titled
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.owners import owner
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.refusal import prevented
from mahdar.checking.scene import Scene
from mahdar.checking.when import When, nearest_time, opened
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span
from mahdar.mechanisms.sanctions.listed_names import known_names
from mahdar.mechanisms.sanctions.names_told import VERBS, begins, cut, headed, names, reach_of
from mahdar.mechanisms.sanctions.regimes import frame_of, held_by_un
from mahdar.model import Arg

REMOVED = "removed"
_PACKAGE = "mahdar.mechanisms.sanctions"
_REACH = 14  # tokens between a verb and the list, a name and the organisation included
_BEHIND_NAME = 3  # tokens from a name to its own time
_SUBJECT = 2  # tokens before a verb in which a state as its subject stands
_NEAR = 4  # tokens between a name and the words that bind it
_BACK = 3  # sentences back to the adoption of a resolution under which somebody is listed
_UN = frozenset({"un", "council"})


def find(scene: Scene) -> Iterator[Found]:
    """Names that stand with a verb of listing and the Council's list, or beside the Council that lists."""
    seen: set[tuple[int, int, str]] = set()
    last: Span | None = None
    for cue in scene.any_at_all(VERBS):
        place = _place(scene, cue) or _same_place(scene, cue, last)
        if place is None or not asserted(scene, cue.i) or (cue.form == "title" and not titled(scene, cue.i)):
            continue
        if prevented(scene, cue) or (cue.sense.concept == "listing.off" and _of_state(scene, cue)):
            continue
        last = place
        for name in names(scene, cue, place):
            found = _listing(scene, cue, place, name)
            key = (name.i, name.j, str(found.args.get("status")))
            if key not in seen:
                seen.add(key)
                yield found
    yield from _bound(scene, seen)
    yield from _frozen(scene, seen)


def _of_state(scene: Scene, cue: Cue) -> bool:
    """Whether an Arabic noun of taking off is what a state does to another thing: بعد رفع الصين اعتراضها."""
    return scene.passage.language != "en" and bool(scene.states_in(cue.j, cue.j + 1))


def _bound(scene: Scene, seen: set[tuple[int, int, str]]) -> Iterator[Found]:
    """ "X is under UN sanctions", فرض مجلس الأمن عقوبات على فلان: who is no state is on the list."""
    for cue in scene.any_at_all(("sanctions.un", "sanctions.noun")):
        frame = frame_of(scene, cue)
        if frame is None or not held_by_un(scene, cue, frame) or not asserted(scene, frame.i) or _embargo(scene, cue):
            continue
        clause = scene.clause(frame.i)
        low, high = max(clause.i, frame.i - _REACH), min(clause.j, max(cue.j, frame.j) + _REACH)
        known = [Span(hit.i, hit.j) for hit in known_names().find(scene.tokens, low, high)]
        named = [name for name in known if not headed(scene, name)]
        for name in named if known else _latin(scene, frame, cue):
            if (name.i, name.j, "None") not in seen and _under(scene, cue, frame, name):
                seen.add((name.i, name.j, "None"))
                yield _listing(scene, frame, Span(cue.i, cue.j), name)


def _frozen(scene: Scene, seen: set[tuple[int, int, str]]) -> Iterator[Found]:
    """ "The resolution freezes the assets of X", جمد مجلس الأمن أموال فلان: whom the Council names is on its list."""
    for cue in scene.all("sanctions.freeze"):
        sentence, clause = scene.sentence(cue.i), scene.clause(cue.i)
        ours = scene.bodies(sentence.i, sentence.j) & _UN or _resolves(scene, sentence)
        arabic = scene.passage.language == "ar"
        states = scene.states_in(cue.i + 1, cue.i + 2) if arabic else scene.states_in(cue.i - _SUBJECT, cue.i)
        theirs = bool(states) or bool(scene.within("sanctions.not_un", sentence.i, sentence.j))
        if not ours or theirs or not asserted(scene, cue.i):
            continue
        for hit in known_names().find(scene.tokens, cue.j, min(clause.j, cue.j + _REACH)):
            name = Span(hit.i, hit.j)
            if (name.i, name.j, "None") not in seen and not headed(scene, name) and not negated(scene, cue):
                seen.add((name.i, name.j, "None"))
                yield _listing(scene, cue, Span(cue.i, cue.j), name)


def _resolves(scene: Scene, sentence: Span) -> bool:
    """Whether a resolution of the Council acts in the sentence."""
    named = scene.within("resolution", sentence.i, sentence.j)
    return any(owner(scene, cue, bare=True) in _UN for cue in named)


def _embargo(scene: Scene, cue: Cue) -> bool:
    """An embargo binds a party to a conflict without putting a name on the list."""
    return bool(scene.within("sanctions.embargo", cue.i, cue.j))


def _latin(scene: Scene, frame: Cue, cue: Cue) -> list[Span]:
    """A name in Latin letters inside an Arabic report, between the verb and the sanctions."""
    if scene.passage.language != "ar" or frame.j >= cue.i or not scene.forms[frame.j].isascii():
        return []
    whole = all(form.isascii() for form in scene.forms[frame.j : cue.i])
    name = cut(scene, frame.j, cue.i) if whole else None
    return [name] if name is not None else []


def _under(scene: Scene, cue: Cue, frame: Cue, name: Span) -> bool:
    """Whether a name stands where those stand whom sanctions bind: subject, or behind "on"."""
    if name.i >= cue.j:
        return name.i - cue.j <= _NEAR and scene.forms[name.i - 1] in words(_PACKAGE, "spelling.toml", "bound")
    between = frame.j <= cue.i and frame.j <= name.i < cue.i
    before = name.j <= frame.i and frame.i - name.j <= _NEAR and frame.i < cue.i
    return (between and not scene.states_in(frame.j, name.i)) or before


def _place(scene: Scene, cue: Cue) -> Span | None:
    """The list beside the verb, if it is the Council's; for verbs that say it all, the Council or its committee."""
    clause = scene.clause(cue.i)
    low, high = max(clause.i, cue.i - _REACH), min(clause.j, cue.j + _REACH)
    lists = scene.within("listing.list", cue.i, high)
    of_un = bool(scene.bodies(low, high) & _UN) or bool(scene.within("listing.committee", low, high))
    of_un = of_un or _adopted_before(scene, cue, high) is not None
    if scene.within("sanctions.not_un", low, high) or (lists and lists[0].form != "un" and not of_un):
        return None
    if lists:
        return Span(lists[0].i, lists[0].j)
    committee = cue.j + _NEAR if scene.passage.language == "ar" else cue.i
    committee = cue.j + _NEAR if scene.forms[cue.j : cue.j + 1] == ["by"] else committee
    strong = cue.form == "strong" or bool(scene.within("listing.committee", low, committee))
    return Span(cue.i, cue.j) if strong and of_un else None


def _same_place(scene: Scene, cue: Cue, last: Span | None) -> Span | None:
    """ "It", عليها right behind a verb for the list to which the report put somebody before."""
    if last is None or cue.j >= len(scene.forms) or scene.forms[cue.j] not in words(_PACKAGE, "spelling.toml", "it"):
        return None
    near = scene.passage.sentence_of(cue.i) - scene.passage.sentence_of(last.i) <= 1
    return Span(cue.j, cue.j + 1) if near else None


def _listing(scene: Scene, cue: Cue, place: Span, name: Span) -> Found:
    near = _own_time(scene, name) or nearest_time(scene, cue, scene.clause(cue.i).i, reach_of(scene, cue, place))
    near = near or _under_it(scene, cue, place)
    off = cue.sense.concept == "listing.off"
    denied = negated(scene, cue) or cue.form == "denied"
    told: Tense = "present" if cue.form in ("present", "denied") or denied else "past"
    i, j = min(cue.i, place.i, name.i), max(cue.j, place.j, name.j)
    start, end = scene.offsets(name.i, name.j)
    args: dict[str, Arg] = {"name": scene.passage.text[max(start, begins(scene, name)) : end]}
    if off:
        args["status"] = REMOVED
    time = When(opened(scene, near)) if near is not None else When(now=told == "present")
    return make(scene, "sanctions.listing", i, j, args, tense=told, when=time, negated=denied)


def _own_time(scene: Scene, name: Span) -> TimePhrase | None:
    """The time right behind a name: "put the first on its list in 2012, and the second in 2014"."""
    behind = scene.times_in(name.j, name.j + _BEHIND_NAME)
    to_time = words("mahdar.checking", "seats.toml", "to_time")
    return behind[0] if behind and {*scene.forms[name.j : behind[0].i]} <= to_time else None


def _under_it(scene: Scene, cue: Cue, place: Span) -> TimePhrase | None:
    """The day of the resolution told before under which somebody was listed."""
    told = _adopted_before(scene, cue, max(cue.j, place.j) + _NEAR)
    span = scene.sentence(told.i) if told is not None else None
    return nearest_time(scene, told, span.i, span.j) if told is not None and span is not None else None


def _adopted_before(scene: Scene, cue: Cue, stop: int) -> Cue | None:
    """The word that tells the adoption of the Council's resolution to which the clause points: بموجبه, "under the
    resolution".
    """
    if not scene.within("sanctions.under_it", scene.clause(cue.i).i, stop):
        return None
    at = scene.passage.sentence_of(cue.i)
    for k in range(at - 1, max(-1, at - 1 - _BACK), -1):
        span = scene.passage.sentences[k]
        told = [c for c in scene.any_of(("adopt", "approve"), span.i, span.j) if c.form == "past"]
        texts = scene.within("resolution", span.i, span.j)
        if told and texts and owner(scene, texts[0], bare=True) in _UN:
            return told[0]
    return None
