"""The body that a report means though it never names it: only the Security Council knows the veto of the five, and
bare numbers of resolutions.

Nothing is implied where the report names another body that votes, or an organisation with numbered resolutions of
its own, nor where words of national law stand beside. The Human Rights Council, named later, takes nothing back: it
knows neither that veto nor such numbers.
"""

from __future__ import annotations

from mahdar.checking.cues import Cue
from mahdar.checking.once import once
from mahdar.checking.view import View
from mahdar.language.tokens import Span

COUNCIL = "council"
_FIVE = frozenset({"USA", "GBR", "FRA", "CHN", "RUS", "SUN"})
_OTHERS = frozenset({"council", "assembly", "rights_council", "committee", "other"})
GENEVA = "rights_council"
_FIRST_NUMBER, _LAST_NUMBER = 100, 3000
_REACH = 9
_SIZE, _CARRIES = 15, 9  # members of the Council, and the votes that carry a text in it


def implied(scene: View) -> str:
    """ "council" if the report speaks of the Council without naming it, else ""."""
    named = _named(scene)
    if any(c.value != GENEVA for c in named):
        return ""
    return implied_before(scene, named[0].i if named else len(scene.forms))


def _named(scene: View) -> list[Cue]:
    return [c for c in scene.all("body") if c.form == "full" and c.value in _OTHERS]


def implied_before(scene: View, stop: int) -> str:
    """ "council" if what stands before a token can only be told of the Council."""
    return COUNCIL if _told(scene, 0, stop) else ""


def told_before(scene: View, stop: int) -> bool:
    """Whether what stands before the token at which the Human Rights Council is first named can only be told of the
    Council: that name speaks against numbers in its own words alone.
    """
    if scene.all("implied.domestic") or scene.within("implied.foreign", 0, stop):
        return False
    return any(_numbered(scene, c) for c in scene.within("resolution", 0, stop)) or _told(scene, 0, stop)


def implied_in(scene: View, sentence: Span) -> bool:
    """Whether a sentence that names no body of its own can only be told of the Council, though the report names the
    Human Rights Council, and no other body that votes.
    """
    if scene.within("body", sentence.i, sentence.j) or not _told(scene, sentence.i, sentence.j):
        return False
    return all(c.value == GENEVA for c in _named(scene))


def _told(scene: View, i: int, j: int) -> bool:
    if any(vetoed(scene, c) for c in scene.any_of(("veto", "veto_verb"), i, j)):
        return True
    if scene.all("implied.domestic") or scene.all("implied.foreign"):
        return False
    return any(_numbered(scene, c) for c in scene.within("resolution", i, j))


def vetoed(scene: View, cue: Cue) -> bool:
    """Whether a word of veto can only be that of the Council: a permanent member beside it, and a draft, a crisis or,
    where the veto is used, a time.
    """
    return _vetoed_in(scene, scene.sentence(cue.i).i, cue.sense.concept == "veto")


@once
def _vetoed_in(scene: View, start: int, noun: bool) -> bool:
    sentence = scene.sentence(start)
    if _national(scene, sentence):
        return False
    five = any(set(s.codes) & _FIVE for s in scene.states_in(sentence.i, sentence.j, demonyms=True))
    text = bool(scene.any_of(("draft", "resolution", "body", "mandate.name", "implied.text"), sentence.i, sentence.j))
    crisis = bool(scene.within("topic", sentence.i, sentence.j)) or any(
        not set(s.codes) & _FIVE for s in scene.states_in(sentence.i, sentence.j, demonyms=True)
    )
    used = (
        noun and bool(scene.within("veto_use", sentence.i, sentence.j)) and bool(scene.times_in(sentence.i, sentence.j))
    )
    return five and (text or (crisis and noun) or used)


def _national(scene: View, sentence: Span) -> bool:
    words = scene.any_of(("council.no_veto", "implied.domestic", "implied.foreign"), sentence.i, sentence.j)
    heads = scene.within("implied.head", sentence.i, sentence.j)
    persons = any(scene.person(k) is not None for k in range(sentence.i, sentence.j))
    return bool(words or heads) or (persons and not scene.any_of(("draft",), sentence.i, sentence.j))


def _numbered(scene: View, cue: Cue) -> bool:
    """Whether a resolution has a number of the Council's range, and something international stands beside it."""
    stop = min(scene.sentence(cue.i).j, cue.j + _REACH // 3)
    at = next((k for k in range(cue.j, stop) if _in_range(scene.forms[k])), None)
    if at is None or any(scene.forms[k] == "/" for k in range(cue.j, min(len(scene.forms), stop + 1))):
        return False
    sentence = scene.sentence(cue.i)
    beside = scene.within("implied.world", max(0, cue.i - 2), stop)
    votes = scene.any_of(("abstain", "unanimous", "voted_against"), sentence.i, sentence.j)
    return bool(
        beside or votes or scene.all("body") or _topical(scene, sentence) or _all_members(scene, at + 1, sentence)
    )


def _in_range(form: str) -> bool:
    return form.isdigit() and len(form) < 5 and _FIRST_NUMBER <= int(form) <= _LAST_NUMBER


def _all_members(scene: View, i: int, sentence: Span) -> bool:
    """Whether a tally behind the number is that of a vote of all fifteen members which carried the text: "by a vote of
    15 to 0", بأغلبية 13 صوتا مقابل صوتين.
    """
    if not scene.any_of(("vote", "votes", "favour", "adopt"), i, sentence.j):
        return False
    read = {n.i: n.low for n in scene.numbers_in(i, sentence.j) if n.kind == "cardinal" and n.low == n.high}
    named = {c.i: int(c.value) for c in scene.within("votes", i, sentence.j) if c.value}
    told = [value for _, value in sorted((read | named).items()) if value is not None]
    return any(
        told[k] >= _CARRIES and sum(told[k : k + many]) == _SIZE for many in (2, 3) for k in range(len(told) - many + 1)
    )


def _topical(scene: View, sentence: Span) -> bool:
    """Whether the sentence names a crisis or a state that is none of the five."""
    return bool(scene.within("topic", sentence.i, sentence.j)) or any(
        not set(s.codes) & _FIVE for s in scene.states_in(sentence.i, sentence.j)
    )
