"""Where the words of a sentence begin behind its dateline: سيول 4 مايو (رويترز) -, NAIROBI, Kenya (AP) —."""

from __future__ import annotations

from bisect import bisect_left

from mahdar.language.tokens import COMMAS, NEWLINE
from mahdar.reading.events.scene import Scene
from mahdar.reading.passage import Passage

_DASH = "-"
_MARKS = COMMAS | frozenset("()./|")
_LONGEST = 16  # tokens


def behind_dateline(passage: Passage, scene: Scene) -> int:
    """The token behind the dash of a dateline at the head of a sentence, else the first token of the sentence."""
    forms, start = passage.tokens.forms, scene.span.i
    if start > 0 and forms[start - 1] != NEWLINE:
        return start
    k, dated = start, False
    while k < min(scene.span.j, start + _LONGEST) and forms[k] != _DASH:
        beyond, dates = _past_part(passage, k)
        if beyond == k:
            return start
        k, dated = beyond, dated or dates
    signed = k > start and (forms[k - 1] == ")" or dated)
    return k + 1 if signed and k < min(scene.span.j, start + _LONGEST) else start


def _past_part(passage: Passage, k: int) -> tuple[int, bool]:
    """Past the name, time or mark at token k, and whether it is a time; k itself where nothing of a dateline is."""
    tokens = passage.tokens
    at = bisect_left(passage.times, k, key=lambda time: time.i)
    if at < len(passage.times) and passage.times[at].i == k:
        return passage.times[at].j, True
    named = bisect_left(passage.named, k, key=lambda name: name.i)
    if named < len(passage.named) and passage.named[named].i == k:
        return max(passage.named[named].j, k + 1), False
    loose = tokens.forms[k] in _MARKS or tokens.is_number(k) or tokens.is_capital(k)
    return k + loose, False
