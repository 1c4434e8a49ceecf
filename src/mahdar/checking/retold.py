"""Background told between other things: what an apposition or a title says there was so then, and not when the report
came out: "In 2003 … Germany, a member of the Council, opposed the war".
"""

from __future__ import annotations

from datetime import timedelta

from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene
from mahdar.language.times import TimePhrase

_TITLES = frozenset({"official.holds"})
_SEATS = frozenset({"council.member", "rights_council.member", "un.member"})
_PAST, _LATE = "past", "late"
_LONG_AGO = timedelta(60)
_BACK = 2  # sentences back over which a time reaches
_COMMAS = frozenset((",", "،"))


def of_the_past(scene: Scene, found: Found) -> bool:
    """Whether a title, or an apposition, stands where the report tells of a time long past: its day is not known."""
    if not found.now or found.negated or not (found.kind in _TITLES or _apposed(scene, found)):
        return False
    k = scene.passage.sentence_of(found.i)
    for sentence in reversed(scene.passage.sentences[max(0, k - _BACK) : k + 1]):
        ages = {_age(scene, time) for time in scene.times_in(sentence.i, sentence.j)} - {""}
        if ages:
            return ages == {_PAST}
    return False


def _apposed(scene: Scene, found: Found) -> bool:
    """Whether a seat stands between commas behind its state."""
    if found.kind not in _SEATS:
        return False
    ends = found.j < len(scene.forms) and scene.forms[found.j] in _COMMAS
    return ends and not _COMMAS.isdisjoint(scene.forms[found.i : found.j])


def _age(scene: Scene, time: TimePhrase) -> str:
    """Whether a time lies long before the report ("past") or not ("late"); "" where it is open or not known."""
    published = scene.passage.published
    days = time.resolve(published)
    if published is None or published.first is None or days is None or days.last is None:
        return ""
    return _PAST if days.last < published.first - _LONG_AGO else _LATE
