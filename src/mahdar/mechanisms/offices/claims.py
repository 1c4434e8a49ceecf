"""Claims that a person holds an office of the United Nations: "Secretary-General António Guterres"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.mentions import buried
from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene
from mahdar.checking.topics import Topic, named_topic
from mahdar.checking.when import When
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import tokens_of
from mahdar.mechanisms.offices.named import known_in, past_titles, person_at, whole
from mahdar.mechanisms.offices.officers import person_of, serves, slug_of, under
from mahdar.mechanisms.offices.persons import held, mandated, persons
from mahdar.mechanisms.offices.timed import contrasted, had_done, in_apposition, of_the_past, time_behind, timed
from mahdar.model import Arg
from mahdar.reading.passage import Named
from mahdar.tables import read_rows, values

_PACKAGE = "mahdar.mechanisms.offices"
_PLACE_REACH = 7
_NEAR_BY = 8  # tokens between an office and an officer of the United Nations who settles whose office it is
_BODY_REACH = 4  # tokens between an office and the body whose office it is
_SAID_REACH = 4  # tokens from a verb of being to the office
_LONGER = 3  # tokens of a name that the reader left out
_MARKS = frozenset({",", "،", "(", ")", "-", ":", '"', "«", "»", "“", "”"})


@cache
def _places() -> dict[str, tuple[str, ...]]:
    return {r["topic"]: values(r["offices"]) for r in read_rows(_PACKAGE, "places.csv")}


def find(scene: Scene) -> Iterator[Found]:
    """Offices with the person who is said to hold them, and officers whom the reader knows by a title alone."""
    told: list[Found] = []
    for cue in scene.any_at_all(("office.name", "office.short", "office.envoy")):
        if (cue.sense.concept == "office.short" and not _short(scene, cue)) or not _envoy(scene, cue):
            continue
        if (_former(scene, cue.i, cue.j) and not _then(scene, cue)) or (under(scene, cue.i) and not _own(scene, cue)):
            continue
        if scene.forms[cue.j : cue.j + 1] == ["'s"]:
            continue  # the Secretary-General's envoy
        found = timed(scene, cue, *_office(scene, cue)) or _held(scene, cue)
        if found is not None:
            told.append(found)
    yield from told
    yield from (found for cue in scene.all("office.post") if (found := timed(scene, cue, cue.value, cue.j)) is not None)
    yield from _heads(scene)
    officers = list(_officers(scene, tokens_of(told)))
    yield from officers
    yield from _mandated(scene, {str(found.args["person"]) for found in (*told, *officers)})


def _envoy(scene: Scene, cue: Cue) -> bool:
    """Whether an envoy who is not said to be that of the United Nations is one whom the record knows in that office."""
    if cue.sense.concept != "office.envoy":
        return True
    office, end = _office(scene, cue)
    near = persons().find(scene.tokens, max(0, cue.i - _NEAR_BY), min(len(scene.forms), end + _NEAR_BY))
    return bool(office) and any(office in held(hit.value) for hit in near)


def _former(scene: Scene, i: int, j: int) -> bool:
    return bool(scene.within("former", max(0, i - 1), min(len(scene.forms), j + 1)))


def _then(scene: Scene, cue: Cue) -> bool:
    """Whether somebody is told to have held it at a time spoken of: "then Secretary-General", الأمين العام آنذاك."""
    behind = scene.forms[cue.i - 1 : cue.i] == ["then"] or scene.forms[max(0, cue.i - 2) : cue.i] == ["then", "-"]
    return behind or bool(scene.within("that_time", cue.j, cue.j + 1))


def _own(scene: Scene, cue: Cue) -> bool:
    """Whether the name behind an office that another serves is that of its holder: "spokesman for Secretary-General
    U Thant".
    """
    person = person_at(scene, past_titles(scene, cue.j)) if cue.value != "*" else None
    return person is not None and cue.value in held(person[0])


def _officers(scene: Scene, taken: set[int]) -> Iterator[Found]:
    """Persons under a title of the United Nations, before the name or behind it."""
    for named in scene.passage.named:
        if named.kind != "person" or not serves(scene, named) or taken.intersection(range(named.i, named.j)):
            continue
        if contrasted(scene, named.i):
            continue
        known = _named_office(scene, named)
        slug = slug_of(scene, named) or known
        offices = scene.within("office.short", named.i, named.j)
        if not slug or _former(scene, named.i, named.j) or any(_of_organisation(scene, c) for c in offices):
            continue
        args: dict[str, Arg] = {"person": person_of(scene, named), "office": known or slug}
        behind = time_behind(scene, named, known)
        if behind is not None:
            weak = () if behind.alone else ("at", "office")
            yield make(scene, "official.holds", named.i, named.j, args, when=When(behind.time), weak=weak)
            continue
        over = _until(scene, named.j) or of_the_past(scene, named.i, named.j)
        time = When(over) if over is not None else When(now=True)
        yield make(
            scene, "official.holds", named.i, named.j, args, when=time,
            tense="past" if over is not None else "present", weak=("at", "office"),
        )  # fmt: skip


def _heads(scene: Scene) -> Iterator[Found]:
    """ "Hilde Johnson, who heads the mission": somebody of whom the record knows an office, which stays open."""
    for cue in scene.all("office.heads"):
        low = max(scene.sentence(cue.i).i, cue.i - _LONGER - 2)
        known = [hit for hit in persons().find(scene.tokens, low, cue.i) if hit.j in (cue.i, cue.i - 1)]
        if known and scene.speaks_of("un"):
            args: dict[str, Arg] = {"person": known[-1].value}
            yield make(scene, "official.holds", known[-1].i, cue.j, args, now=True, tense="present", weak=("at",))


def _mandated(scene: Scene, told: set[str]) -> Iterator[Found]:
    """Whom the record knows to have held a mandate, behind the words for one: مقرره الخاص المعني بإيران جاويد رحمان."""
    for cue in scene.all("mandate.name"):
        stop = min(scene.clause(cue.i).j, cue.j + _PLACE_REACH)
        for hit in persons().find(scene.tokens, cue.j, stop) if cue.form != "new" else ():
            own = not _MARKS & {*scene.forms[cue.j : hit.i]} and not _former(scene, cue.i, cue.j)
            if own and mandated(hit.value) and hit.value not in told and not under(scene, cue.i):
                told.add(hit.value)
                args: dict[str, Arg] = {"person": hit.value}
                yield make(scene, "official.holds", cue.i, hit.j, args, now=True, tense="present", weak=("at",))


def _named_office(scene: Scene, named: Named) -> str:
    """The office of the table inside a title, if no other rank stands before it."""
    cues = scene.within("office.name", named.i, named.j)
    plain = len(cues) == 1 and cues[0].value != "*" and not under(scene, cues[0].i)
    return cues[0].value if plain else ""


def _short(scene: Scene, cue: Cue) -> bool:
    """ "The Secretary-General" alone is that of the United Nations only if no other body follows and the report
    names them.
    """
    named = {c.value for c in scene.within("body", cue.j, cue.j + _BODY_REACH)}
    known = any(scene.speaks_of(body) for body in ("un", "council", "assembly", "rights_council"))
    known = known or bool(list(persons().find(scene.tokens, max(0, cue.i - _NEAR_BY), cue.j + _NEAR_BY)))
    return known and "other" not in named and not _of_organisation(scene, cue) and not _of_another(scene, cue)


def _of_organisation(scene: Scene, cue: Cue) -> bool:
    """Whether the office is said to be that of an organisation apart from the United Nations: "Secretary General of
    Amnesty International", الأمين العام للجامعة العربية.
    """
    behind = scene.forms[cue.j : cue.j + 1]
    named = scene.within("body", cue.j, cue.j + _BODY_REACH)
    others = words(_PACKAGE, "words.toml", "of_others")
    return bool(behind) and (behind[0] in others or (behind[0] == "of" and not named))


def _of_another(scene: Scene, cue: Cue) -> bool:
    """Whether the reader takes whoever holds the office for somebody who serves another body."""
    over = scene.person(cue.i)
    own = over is not None and (serves(scene, over) or known_in(scene, cue.j, over.j) is not None)
    return over is not None and cue.j <= over.j and not own


def _held(scene: Scene, cue: Cue) -> Found | None:
    office, k = _office(scene, cue)
    told = _of_another_name(scene, cue, k)
    person = None if told else whole(scene, cue) or person_at(scene, past_titles(scene, k))
    before = in_apposition(scene, cue, k) if person is None else None
    if person is None and before is None:
        return None
    start = before.i if before else cue.i
    slug, stop = (before.slug, k) if before else person or ("", k)
    if _of_state(scene, cue, slug):
        return None
    args: dict[str, Arg] = {"person": slug}
    if office:
        args["office"] = office
    left = _left(scene, stop)
    left = left or _until(scene, stop)
    then = left or (_time_of(scene, cue, stop) if _then(scene, cue) else None)
    if then is not None:
        return make(
            scene, "official.holds", start, max(stop, then.j if left else 0), args, when=When(then), weak={"at"}
        )
    had = had_done(scene, start, stop)
    if had is not None:
        return make(scene, "official.holds", start, stop, args, when=When(had), weak={"at"})
    past = of_the_past(scene, start, stop)
    if past is not None:
        return make(scene, "official.holds", start, stop, args, when=When(past), weak={"at"})
    sentence = scene.sentence(cue.i)
    loose = _was(scene, cue) or any(t.absolute is not None for t in scene.times_in(sentence.i, sentence.j))
    return make(scene, "official.holds", start, stop, args, now=True, tense="present", weak={"at"} if loose else ())


def _of_state(scene: Scene, cue: Cue, slug: str) -> bool:
    """Whether the reader takes whoever holds the office for an envoy of a state: "Russia's U.N. envoy"."""
    over = scene.person(cue.i)
    return over is not None and not held(slug) and scene.passage.principal(over.entity).startswith("state:")


def _was(scene: Scene, cue: Cue) -> bool:
    """Whether a verb of the past right before an office may make its holder one of then: كان الأمين العام فلان."""
    return cue.i > 0 and scene.forms[cue.i - 1] in words(_PACKAGE, "words.toml", "was")


def _of_another_name(scene: Scene, cue: Cue, k: int) -> bool:
    """Whether the office is what a verb of being says of somebody before it: "A was the first Secretary-General, B the
    second".
    """
    being = words(_PACKAGE, "words.toml", "being")
    said = not being.isdisjoint(scene.forms[max(0, cue.i - _SAID_REACH) : cue.i])
    return said and scene.forms[k : k + 1] in ([","], ["،"])


def _left(scene: Scene, j: int) -> TimePhrase | None:
    """The time at which the person named before token j is said to have left the office."""
    stop = min(scene.clause(j - 1).j, j + _NEAR_BY)
    left = scene.within("office.left", j, stop)
    return next(iter(scene.times_in(left[0].j, stop)), None) if left else None


def _until(scene: Scene, j: int) -> TimePhrase | None:
    """The end of the term right behind the words: "Secretary-General until 2006"."""
    body = next((c for c in scene.within("body", j, j + 3) if {*scene.forms[j : c.i]} <= {"of", "the"}), None)
    j = body.j if body is not None else j
    time = next(iter(scene.times_in(j, j + 2)), None)
    days = time.absolute if time is not None else None
    return time if days is not None and days.first is None else None


def _time_of(scene: Scene, cue: Cue, stop: int) -> TimePhrase | None:
    """The time of which "then" speaks, the nearest in the clause."""
    clause = scene.clause(cue.i)
    times = [t for t in scene.times_in(clause.i, clause.j) if t.absolute is not None]
    return min(times, key=lambda t: abs(t.i - stop), default=None)


def _office(scene: Scene, cue: Cue) -> tuple[str, int]:
    """The slug of the office and the token behind its name, the place that belongs to it included."""
    if cue.value != "*":
        return cue.value, cue.j
    sentence = scene.sentence(cue.i)
    stop = min(sentence.j, cue.j + _PLACE_REACH)
    stop = next((k for k in range(cue.j, stop) if _begins_person(scene, k)), stop)
    place = named_topic(scene, cue.j, stop) or _inside(scene, cue.j, stop)
    if place is None:
        return "", cue.j
    ends = (
        [place.j]
        + [s.j for s in scene.states_in(place.i, place.i + 1, demonyms=True)]
        + [c.j for c in scene.within("topic", place.i, place.i + 1)]
    )
    offices = _places().get(place.code, ())
    return (offices[0] if len(offices) == 1 else ""), max([cue.j, *ends])


def _begins_person(scene: Scene, k: int) -> bool:
    """Whether the name of a person begins at token k: a place behind it is none of the office."""
    named = scene.person(k)
    return (named is not None and named.i == k) or persons().at(scene.tokens, k) is not None


def _inside(scene: Scene, i: int, j: int) -> Topic | None:
    """A state that the reader took into the name of a mission or an office."""
    state = next(iter(buried(scene.passage, i, j)), None)
    return Topic(state.codes[0], False, state.i, 0, state.j) if state is not None else None
