"""Who the subject of an English verb is, among the names before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from mahdar.language.tokens import Span
from mahdar.reading.events.candidates import acts, role_words, sorted_names
from mahdar.reading.events.chains import before_light, first_verb
from mahdar.reading.events.datelines import behind_dateline
from mahdar.reading.events.found import Found
from mahdar.reading.events.scene import Scene
from mahdar.reading.passage import Named, Passage

_LONGEST_LIST = 12
_REACH = 40  # tokens looked at before a verb
_SEGMENTS = 8  # between the subject of a sentence and a verb far behind it


def subjects(passage: Passage, scene: Scene, found: Found, before: list[Named], floor: int) -> list[Named]:
    """The names that are the verb's subject: of those ``before`` it in its clause, or those that open the sentence.

    ``floor`` is where a statement begins in which the verb stands: who says so did not do it.
    """
    k, verb = found.verb, scene.hits[found.verb].i
    start = max(scene.clause(verb).i, floor)
    start = _main_clause(passage, start, verb)
    near = [name for name in before if name.i >= start]
    first = first_verb(scene, k, start)
    joint = _joint(passage, scene.hits[first].i, verb) if first is not None else None
    if first is not None and joint is not None:
        if before_light(passage, joint, verb) > joint:  # a subject of its own
            return [name for name in near if name.i > joint]
        verb = scene.hits[first].i
        near = [name for name in near if name.i < verb]
    if near:
        return [*_listed(passage, scene, near, floor), *near]
    return _far(passage, scene, start, floor) if _resumes(passage, start, verb, floor) else []


def _joint(passage: Passage, first: int, verb: int) -> int | None:
    """The last "and" between two verbs of a clause."""
    forms = passage.tokens.forms
    return next(
        (i for i in range(verb - 1, max(first, verb - _REACH), -1) if forms[i] in role_words()["conjunction"]), None
    )


def _main_clause(passage: Passage, start: int, verb: int) -> int:
    """Where the verb's own clause begins, behind the last word before it that subordinates."""
    forms, subordinate = passage.tokens.forms, role_words()["subordinate"]
    return next((i for i in range(verb - 1, max(start, verb - _REACH), -1) if forms[i] in subordinate), start)


def _listed(passage: Passage, scene: Scene, near: list[Named], floor: int) -> list[Named]:
    """The names before a comma that belong to a list of subjects: Ireland, Norway and Spain recognised …."""
    paired = len(near) > 1 and _ends_list(passage, near[-2], near[-1])
    if not paired and not (scene.headline and len(near) == 1):  # Pakistan, India exchange fire
        return []
    forms, earlier = passage.tokens.forms, list[Named]()
    at, first = bisect_left(passage.named, near[0].i, key=lambda name: name.i) - 1, near[0].i
    while at >= 0 and passage.named[at].i >= floor:
        name = passage.named[at]
        comma = first - 1 - (forms[first - 1] == "the")
        if not acts(passage, name) or name.j != comma or forms[comma] != ",":
            break
        earlier.insert(0, name)
        at, first = at - 1, name.i
    opens = not earlier or first == 0 or forms[first - 1] not in role_words()["place"] | role_words()["preposition"]
    return earlier if opens else []


def listed_on(passage: Passage, names: list[Named]) -> list[Named]:
    """Names and those behind commas that make one list with them: condemned Russia, Belarus and Iran."""
    forms, found = passage.tokens.forms, list(names)
    at = bisect_right(passage.named, names[-1].i, key=lambda name: name.i) if names else len(passage.named)
    while at < len(passage.named) and len(found) < _LONGEST_LIST:
        last, name = found[-1], passage.named[at]
        if not acts(passage, name) or not all(form in role_words()["joining"] for form in forms[last.j : name.i]):
            break
        found.append(name)
        if "and" in forms[last.j : name.i]:
            return names if _goes_on(passage, name.j) else found
        at += 1
    return names


def _goes_on(passage: Passage, i: int) -> bool:
    """Whether a word behind a name begins another statement about it: … and India retaliated."""
    forms, words = passage.tokens.forms, role_words()
    small = words["preposition"] | words["place"] | words["agent"] | words["subordinate"] | words["conjunction"]
    return i < len(forms) and passage.tokens.is_word(i) and forms[i] not in small


def _ends_list(passage: Passage, one: Named, other: Named) -> bool:
    """Whether "and" joins two names."""
    between = passage.tokens.forms[one.j : other.i]
    return "and" in between and all(form in role_words()["joining"] for form in between)


def _resumes(passage: Passage, start: int, verb: int, floor: int) -> bool:
    """Whether a verb stands directly behind a comma, so that its subject stood before: Chad, which …, closed …."""
    comma = passage.tokens.forms[start] == "," and start > floor
    return comma and before_light(passage, start + 1, verb) == start + 1


def _far(passage: Passage, scene: Scene, start: int, floor: int) -> list[Named]:
    """The names that open the sentence as its subject, where only asides or verbs with that subject lie between."""
    begin = max(behind_dateline(passage, scene), floor)
    last = bisect_right(scene.breaks, start)
    breaks = [i for i in scene.breaks[max(0, last - _SEGMENTS - 1) : last] if i > begin]
    if len(breaks) > _SEGMENTS:
        return []
    parts = [Span(i, j) for i, j in pairwise([begin, *breaks])]
    while parts and _introduces(passage, parts[0]):
        parts.pop(0)
    if not parts or any(_own_sentence(passage, scene, part) for part in parts[1:]):
        return []
    return _subject_of(passage, scene, parts[0])


def _subject_of(passage: Passage, scene: Scene, part: Span) -> list[Named]:
    """The names before the first verb of a stretch that begins with its subject."""
    end = next((hit.i for hit in scene.within(part.i, part.j) if hit.value.triggers), part.j)
    return sorted_names(passage, Span(part.i, end), end).before


def _introduces(passage: Passage, part: Span) -> bool:
    """Whether a stretch only says when or how: On Monday, After the talks."""
    return passage.tokens.forms[part.i] in role_words()["introducing"]


def _own_sentence(passage: Passage, scene: Scene, part: Span) -> bool:
    """Whether a stretch behind a comma has a subject and a verb of its own and is no relative clause."""
    opening = part.i + (not passage.tokens.is_word(part.i))
    if passage.tokens.forms[opening] in role_words()["relative"]:
        return False
    verb = next((hit.i for hit in scene.within(part.i, part.j) if hit.value.triggers), None)
    return verb is not None and before_light(passage, opening, verb) > opening
