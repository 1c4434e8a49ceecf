"""Claims that a person holds an office of the United Nations: "Secretary-General António Guterres"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from mahdar.checking import policy
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.protocol import Case, Found
from mahdar.checking.scene import Scene
from mahdar.checking.topics import named_topic
from mahdar.checking.wording import Pair, day
from mahdar.edtf import Interval
from mahdar.mechanisms.offices import rules
from mahdar.mechanisms.offices.officers import person_of, serves, slug_of, under
from mahdar.mechanisms.offices.persons import alike, mandated, persons, recorded, slug
from mahdar.model import Arg, Verdict
from mahdar.reading.passage import Named
from mahdar.record.access import Record
from mahdar.record.rows import Office
from mahdar.tables import read_rows, values

_TABLE = "un_offices"
_PACKAGE = "mahdar.mechanisms.offices"
_PLACE_REACH = 7
_SPOKESPERSON = "spokesperson"
_JOINED = ("وب", "ول", "وال")  # a word joined by "and" and a preposition is no name
_MARKS = frozenset({",", "،", "(", "-", ":"})


@cache
def _places() -> dict[str, tuple[str, ...]]:
    return {r["topic"]: values(r["offices"]) for r in read_rows(_PACKAGE, "places.csv")}


def find(scene: Scene) -> Iterator[Found]:
    """Offices with the person who is said to hold them, and officers whom the reader knows by a title alone."""
    held: list[Found] = []
    for cue in scene.any_of(("office.name", "office.short"), 0, len(scene.forms)):
        if cue.sense.concept == "office.short" and not _short(scene, cue):
            continue
        if _former(scene, cue.i, cue.j) or under(scene, cue.i):
            continue
        found = _held(scene, cue)
        if found is not None:
            held.append(found)
    yield from held
    yield from _officers(scene, {k for found in held for k in range(found.i, found.j)})


def _former(scene: Scene, i: int, j: int) -> bool:
    return bool(scene.within("former", max(0, i - 1), min(len(scene.forms), j + 1)))


def _officers(scene: Scene, taken: set[int]) -> Iterator[Found]:
    """Persons under a title of the United Nations, before the name or behind it."""
    for named in scene.passage.named:
        if not serves(scene, named) or taken.intersection(range(named.i, named.j)):
            continue
        slug = slug_of(scene, named)
        if slug and not _former(scene, named.i, named.j):
            known = _named_office(scene, named)
            args: dict[str, Arg] = {"person": person_of(scene, named), "office": known or slug}
            yield make(
                scene, "official.holds", named.i, named.j, args, now=True, tense="present", weak=("at", "office")
            )


def _named_office(scene: Scene, named: Named) -> str:
    """The office of the table inside a title, if no other rank stands before it."""
    cues = scene.within("office.name", named.i, named.j)
    plain = len(cues) == 1 and cues[0].value != "*" and not under(scene, cues[0].i)
    return cues[0].value if plain else ""


def _short(scene: Scene, cue: Cue) -> bool:
    """ "The Secretary-General" alone is that of the United Nations only if no other body follows and the report
    names them.
    """
    named = {c.value for c in scene.within("body", cue.j, cue.j + 4)}
    league = any(
        form in ("للجامعه", "لجامعه", "لحزب", "لمجلس", "لمنظمه", "للمنظمه", "لحلف", "للحزب", "للاتحاد", "of")
        for form in scene.forms[cue.j : cue.j + 1]
    )
    known = any(scene.speaks_of(body) for body in ("un", "council", "assembly", "rights_council"))
    return known and not league and "other" not in named and not _of_another(scene, cue)


def _of_another(scene: Scene, cue: Cue) -> bool:
    """Whether the reader takes whoever holds the office for somebody who serves another body."""
    over = scene.person(cue.i)
    return over is not None and cue.j <= over.j and not serves(scene, over)


def _held(scene: Scene, cue: Cue) -> Found | None:
    office, k = _office(scene, cue)
    person = _whole(scene, cue) or _person(scene, _past_titles(scene, k))
    if person is None:
        return None
    slug, stop = person
    args: dict[str, Arg] = {"person": slug}
    if office:
        args["office"] = office
    sentence = scene.sentence(cue.i)
    dated = any(t.absolute is not None for t in scene.times_in(sentence.i, sentence.j))
    return make(scene, "official.holds", cue.i, stop, args, now=True, tense="present", weak={"at"} if dated else ())


def _office(scene: Scene, cue: Cue) -> tuple[str, int]:
    """The slug of the office and the token behind its name, the place that belongs to it included."""
    if cue.value != "*":
        return cue.value, cue.j
    sentence = scene.sentence(cue.i)
    stop = min(sentence.j, cue.j + _PLACE_REACH)
    place = named_topic(scene, cue.j, stop)
    if place is None:
        return "", cue.j
    ends = [s.j for s in scene.states_in(place.i, place.i + 1, demonyms=True)] + [
        c.j for c in scene.within("topic", place.i, place.i + 1)
    ]
    offices = _places().get(place.code, ())
    return (offices[0] if len(offices) == 1 else ""), max([cue.j, *ends])


def _past_titles(scene: Scene, k: int) -> int:
    """Past "of the United Nations", a former-mark, titles, commas."""
    while k < len(scene.forms):
        skip = scene.any_of(("office.title", "body"), k, k + 1)
        if skip:
            k = skip[0].j
        elif scene.forms[k] in _MARKS or scene.forms[k] == ".":
            k += 1
        else:
            break
    return k


def _whole(scene: Scene, cue: Cue) -> tuple[str, int] | None:
    """The person whom the reader found under the whole of "office, name"."""
    named = scene.person(cue.i)
    named = named if named is not None and named.j > cue.j else None
    hit = next((h for h in persons().find(scene.tokens, cue.j, named.j)), None) if named is not None else None
    if named is None or (hit is None and any(form.startswith(_JOINED) for form in scene.forms[cue.j : named.j])):
        return None
    slug = hit.value if hit else alike(scene.forms[cue.j : named.j]) or named.entity.removeprefix("person:")
    return slug, named.j


def _person(scene: Scene, k: int) -> tuple[str, int] | None:
    """The person named at token k, and the token behind: a known holder, or anybody whom the reader took for a
    person.
    """
    if k >= len(scene.forms):
        return None
    hit = persons().at(scene.tokens, k)
    if hit is not None and hit.proclitics == "":
        return hit.value, hit.j
    named = scene.person(k)
    if named is None or named.i != k or named.start != scene.tokens.start(k):
        return None
    return alike(scene.forms[named.i : named.j]) or named.entity.removeprefix("person:"), named.j


def check(case: Case, record: Record) -> Verdict:
    """The person held the office at the time; one office with one holder at a time refutes another name."""
    person, office = recorded(case.text("person")), case.text("office")
    loose = office is None or not case.firm("office")
    rows = policy.known(case, record.offices(person, office) or (_any_office(record, person, office) if loose else ()))
    days = case.reference
    there = [row for row in rows if days is None or days.overlaps(rules.span(row))]
    if there:
        return policy.supported(_told(there[-1]), there[-1:])
    mandate = _mandate(case, record, person, days)
    if mandate is not None:
        return mandate
    if loose or office is None or not rules.held_alone(office):
        return policy.silent(case, _TABLE)
    return _another(case, record, person, office)


def _any_office(record: Record, person: str, rank: str | None) -> tuple[Office, ...]:
    """What a person held by the record where the text gives no more than a rank; who speaks for another is not he."""
    speaks = (rank or "").startswith(_SPOKESPERSON)
    return tuple(row for row in record.offices(person) if speaks == (_SPOKESPERSON in row.office))


def _mandate(case: Case, record: Record, person: str, days: Interval | None) -> Verdict | None:
    """The person held a country mandate at the time."""
    rows = [m for code in mandated(person) for m in record.mandates(code) if slug(m.holder) == person]
    for row in policy.known(case, rows):
        span = Interval(
            row.holder_first.first if row.holder_first else None, row.holder_last.last if row.holder_last else None
        )
        if days is None or days.overlaps(span):
            first = day(row.holder_first)
            why = Pair(
                f"{row.holder} held this mandate from {first.en}: {row.title}.",
                f"شغل {row.holder} هذه الولاية منذ {first.ar}: {row.title}.",
            )
            return policy.supported(why, [row])
    return None


def _another(case: Case, record: Record, person: str, office: str) -> Verdict:
    """Only a person whom the record knows in office, and not then, is refuted: an unknown spelling proves nothing."""
    days = case.reference
    holders = [row for row in record.offices(office=office) if days is not None and days.within(rules.span(row))]
    if not case.firm("at") or not record.offices(person) or not holders or days is None or (days.days() or 9999) > 31:
        return policy.silent(case, _TABLE)
    return policy.refuted(_told(holders[-1]), holders[-1:])


def _told(row: Office) -> Pair:
    first, last = day(row.first), day(row.last)
    until = Pair(f" until {last.en}" if row.last else "", f" حتى {last.ar}" if row.last else "")
    office = row.office.replace("-", " ")
    return Pair(
        f"{row.name} was {office} from {first.en}{until.en}.",
        f"شغل {row.name_ar or row.name} هذا المنصب منذ {first.ar}{until.ar}.",
    )


def facts(found: Found, record: Record) -> Iterable[Interval]:
    """The days in office."""
    office = found.args.get("office")
    rows = record.offices(recorded(found.args.get("person")), str(office) if office else None)
    return [rules.span(row) for row in rows]
