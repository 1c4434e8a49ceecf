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
    """Whether a claim without a year of its own stands where the report tells of a time long past: a title, a size, an
    apposition, what "was" so, or a month that a year before it in its sentence may own.
    """
    sentence = scene.sentence(found.i)
    if found.time is not None:
        before = Span(sentence.i, max(sentence.i, found.time.i))
        return found.tense != "future" and _bare_month(scene, found.time) and _past(scene, before)
    if not _loose(scene, found):
        return False
    k = scene.passage.sentence_of(found.i)
    for span in reversed(scene.passage.sentences[max(0, k - _BACK) : k + 1]):
        if _ages(scene, span):
            return _past(scene, span)
    return False


def _bare_month(scene: Scene, time: TimePhrase) -> bool:
    """Whether a time is a month without its year."""
    days = time.resolve(scene.passage.published) if time.absolute is None else None
    return days is not None and days.grain == "month"


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


def _past(scene: Scene, span: Span) -> bool:
    return _ages(scene, span) == {_PAST}


def _ages(scene: Scene, span: Span) -> set[str]:
    """Whether the times between two tokens lie long before the report, or not; those that are open left out."""
    return {_age(scene, time) for time in scene.times_in(span.i, span.j)} - {""}


def _age(scene: Scene, time: TimePhrase) -> str:
    published = scene.passage.published
    days = time.resolve(published)
    if published is None or published.first is None or days is None or days.last is None:
        return ""
    return _PAST if days.last < published.first - LONG_AGO else _LATE
