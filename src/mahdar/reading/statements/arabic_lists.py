"""What is demanded or stated in a list of its own lines behind a colon: called for the following:"""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.arabic_clauses import Content
from mahdar.reading.statements.arabic_content import trim
from mahdar.reading.statements.arabic_cues import words
from mahdar.reading.statements.scene import Scene

_BULLETS = frozenset("-–—*·")
_BEHIND_NUMBER = frozenset("-–.)")
_LONGEST = 4
_LONGEST_LIST = 400


def listed(scene: Scene, content: Content) -> Content:
    """The lines that a content such as ما يلي only points at; other contents as they are."""
    colon = content.j
    if content.j - content.i > _LONGEST or colon + 2 >= len(scene.forms) or scene.forms[colon] != ":":
        return content
    if scene.forms[colon - 1] not in words("following"):
        return content
    first = colon + 1
    j = _list_end(scene, first)
    if j == first:
        return content
    i = _past_bullet(scene, first)
    return replace(content, i=i, j=trim(scene, i, j), frame="quote")


def _list_end(scene: Scene, i: int) -> int:
    """The end of the lines that each open with a bullet or a number, from token i on; i itself where none does."""
    end = i
    while end < min(len(scene.forms) - 1, i + _LONGEST_LIST) and _past_bullet(scene, end) > end:
        end = scene.sentence(end + 1).j
        while end < len(scene.forms) and scene.forms[end] != NEWLINE:
            end = scene.sentence(end).j
    return end


def _past_bullet(scene: Scene, i: int) -> int:
    """Behind the line break and the bullet or number that begin at token i; i itself where they do not."""
    k = i
    while k < len(scene.forms) and scene.forms[k] == NEWLINE:
        k += 1
    if k < len(scene.forms) and scene.passage.tokens.behind_bullet(k):
        return k
    if k == i or k + 2 >= len(scene.forms):
        return i
    if scene.forms[k] in _BULLETS:
        return k + 1
    numbered = scene.passage.tokens.is_number(k) and scene.forms[k + 1] in _BEHIND_NUMBER
    return k + 2 if numbered else i
