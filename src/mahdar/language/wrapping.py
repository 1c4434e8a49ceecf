"""Line ends that only the width of a page set: text pasted from a mail, a PDF or an old wire archive.

A line end usually ends a paragraph. In wrapped prose it stands in the middle of sentences: lines are of one length,
most of the full ones end without a stop, the next goes on in lower case where the script has it, and the last line of
a paragraph ends with one, or else every line is filled to the last word. Lists, tables, poems and headlines lack one
or more of these signs and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

_NARROWEST, _WIDEST = 40, 130  # characters of the longest line of a wrapped text
_FULL = 0.7  # of the longest line: proportional type has shorter and longer lines of one width
_LEAST, _FEW = 3, 2  # full lines that end without a stop; fewer where each goes on in lower case
_SHARE = 0.5  # of full lines without a stop, of paragraphs that end with one, of lines that go on in lower case
_STOPPED = re.compile(r"[.!?؟…:؛;][\"”“»›)\]'’]*$")
_LISTED = re.compile(r"(?:[-*•·▪–—>+]|[(\[]?(?:\d{1,3}|[^\W\d_])[.)\]])\s")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's words, without the blanks around them, its width, and the offset of the line end behind it."""

    words: str
    width: int
    end: int


def unwrapped(text: str) -> str:
    """The text, as long as before, with a blank for every line end that only the width of a page set."""
    ends = text.count("\n")
    if ends < _FEW or len(text) > ends * _WIDEST * 2:
        return text
    soft = _soft([*_lines(text), _Line("", 0, len(text))])
    return " ".join(text[i + 1 : j] for i, j in pairwise((-1, *soft, len(text)))) if soft else text


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.split("\n"):
        at += len(line) + 1
        yield _Line(line.strip(), len(line.rstrip()), at - 1)


def _soft(lines: list[_Line]) -> list[int]:
    """The offsets of the line ends that end nothing; none unless the whole text looks like wrapped prose."""
    widest = max(line.width for line in lines)
    if not _NARROWEST <= widest <= _WIDEST:
        return []
    full: list[tuple[_Line, _Line]] = []
    last: list[_Line] = []
    for line, following in pairwise(lines):
        if line.width >= widest * _FULL and following.words and not _LISTED.match(following.words):
            full.append((line, following))
        elif line.words and not _LISTED.match(line.words):
            last.append(line)
    unstopped = [(line, following.words[0]) for line, following in full if not _is_stopped(line)]
    cased = [first.islower() for _, first in unstopped if first.islower() or first.isupper()]
    prose = _mostly(map(_is_stopped, last)) or _is_filled(full, widest)
    least = _FEW if len(cased) == len(unstopped) and all(cased) else _LEAST
    wrapped = prose and len(unstopped) >= max(least, _SHARE * len(full)) and _mostly(cased)
    return [line.end for line, _ in full] if wrapped else []


def _is_filled(full: list[tuple[_Line, _Line]], widest: int) -> bool:
    """Whether many lines hold all the words that they can: not one has room for the first word of the next."""
    words = ((line, following.words.split(maxsplit=1)[0]) for line, following in full)
    return len(full) > 2 * _LEAST and all(line.width + 1 + len(word) > widest for line, word in words)


def _is_stopped(line: _Line) -> bool:
    return _STOPPED.search(line.words) is not None


def _mostly(signs: Iterable[bool]) -> bool:
    """Whether half of them hold, or there are none."""
    known = list(signs)
    return sum(known) >= _SHARE * len(known)
