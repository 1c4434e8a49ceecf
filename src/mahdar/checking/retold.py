"""Background told between other things: what an apposition or a title says of the time told there, and not of the day
on which the report came out: "In 2003 … Germany, a member of the Council, opposed the war".
"""

from __future__ import annotations

from datetime import timedelta

from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import COMMAS, Span

_TITLES = frozenset({"official.holds"})
_SIZES = frozenset({"council.size", "un.size", "rights_council.size"})
_SEATS = frozenset({"council.member", "rights_council.member", "un.member"})
_STANDING = frozenset({"treaty.party"})
_PAST, _LATE = "past", "late"
LONG_AGO = timedelta(60)
_BACK = 2  # sentences back over which a time reaches
_WAS_REACH = 3  # tokens before a claim in which its "was" stands


def of_the_past(scene: Scene, found: Found) -> bool:
    """Whether a claim without a time stands where the report tells of a time long past: a title, a size, an apposition
    or what "was" so. Months and days without a year are left to ``yearless``.
    """
    return found.time is None and _loose(scene, found) and _behind_past(scene, scene.sentence(found.i).j)


def _behind_past(scene: Scene, stop: int) -> bool:
    """Whether the last sentence before token ``stop`` that has times, its own included, tells of a time long past."""
    k = scene.passage.sentence_of(stop - 1)
    for span in reversed(scene.passage.sentences[max(0, k - _BACK) : k + 1]):
        if ages := _ages(scene, Span(span.i, min(span.j, stop))):
            return ages == {_PAST}
    return False


def _loose(scene: Scene, found: Found) -> bool:
    """Whether the words of a claim without a time may be of any time of which the sentences around tell."""
    if found.kind in _STANDING:
        return _was(scene, found)
    if found.negated:
        return False
    return found.kind in _SIZES or (found.now and (found.kind in _TITLES or _apposed(scene, found)))


def _apposed(scene: Scene, found: Found) -> bool:
    return found.kind in _SEATS and apposed(scene, found.i, found.j)


def apposed(scene: Scene, i: int, j: int) -> bool:
    """Whether tokens i to j end between commas behind their state: "Chile, a member of the Council, proposed"."""
    ends = j < len(scene.forms) and scene.forms[j] in COMMAS
    return ends and not COMMAS.isdisjoint(scene.forms[i:j])


def _was(scene: Scene, found: Found) -> bool:
    """Whether a state is said to have been bound, or not, in a past without a time."""
    low = max(scene.sentence(found.i).i, found.i - _WAS_REACH)
    return not words("mahdar.checking", "times.toml", "was").isdisjoint(scene.forms[low : found.j])


def _ages(scene: Scene, span: Span) -> set[str]:
    """Whether the times between two tokens lie long before the report, or not; those that are open left out."""
    return {_age(scene, time) for time in scene.times_in(span.i, span.j)} - {""}


def _age(scene: Scene, time: TimePhrase) -> str:
    published = scene.passage.published
    days = time.resolve(published)
    if published is None or published.first is None or days is None or days.last is None:
        return ""
    return _PAST if days.last < published.first - LONG_AGO else _LATE
