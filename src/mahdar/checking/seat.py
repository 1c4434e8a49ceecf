"""One membership of a body as a text tells it, its kind and its time."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.when import When, aside, nearest_time, opened
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span

NEVER = "never"  # the theme of a denial for all time
ENDED = "ended"  # the theme of one whose time is that at which a seat ended
BEGAN = "began"  # the theme of a claim whose time is that at which a seat began
_SHORTEST, _LONGEST = 367, 4 * 366  # days of a term told with both its ends
_TERM_REACH = 6  # tokens from a seat to the years of its term
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
    near = nearest_time(scene, cue, span.i, min(clause.j, span.j + 7))
    if near is not None and _elected_then(scene, span, near):
        return When(now=True)
    if near is not None and not aside(scene, cue, near):
        return When(opened(scene, near))
    once = scene.within("was", max(clause.i, span.i - 3), span.j)
    return When(_then(scene, span)) if once else When(now=True)


def _then(scene: Scene, span: Span) -> TimePhrase | None:
    """The time with which a sentence begins, right before the state of a seat held then: "In 2024 Ghana, then a member
    of the Council, called".
    """
    low = scene.sentence(span.i).i
    times = scene.times_in(low, low + 2)
    small = {",", "،", "the"} | words("mahdar.checking", "seats.toml", "then")
    near = bool(times) and all(form in small for form in scene.forms[times[0].j : span.i])
    then = words("mahdar.checking", "seats.toml", "then").isdisjoint(scene.forms[span.i : span.j])
    return times[0] if near and not then else None


def at_no_time(scene: Scene, seat: Seat) -> bool:
    """Whether the words of a seat deny it for all time: "has never been a member", لم تكن يوما عضوا."""
    return not words("mahdar.checking", "seats.toml", "never").isdisjoint(scene.forms[seat.i : seat.j])


def term_told(scene: Scene, i: int, stop: int) -> TimePhrase | None:
    """The years of a term with both its ends behind a seat: "for 2022-2024", للفترة من 2022 إلى 2024."""
    for time in scene.times_in(i, min(stop, i + _TERM_REACH)):
        days = time.absolute.days() if time.absolute is not None else None
        if days is not None and _SHORTEST <= days <= _LONGEST:
            return time
    return None


def _elected_then(scene: Scene, span: Span, time: TimePhrase) -> bool:
    """Whether a time behind a seat is that of the election: "is a member now, elected in 2020", وقد انتخبت إليه."""
    if scene.within("now", max(0, span.i - _GLUE_NOW), time.i):
        return True
    voted = [c for c in scene.within("elect", span.j, time.i) if c.form == "past"]
    return bool(voted) and any(form in ",،" for form in scene.forms[span.j : voted[0].i])
