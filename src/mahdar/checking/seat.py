"""One membership of a body as a text tells it, its kind and its time."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.checking.coordinated import clauses_apart
from mahdar.checking.cues import Cue
from mahdar.checking.retold import LONG_AGO, apposed
from mahdar.checking.scene import Scene
from mahdar.checking.when import When, aside, nearest_time, opened
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span, tokens_of

NEVER = "never"  # the theme of a denial for all time
ENDED = "ended"  # the theme of one whose time is that at which a seat ended
BEGAN = "began"  # the theme of a claim whose time is that at which a seat began
_SHORTEST, _LONGEST = 367, 4 * 366  # days of a term told with both its ends
_TERM_REACH = 6  # tokens from a seat to the years of its term
_HEAD = 3  # tokens with which a sentence begins
_COMMA = 2  # tokens from a time that opens a sentence to the state: its comma, an article
_ARTICLE = "ال"
_COUNTED = 10  # tokens from a seat back to the ordinal that counts it
_HOW_OFTEN = 4  # tokens from a seat to the colon behind which its times are listed
_WAS = frozenset({"was", "were"})
_TURN = (1, 12)  # the months around the turn of a year, at which terms begin and end
_GLUE_NOW = 2  # tokens before a seat in which "now" is said of it


@dataclass(frozen=True, slots=True)
class Seat:
    """A state said to sit on a body; ``seat`` is "elected", "permanent" or empty, ``became`` where it is told as an
    election.
    """

    body: str
    i: int
    j: int
    state: str
    seat: str
    when: When
    negated: bool
    became: bool
    sure: bool = True  # whether the text itself names the state
    plain: bool = False  # whether the seat is said of this state alone, as its predicate
    began: bool = False  # whether its time is that at which it began: "joined the Council in January"
    ended: bool = False  # whether its time is that at which it ended: "whose term expires in December"


def kind_between(scene: Scene, i: int, j: int) -> str:
    """The kind of seat that tokens i to j say: "elected", "permanent" or ""."""
    i = max(0, i)
    if scene.within("elected", i, j):
        return "elected"
    return "permanent" if scene.within("permanent", i, j) else ""


def when_held(scene: Scene, cue: Cue, span: Span) -> When:
    """The time inside the phrase or right behind it; failing that the membership is said of now (an election, which
    may lie weeks before the report, is not).
    """
    clause = scene.clause(cue.i)
    if (term := term_told(scene, span.j, clause.j)) is not None:
        return When(term)
    end = span.j if apposed(scene, span.i, span.j) else min(clause.j, span.j + 7)
    near = nearest_time(scene, cue, span.i, end)
    if near is not None and _elected_then(scene, span, near):
        return When(now=True)
    if near is not None and not aside(scene, cue, near) and not _of_next(scene, span, near):
        return When(opened(scene, near))
    if (until := _bounded(scene, span)) is not None:
        return When(until)
    if (listed := _listed_behind(scene, clause, span)) is not None:
        return When(listed)
    low = max(clause.i, span.i - 3)
    if of_occasion(scene, clause.i, cue.i):
        return When()
    if scene.within("was", low, span.j) or _held_once(scene, low, span.j):
        return When(_then(scene, span))
    past = _of_its_deed(scene, cue, span)
    return When(now=True) if past is None else When(past, assumed=True)


def of_occasion(scene: Scene, i: int, j: int) -> bool:
    """Whether a seat is only counted, held at that time or to be held: "it is the fourth time that it sits", وهي المرة
    الرابعة التي تشغل فيها.
    """
    occasion = words("mahdar.checking", "seats.toml", "occasion")
    near = scene.numbers_in(max(i, j - _COUNTED), j)
    return any(n.kind == "ordinal" and not occasion.isdisjoint(scene.forms[max(i, n.i - 1) : n.j + 1]) for n in near)


def _listed_behind(scene: Scene, clause: Span, span: Span) -> TimePhrase | None:
    """The first of the times that a colon lists behind a seat: شغلت مقعدا في المجلس أربع مرات: في 1968."""
    if clause.j - span.j > _HOW_OFTEN or scene.forms[clause.j : clause.j + 1] != [":"]:
        return None
    return next(iter(scene.times_in(clause.j + 1, clause.j + 3)), None)


def _held_once(scene: Scene, i: int, j: int) -> bool:
    """Whether a verb of the past says that a seat was held, at a time that is not told here."""
    past = words("mahdar.checking", "seats.toml", "held_once")
    return any(scene.forms[cue.i].lstrip("وف") in past for cue in scene.within("seat_held", i, j))


def _of_its_deed(scene: Scene, cue: Cue, span: Span) -> TimePhrase | None:
    """The time of what a state did, long before the report, that a text calls a member in passing: "In 2011 India, a
    member of the Council, abstained". It may have been one then, or be one now.
    """
    published = scene.passage.published
    here = max(0, span.i - _GLUE_NOW), span.j + _GLUE_NOW
    now = not words("mahdar.checking", "seats.toml", "now_is").isdisjoint(scene.forms[span.i : span.j])
    if now or scene.any_of(("now", "that_time"), *here):
        return None
    if scene.passage.language != "en" and not scene.forms[cue.i].startswith(_ARTICLE):
        return None
    sentence = scene.sentence(cue.i)
    opening = scene.times_in(sentence.i, sentence.i + _HEAD) if apposed(scene, span.i, span.j) else ()
    time = next(iter(opening), None) or nearest_time(scene, cue, sentence.i, sentence.j)
    if time is not None and _of_next(scene, span, time):
        return None
    end = time.absolute.last if time is not None and time.absolute is not None else None
    day = published.first if published is not None else None
    if end is None or day is None or (day - end < LONG_AGO and day.year == end.year):  # terms end with the year
        return None
    return time if end < day else None


def _then(scene: Scene, span: Span) -> TimePhrase | None:
    """The time with which a sentence begins, right before the state of a seat held then: "In 2024 Ghana, then a member
    of the Council, called", "In 2024 Ghana was one of its members", في عام 2024 كانت غانا عضوا.
    """
    low = scene.sentence(span.i).i
    times = scene.times_in(low, low + 2)
    small = {",", "،", "the"} | words("mahdar.checking", "seats.toml", "then")
    was = tokens_of(scene.within("was", low, span.j))
    near = bool(times) and all(scene.forms[k] in small or k in was for k in range(times[0].j, span.i))
    told = words("mahdar.checking", "seats.toml", "then") | _WAS
    held = bool(was) or not told.isdisjoint(scene.forms[span.i : span.j])
    return times[0] if near and held else None


def _bounded(scene: Scene, span: Span) -> TimePhrase | None:
    """The time with which a sentence begins and up to which it speaks of a seat: "Until 1945 Ghana was no member"."""
    low = scene.sentence(span.i).i
    times = scene.times_in(low, low + 2)
    near = bool(times) and span.i - times[0].j <= _COMMA
    return times[0] if near and scene.forms[low] in words("mahdar.checking", "times.toml", "bounding") else None


def at_no_time(scene: Scene, seat: Seat) -> bool:
    """Whether the words of a seat deny it for all time: "has never been a member", لم تكن يوما عضوا."""
    return not words("mahdar.checking", "seats.toml", "never").isdisjoint(scene.forms[seat.i : seat.j])


def had_never(scene: Scene, seat: Seat) -> bool:
    """Whether a seat is denied of the time before another that is told: "had never sat on the Council"."""
    return scene.passage.language == "en" and "had" in scene.forms[seat.i : seat.j]


def term_told(scene: Scene, i: int, stop: int) -> TimePhrase | None:
    """The years of a term with both its ends behind a seat: "for 2022-2024", للفترة من 2022 إلى 2024."""
    for time in scene.times_in(i, min(stop, i + _TERM_REACH)):
        days = time.absolute.days() if time.absolute is not None else None
        if days is not None and _SHORTEST <= days <= _LONGEST and not clauses_apart(scene, i, time.i):
            return time
    return None


def _of_next(scene: Scene, span: Span, time: TimePhrase) -> bool:
    """Whether "and" and another state, or an Arabic verb of its own, stand before a time: "Chad has been a member since
    its founding and Togo since 1955", من الأعضاء المؤسسين، ودخلت مجلس الأمن في 1955.
    """
    if scene.passage.language != "en" and clauses_apart(scene, span.j, time.i):
        return True
    between = scene.states_in(span.j, time.i)
    last = between[-1] if between else None
    return last is not None and time.i - last.j <= 1 and (last.joined or scene.forms[last.i - 1] == "and")


def _elected_then(scene: Scene, span: Span, time: TimePhrase) -> bool:
    """Whether a time behind a seat is that of the election: "is a member now, elected in 2020", وقد انتخبت إليه."""
    if scene.within("now", max(0, span.i - _GLUE_NOW), time.i):
        return True
    voted = [c for c in scene.within("elect", span.j, time.i) if c.form == "past"]
    return bool(voted) and any(form in ",،" for form in scene.forms[span.j : voted[0].i])


def at_turn_of_year(scene: Scene) -> bool:
    """Whether a report is of the days about the turn of a year, when those who leave a body and those who come are both
    called its members.
    """
    published = scene.passage.published
    day = published.first if published is not None else None
    return day is not None and day.month in _TURN
