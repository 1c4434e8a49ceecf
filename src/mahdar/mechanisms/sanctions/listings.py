"""Finding claims that somebody is on the Council's sanctions list, was put there, or was taken off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mahdar.checking.assertion import When, asserted, nearest_time, negated, opened, titled
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.owners import owner
from mahdar.checking.protocol import Found, Tense
from mahdar.checking.refusal import prevented
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span
from mahdar.mechanisms.sanctions.listed_names import known_names
from mahdar.mechanisms.sanctions.regimes import frame_of, held_by_un
from mahdar.model import Arg
from mahdar.tables import read_toml

REMOVED = "removed"
_PACKAGE = "mahdar.mechanisms.sanctions"
_VERBS = ("listing.put", "listing.on", "listing.off")
_REACH = 14  # tokens between a verb and the list, a name and the organisation included
_SUBJECT = 2  # tokens before a verb in which a state as its subject stands
_NEAR = 4  # tokens between a name and the words that bind it
_ON = ("علي", "on", "against", "the", "upon", "اسم", "زعيم", "جماعه", "حركه", "تنظيم", "شركه")
_BACK = 3  # sentences back to the adoption of a resolution under which somebody is listed
_LONGEST = 9  # tokens of a name
_UN = frozenset({"un", "council"})
_LEADS = ("علي", "في", "الي", "ضمن", "من", "عن", "to", "on", "from", "in", "onto", "off", "its", "the", "a")
_INNER = frozenset(
    {"al", "el", "-", "bin", "ben", "ibn", "of", "the", "for", "de", "du", "'", "’", "s", "&", "e", "i", "ul", "ag"}
)
_STOPS = frozenset({",", "،", ".", "(", ")", ":", '"', "“", "”", "«", "»", "\n", "؛"})
_AUXILIARY = frozenset(
    {
        "was",
        "were",
        "is",
        "are",
        "has",
        "had",
        "been",
        "have",
        "being",
        "remains",
        "remain",
        "remained",
        "never",
        "not",
        "also",
        "still",
    }
)


def find(scene: Scene) -> Iterator[Found]:
    """Names that stand with a verb of listing and the Council's list, or beside the Council that lists."""
    seen: set[tuple[int, int, str]] = set()
    last: Span | None = None
    for cue in scene.any_at_all(_VERBS):
        place = _place(scene, cue) or _same_place(scene, cue, last)
        if place is None or not asserted(scene, cue.i) or (cue.form == "title" and not titled(scene, cue.i)):
            continue
        if prevented(scene, cue) or (cue.sense.concept == "listing.off" and _of_state(scene, cue)):
            continue
        last = place
        for name in _names(scene, cue, place):
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
        for name in known or _latin(scene, frame, cue):
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
            if (name.i, name.j, "None") not in seen and not negated(scene, cue):
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
    name = _cut(scene, frame.j, cue.i) if whole else None
    return [name] if name is not None else []


def _under(scene: Scene, cue: Cue, frame: Cue, name: Span) -> bool:
    """Whether a name stands where those stand whom sanctions bind: subject, or behind "on"."""
    if name.i >= cue.j:
        return name.i - cue.j <= _NEAR and scene.forms[name.i - 1] in _ON
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


def _reach_of(scene: Scene, cue: Cue, place: Span) -> int:
    """The token at which what is told of another begins: the next word of listing behind the list, or كان before it."""
    stop = scene.clause(cue.i).j
    others = scene.any_of((*_VERBS, "was"), max(cue.j, place.j), stop)
    return min([stop, *(c.i for c in others)])


# -- the name
def _names(scene: Scene, cue: Cue, place: Span) -> list[Span]:
    """The names: known ones of the clause, else what stands where the name has to stand."""
    clause, stop = scene.clause(cue.i), _reach_of(scene, cue, place)
    known = known_names().find(scene.tokens, max(clause.i, cue.i - _REACH), min(stop, place.j + _REACH))
    beside = [Span(h.i, h.j) for h in known if not _owned(scene, h.i, h.j, place) and not _longer(scene, h.i)]
    beside = [name for name in beside if not _headed(scene, name.i)]
    if place.i == cue.j and place.j == place.i + 1:  # "was put on it": whose name stands before the verb, the last one
        beside = [name for name in beside if name.j <= cue.i][-1:]
    if beside:
        return beside
    name = _arabic(scene, cue, place) if scene.passage.language == "ar" else _english(scene, cue, place)
    return _apart(scene, name) if name is not None else []


def _apart(scene: Scene, name: Span) -> list[Span]:
    """The names of a list, cut where "and" joins another person: فلان وفلان."""
    cuts = [k for k in range(name.i + 1, name.j) if _joined(scene, k)]
    starts = [name.i, *cuts]
    return [Span(i, j) for i, j in zip(starts, [*cuts, name.j], strict=True)]


def _joined(scene: Scene, k: int) -> bool:
    """Whether the name of another person begins at token k behind "and"."""
    named = scene.person(k)
    return named is not None and named.i == k and named.start > scene.tokens.start(k)


def _owned(scene: Scene, i: int, j: int, place: Span) -> bool:
    """Whether a name is part of the list's own: "the al-Qaida sanctions list"."""
    return place.i - 1 <= i < place.j + 1 or j == place.i


def _headed(scene: Scene, i: int) -> bool:
    """Whether a group is only named as that of its head: "Masood Azhar, head of Jaish-e-Mohammad"."""
    heads = words(_PACKAGE, "spelling.toml", "heads")
    if scene.passage.language == "ar":
        while i > 0 and scene.forms[i - 1] in _titles() - heads:
            i -= 1
        return i > 0 and scene.forms[i - 1] in heads
    i -= i > 0 and scene.forms[i - 1] in ("the", "al", "-")
    if i < 2 or scene.forms[i - 1] not in ("of", "to", "with"):
        return False
    return scene.forms[i - 2] in (heads if scene.forms[i - 1] == "of" else words(_PACKAGE, "spelling.toml", "tied"))


def _longer(scene: Scene, i: int) -> bool:
    """Whether a capitalised word before it makes it the end of a longer name."""
    return i > 0 and scene.passage.language == "en" and scene.tokens.is_capital(i - 1) and scene.forms[i - 1] != "the"


def _arabic(scene: Scene, cue: Cue, place: Span) -> Span | None:
    """Between verb, or the body behind it, and the list; else right before a participle."""
    i, j = cue.j, place.i
    while j > i and scene.forms[j - 1] in _LEADS:
        j -= 1
    for body in scene.any_of(("body", "listing.committee"), i, j):
        i = max(i, body.j)
    i = _past_titles(scene, i, j)
    if 0 < j - i <= _LONGEST and place.i > cue.i:
        return None if any(form in _STOPS for form in scene.forms[i:j]) else _cut(scene, i, j)
    low = max(scene.clause(cue.i).i, cue.i - _LONGEST)
    start = next((k + 1 for k in range(cue.i - 1, low - 1, -1) if _bounds(scene, k)), low)
    return _cut(scene, _past_titles(scene, start, cue.i), cue.i)


def _bounds(scene: Scene, k: int) -> bool:
    """Whether a name cannot reach over token k: a mark, a particle of speech, a denial."""
    return scene.forms[k] in _STOPS or scene.forms[k] in ("ان", "وان", "بان", "غير", "لم", "كان", "كانت", "هو")


def _english(scene: Scene, cue: Cue, place: Span) -> Span | None:
    """The capitalised words right before the verb, its auxiliaries aside, or right behind it."""
    j = cue.i
    while j > 0 and scene.forms[j - 1] in _AUXILIARY | {","}:
        j -= 1
    clause = scene.clause(cue.i)
    before = _capitals_to(scene, clause.i, j)
    if before is not None and _headed(scene, before.i):  # "X, leader of Y, was"
        commas = [k for k in range(clause.i, before.i) if scene.forms[k] == ","]
        before = _capitals_to(scene, clause.i, commas[-1]) if commas else None
    if before is not None and not scene.any_of(("body", "listing.committee"), before.i, before.j):
        return before
    i = j = _past_titles(scene, cue.j, len(scene.forms))
    while j < clause.j and j - i < _LONGEST and _of_name(scene, j):
        j += 1
    return _trimmed(scene, i, j) if place.i >= j or place.i == cue.i else None


def _capitals_to(scene: Scene, low: int, j: int) -> Span | None:
    """The name that ends at token j."""
    i = j
    while i > low and j - i < _LONGEST and _of_name(scene, i - 1):
        i -= 1
    return _trimmed(scene, i, j)


def _of_name(scene: Scene, k: int) -> bool:
    return scene.forms[k] in _INNER or (scene.tokens.is_capital(k) and scene.forms[k][0].isalpha())


def _trimmed(scene: Scene, i: int, j: int) -> Span | None:
    while i < j and (scene.forms[i] in _INNER - {"al", "el"} or scene.forms[i] in _LEADS):
        i += 1
    while j > i and scene.forms[j - 1] in _INNER:
        j -= 1
    return _cut(scene, i, j)


def _cut(scene: Scene, i: int, j: int) -> Span | None:
    """A name of at least two words that is no state and no number."""
    whole = {(s.i, s.j) for s in scene.states_in(i, j, demonyms=True)}
    spelled = [k for k in range(i, j) if scene.forms[k][0].isalpha()]
    counted = bool(scene.numbers_in(i, i + 1))  # "16 people and 12 entities"
    return Span(i, j) if len(spelled) > 1 and (i, j) not in whole and not counted else None


def _past_titles(scene: Scene, i: int, j: int) -> int:
    while i < j and (scene.forms[i] in _titles() or (scene.forms[i + 1 : i + 2] and _of_office(scene, i))):
        i += 1
    return i


def _of_office(scene: Scene, i: int) -> bool:
    """Whether an adjective of nationality stands before a title: "Syrian President"."""
    return scene.forms[i + 1] in _titles() and any(
        s.kind == "demonym" for s in scene.states_in(i, i + 1, demonyms=True)
    )


@cache
def _titles() -> frozenset[str]:
    return frozenset(read_toml(_PACKAGE, "spelling.toml")["titles"])


# -- the claim
def _listing(scene: Scene, cue: Cue, place: Span, name: Span) -> Found:
    near = nearest_time(scene, cue, scene.clause(cue.i).i, _reach_of(scene, cue, place)) or _under_it(scene, cue, place)
    off = cue.sense.concept == "listing.off"
    denied = negated(scene, cue) or cue.form == "denied"
    told: Tense = "present" if cue.form in ("present", "denied") or denied else "past"
    i, j = min(cue.i, place.i, name.i), max(cue.j, place.j, name.j)
    start, end = scene.offsets(name.i, name.j)
    args: dict[str, Arg] = {"name": scene.passage.text[max(start, _begins(scene, name)) : end]}
    if off:
        args["status"] = REMOVED
    time = When(opened(scene, near)) if near is not None else When(now=told == "present")
    return make(scene, "sanctions.listing", i, j, args, tense=told, when=time, negated=denied)


def _begins(scene: Scene, name: Span) -> int:
    """The offset of a name without an "and" before it."""
    hit, named = known_names().at(scene.tokens, name.i), scene.person(name.i)
    if hit is not None:
        return scene.tokens.start(name.i) + len(hit.proclitics)
    return named.start if named is not None and _joined(scene, name.i) else scene.tokens.start(name.i)


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
