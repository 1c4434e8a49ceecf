"""Quotation marks of all kinds, balanced or not, as spans of tokens.

Directed marks (« », „ “, “ ”) say by themselves whether they open; Arabic newsrooms also write “ … “ and ". A mark is
taken by its surroundings where its form does not decide. A quotation that nothing closes ends with its paragraph,
or with the last sentence before a mark that must open anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.language.tokens import NEWLINE, Tokens

_CLOSE_OF = {"«": "»", "“": "”", "”": "“", "„": "“", "‹": "›", '"': '"', "'": "'", "''": "''", "``": "''"}
_ALSO_PAIRS = frozenset({"““", "„”", "””", '"”', '“"', "\"''", "''\""})
_OPENERS = frozenset(_CLOSE_OF)
_PURE_CLOSERS = frozenset("»”›")
_MARKS = _OPENERS | _PURE_CLOSERS | {NEWLINE}
_SAME = frozenset({'"', "'", "''"})
_STOPS = frozenset(".!?؟…")
_DEEPEST = 6
_MOST_LINES = 4
_FARTHEST = 150


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between the marks: tokens ``i`` to ``j``; ``balanced`` is False where no mark closed it."""

    i: int
    j: int
    balanced: bool
    depth: int


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    i: int


def quotes(tokens: Tokens) -> list[Quote]:
    """The quotations in order of their openings."""
    found: list[Quote] = []
    stack: list[_Open] = []
    for i in [i for i, form in enumerate(tokens.forms) if form in _MARKS]:
        if tokens.forms[i] == NEWLINE:
            if len(stack) != 1 or not _runs_on(tokens, stack[0], i):
                _close_all(tokens, found, stack, i)
        else:
            _take(tokens, found, stack, i)
    _close_all(tokens, found, stack, len(tokens))
    return sorted(found, key=lambda q: (q.i, -q.j))


def _take(tokens: Tokens, found: list[Quote], stack: list[_Open], i: int) -> None:
    form = tokens.forms[i]
    if _closes(tokens, stack, i):
        while stack:
            opened = stack.pop()
            matches = _matches(opened.mark, form)
            found.append(Quote(opened.i + 1, i, matches, len(stack)))
            if matches:
                return
    elif form in _OPENERS and _may_open(tokens, i):
        if stack and stack[-1].mark == form and form in _SAME and not _both_close(tokens, i):
            _abandon(tokens, found, stack, i)
        if len(stack) < _DEEPEST:
            stack.append(_Open(form, i))


def _matches(opening: str, closing: str) -> bool:
    return closing == _CLOSE_OF[opening] or opening + closing in _ALSO_PAIRS


def _closes(tokens: Tokens, stack: list[_Open], i: int) -> bool:
    """Whether the mark at i closes an open quotation rather than opening one inside it."""
    form = tokens.forms[i]
    if not any(_matches(opened.mark, form) for opened in stack):
        return False
    return form in _PURE_CLOSERS or not _only_opens(tokens, i)


def _only_opens(tokens: Tokens, i: int) -> bool:
    """Space or the head of a line before and none behind: such a mark opens."""
    apart = not tokens.touches(i) or tokens.forms[i - 1] == NEWLINE
    return apart and i + 1 < len(tokens) and tokens.touches(i + 1) and tokens.is_word(i + 1)


def _may_open(tokens: Tokens, i: int) -> bool:
    """A single mark and one turned round open only before a word; the others wherever something follows."""
    if i + 1 >= len(tokens):
        return False
    if tokens.forms[i] in "'”":
        return _only_opens(tokens, i)
    return True


def _runs_on(tokens: Tokens, opened: _Open, i: int) -> bool:
    """Whether a quotation open at the line end i goes on: the next mark, within a few lines, can only close it."""
    lines = 0
    for k in range(i, min(len(tokens), i + _FARTHEST)):
        form = tokens.forms[k]
        if form == NEWLINE:
            lines += 1
            if lines > _MOST_LINES or tokens.forms[k - 1] == NEWLINE:
                return False
        elif form != "'" and form in _MARKS:
            behind = k + 1 == len(tokens) or not tokens.touches(k + 1) or not tokens.is_word(k + 1)
            return _matches(opened.mark, form) and tokens.touches(k) and tokens.forms[k - 1] != NEWLINE and behind
    return False


def _both_close(tokens: Tokens, i: int) -> bool:
    """Whether the next two marks of this kind in the paragraph close: the one at i opens inside the quotation."""
    closing = 0
    for k in range(i + 1, min(len(tokens), i + _FARTHEST)):
        form = tokens.forms[k]
        if form == NEWLINE or (form == tokens.forms[i] and _only_opens(tokens, k)):
            return False
        closing += form == tokens.forms[i] and tokens.touches(k)
        if closing > 1:
            return True
    return False


def _abandon(tokens: Tokens, found: list[Quote], stack: list[_Open], i: int) -> None:
    """End an unclosed quotation at the last sentence end before token i, or just before it."""
    opened = stack.pop()
    stops = [k for k in range(i - 1, opened.i, -1) if tokens.forms[k] in _STOPS]
    found.append(Quote(opened.i + 1, stops[0] if stops else i, False, len(stack)))


def _close_all(tokens: Tokens, found: list[Quote], stack: list[_Open], i: int) -> None:
    """At a paragraph end nothing stays open; a lone single mark was an apostrophe."""
    while stack:
        opened = stack.pop()
        if opened.mark != "'" and i > opened.i + 1:
            found.append(Quote(opened.i + 1, _before_stop(tokens, opened.i, i), False, len(stack)))


def _before_stop(tokens: Tokens, opened: int, end: int) -> int:
    return end - 1 if tokens.forms[end - 1] in _STOPS and end - 1 > opened + 1 else end
