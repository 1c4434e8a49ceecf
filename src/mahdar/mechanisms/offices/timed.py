"""Offices held or entered at a time that the text gives: "X became Secretary-General in 2017", كان مفوضا عام 2006."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.protocol import Found
from mahdar.checking.retold import LONG_AGO
from mahdar.checking.scene import Scene
from mahdar.checking.when import When, opened
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import COMMAS, tokens_of
from mahdar.mechanisms.offices.officers import person_of
from mahdar.mechanisms.offices.persons import persons
from mahdar.model import Arg
from mahdar.reading.passage import Named

TOOK, _ANY = "took", "*"
TOOK_UP = "office.took"
_BETWEEN = 12  # tokens between a person and the office
_BEFORE = 3  # tokens between an Arabic verb and the person
_PRESENT = "present"  # said of now where no time stands behind
_WHO = frozenset({"who", "الذي", "التي"})
_OF = frozenset({"of", "من"})
_WORDS = ("mahdar.mechanisms.offices", "words.toml")
_IN = frozenset({"في", "خلال"})
_STOPS = frozenset(".!؟\n")
_AT = frozenset({"in", "on", "during", "في", "خلال", "عام", "وفي"})  # leads to the time of a deed
_TO_TIME = 3  # tokens from an Arabic office to the time right behind it
_BEHIND = 4  # tokens between the office and its time


@dataclass(frozen=True, slots=True)
class Holder:
    """Tokens ``i`` to ``j`` name the person of that slug."""

    i: int
    j: int
    slug: str


def timed(scene: Scene, cue: Cue, office: str, stop: int) -> Found | None:
    """The claim that the office of a cue, whose name ends before token ``stop``, makes together with a person before
    it, a verb of holding and a time behind it; None where one of them is missing. Of several envoys to a place the
    office stays open.
    """
    person = _person(scene, cue)
    if person is None or not (office or cue.value == _ANY):
        return None
    end = max(stop, person.j)
    time = _time(scene, end) or next(iter(scene.times_in(person.j, cue.i)), None)
    verb = _verb(scene, person, cue)
    if time is None and verb is not None and verb.sense.concept == TOOK_UP:
        time = _of_term(scene, end) or _of_choice(scene, verb, person)
    now = time is None and verb is not None and verb.form == _PRESENT
    if verb is None or not (time or now) or not asserted(scene, verb.i):
        return None
    args: dict[str, Arg] = {"person": person.slug, "office": office} if office else {"person": person.slug}
    i = min(person.i, verb.i)
    found = make(
        scene,
        "official.holds",
        i,
        end,
        args,
        when=When(opened(scene, time)) if time is not None else When(now=True),
        tense="present" if now else "past",
        negated=negated(scene, verb),
    )
    return replace(found, theme=TOOK if verb.sense.concept == TOOK_UP else "")


_HAD = ("had", "قد")
_HAD_REACH = 6  # tokens between "had", قد and the day


@dataclass(frozen=True, slots=True)
class Behind:
    """The time right behind an Arabic office; ``alone`` where person, office and time are all that is said."""

    time: TimePhrase
    alone: bool


def time_behind(scene: Scene, named: Named, office: str) -> Behind | None:
    """The time of a person whose office stands behind the name: كوفي عنان أمين عام الأمم المتحدة عام 2003."""
    if not office or scene.passage.language == "en":
        return None
    titled = [c for c in scene.within("office.name", named.i, named.j) if c.i > named.i]
    times = scene.times_in(named.j, named.j + _TO_TIME)
    if not titled or not times or any(form not in _IN for form in scene.forms[named.j : times[0].i]):
        return None
    time, sentence = times[0], scene.sentence(named.i)
    if time.absolute is not None and time.absolute.first is None:  # "until 2006" says when it ended
        return None
    ends = time.j >= sentence.j or scene.forms[time.j] in _STOPS
    plain = time.absolute is not None and time.absolute.last is not None
    return Behind(time, ends and plain and named.i == sentence.i)


def _person(scene: Scene, cue: Cue) -> Holder | None:
    """The person whose name the office follows, also where the reader put both together."""
    whole = scene.person(cue.i)
    if whole is not None:
        own = whole.i < cue.i and not contrasted(scene, whole.i)
        return Holder(whole.i, whole.j, person_of(scene, whole)) if own else None
    low = max(scene.clause(cue.i).i, cue.i - _BETWEEN)
    hits = persons().find(scene.tokens, low, cue.i)
    known = [Holder(h.i, h.j, h.value) for h in hits if not contrasted(scene, h.i)]
    near = known[-1] if known else _named(scene, low, cue.i)
    if near is not None and contrasted(scene, near.i):
        return None
    if near is not None and near.i > 1 and _gives_way(scene, known, near):
        near = _successor(scene, known, near)
    return near if near is not None and _linked(scene, near.j, cue.i, known) else None


def _gives_way(scene: Scene, known: list[Holder], near: Holder) -> bool:
    """Whether a person is told to have held the office before: behind "succeeded", or in Arabic behind who did: خلف
    فلان فلانا.
    """
    if not words(*_WORDS, "gives_way").isdisjoint(scene.forms[near.i - 2 : near.i]):
        return True
    before = [holder for holder in known if holder.j == near.i]
    return scene.forms[(before[0] if before else near).i - 1] in words(*_WORDS, "followed")


def contrasted(scene: Scene, i: int) -> bool:
    """Whether the name at token i only says that another held it: "A, not B, was Secretary-General"."""
    return i > 0 and scene.forms[i - 1] in words("mahdar.checking", "lists.toml", "not")


def _successor(scene: Scene, known: list[Holder], former: Holder) -> Holder | None:
    """Who entered the office that the person right before it left: "A succeeded B as Secretary-General"."""
    low = max(scene.clause(former.i).i, former.i - _BETWEEN)
    named = _named(scene, low, former.i)
    return next((holder for holder in reversed(known) if holder.j <= former.i), named)


def _named(scene: Scene, low: int, i: int) -> Holder | None:
    """The last person whom the reader found between two tokens."""
    named = next((found for k in range(i - 1, low - 1, -1) if (found := scene.person(k)) is not None), None)
    return Holder(named.i, named.j, person_of(scene, named)) if named is not None else None


def in_apposition(scene: Scene, cue: Cue, stop: int) -> Holder | None:
    """The person right before an office that is set off by commas: "X, the IAEA chief, said"."""
    i = cue.i - (scene.forms[cue.i - 1] == "the") if cue.i else 0
    closed = stop < len(scene.forms) and scene.forms[stop] in COMMAS
    if not closed or i < 1 or scene.forms[i - 1] not in COMMAS:
        return None
    low = max(scene.sentence(cue.i).i, i - _BETWEEN)
    known = [Holder(h.i, h.j, h.value) for h in persons().find(scene.tokens, low, i)]
    near = known[-1] if known else _named(scene, low, i)
    beside = near is not None and near.j in (i - 1, _before_state(scene, i - 1))
    return near if near is not None and beside and not _for_a_state(scene, near) else None


def _before_state(scene: Scene, i: int) -> int:
    """The token before "of Argentina" that ends at token i; i itself where no state does."""
    state = next((s for s in scene.states_in(max(0, i - _BEHIND), i) if s.j == i), None)
    return state.i - 1 if state is not None and scene.forms[state.i - 1] in _OF else i


def _for_a_state(scene: Scene, holder: Holder) -> bool:
    """Whether the reader takes a person for one who speaks for a state: who was met stands behind such a one too."""
    named = scene.person(holder.i)
    return named is not None and scene.passage.principal(named.entity).startswith("state:")


def _linked(scene: Scene, i: int, j: int, passed: list[Holder]) -> bool:
    """Whether only verbs of holding, who held it before, and words that join them to an office stand between two
    tokens.
    """
    joining = scene.any_of(("office.took", "office.held", "office.link"), i, j)
    covered = tokens_of(
        joining,
        (holder for holder in passed if holder.i >= i),
        scene.times_in(i, j),
        scene.states_in(i, j, demonyms=True),
        (n for n in scene.named_in(i, j) if n.kind == "office" and n.j <= j),
    )
    links = {k for k in range(i, j) if k in covered}
    covered |= {
        k for k in range(i, j - 1) if scene.forms[k] in COMMAS and (scene.forms[k + 1] in _WHO or k + 1 in links)
    }
    return all(k in covered for k in range(i, j))


def _verb(scene: Scene, person: Holder, cue: Cue) -> Cue | None:
    """The verb between person and office, in Arabic right before the person."""
    verbs = ("office.took", "office.held")
    between = scene.any_of(verbs, person.i, cue.i)
    chooser = next((c.i for c in scene.within("body", max(0, person.i - _BETWEEN), person.i) if c.j == person.i), None)
    if chooser is None and scene.passage.language != "en":
        chooser = _chooser(scene, person.i)
    i = person.i if chooser is None or scene.passage.language == "en" else chooser  # انتخبت الجمعية العامة فلانا
    before = [c for c in scene.any_of(verbs, max(0, i - _BEFORE), i) if c.j >= i - 1]
    found = [*between, *before[-1:], *scene.any_of(("was", "office.held"), cue.i, cue.i + 1)]
    return next((c for c in found if c.sense.concept == "office.took"), found[0] if found else None)


def _chooser(scene: Scene, i: int) -> int | None:
    """Where a body begins that chose the person at token i, its time between: انتخبت الجمعية العامة أمس فلانا."""
    time = next((t for t in scene.times_in(max(0, i - _BETWEEN), i) if t.j == i), None)
    bodies = scene.within("body", max(0, i - _BETWEEN), time.i) if time is not None else []
    return bodies[-1].i if bodies and time is not None and bodies[-1].j == time.i else None


def _of_term(scene: Scene, end: int) -> TimePhrase | None:
    """The day from which the term begins that stands behind an office: "for a five-year term from 1 January 2017"."""
    stop = min(scene.sentence(end - 1).j, end + _BETWEEN)
    time = next(iter(scene.times_in(end, stop)), None)
    counted = tokens_of(scene.numbers_in(end, time.i)) if time is not None else set[int]()
    lead = words(*_WORDS, "of_term")
    led = time is not None and all(k in counted or scene.forms[k] in lead for k in range(end, time.i))
    return time if led else None


def _of_choice(scene: Scene, verb: Cue, person: Holder) -> TimePhrase | None:
    """The day on which somebody was chosen, told right before the person or the verb: "approved on Friday the
    appointment of", انتخبت الجمعية العامة أمس.
    """
    low = max(scene.clause(verb.i).i, verb.i - _BEHIND)
    return next(iter([*scene.times_in(verb.j, person.i), *scene.times_in(low, verb.i)]), None)


def _time(scene: Scene, end: int) -> TimePhrase | None:
    """The time right behind the office."""
    times = scene.times_in(end, min(scene.sentence(end - 1).j, end + _BEHIND))
    return times[0] if times else None


def had_done(scene: Scene, i: int, j: int) -> TimePhrase | None:
    """The day on which the officer of tokens i to j had done something: كان الأمين العام فلان قد دعا في 3 أيار, "had
    called on 3 May".
    """
    arabic, behind = scene.passage.language == "ar", scene.forms[j : j + 1]
    if behind != [_HAD[arabic]] or (arabic and not scene.within("was", i - 1, i)):
        return None
    clause = scene.clause(j)
    time = next(iter(scene.times_in(j, min(clause.j, j + _HAD_REACH))), None)
    return time if time is not None and time.absolute is not None and time.absolute.days() == 1 else None


def of_the_past(scene: Scene, i: int, j: int) -> TimePhrase | None:
    """The only time of the clause in which the officer of tokens i to j stands, long before the report, when the office
    was held: "Secretary-General Kofi Annan visited Darfur in May 2005".
    """
    published, clause = scene.passage.published, scene.clause(i)
    times = scene.times_in(clause.i, clause.j)
    end = times[0].absolute.last if len(times) == 1 and times[0].absolute is not None else None
    day = published.first if published is not None else None
    if end is None or day is None or times[0].absolute is None or times[0].absolute.first is None:
        return None
    time = times[0]
    led = time.i == clause.i or not _AT.isdisjoint(scene.forms[time.i - 1 : time.i + 1])
    apart = scene.within("relative", min(j, time.j), max(i, time.i)) or scene.said_from(time.i) != scene.said_from(i)
    return time if led and not apart and end < day - LONG_AGO else None
