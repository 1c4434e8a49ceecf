"""Lines between the paragraphs of a pasted page that lead to other pages: ``Read more: …``, ``اقرأ أيضا``.

They are other reports' headlines: who speaks there is not who "he" is in the next paragraph, and their day is another.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from mahdar.tables import read_toml

BULLETS = "•▪●◦‣"
"""Marks that open a line of a list and say nothing."""
_OPENING = " \t*>|-«»[(\u200e\u200f" + BULLETS
_LABEL = re.compile(r"([^:|»>–—…\])]{1,30})([:|»>–—…\])]|$)")
_BEGINNING = 3  # letters that tell most lines from labels
_HEADLINE = 120  # characters of the longest line that is taken for the headline behind a label
_STOPS = ".!؟"
_AND = "و"
_PLAIN = {**dict.fromkeys(range(0x64B, 0x653)), **dict.fromkeys(map(ord, "أإآ"), "ا"), ord("’"): "'"}

Label = Literal["alone", "leads"]


def without_furniture(text: str) -> str:
    """The text, as long as before, with blanks for such lines and for the headline behind a label that stands alone."""
    lines = text.split("\n")
    if not any(map(_label, lines[1:])):
        return text
    kept, behind = [lines[0]], False
    for line in lines[1:]:
        label = _label(line)
        kept.append(" " * len(line) if label or (behind and _is_headline(line)) else line)
        behind = label == "alone" or (behind and not line.strip())
    return "\n".join(kept)


def _label(line: str) -> Label | None:
    """Whether a line is a label alone, or one that leads to a headline."""
    line = line.lstrip(_OPENING)
    found = _LABEL.match(line) if _plain(line[:_BEGINNING]) in _beginnings() else None
    if found is None:
        return None
    words, rest = _plain(found[1]), line[found.end() :].strip()
    if words in _labels("leading"):
        return "leads" if rest else "alone"
    return "leads" if not rest and words in _labels("alone") else None


def _is_headline(line: str) -> bool:
    """Whether a line behind a label can be a headline: short, without a stop, not going on with "and"."""
    words = line.strip()
    return 0 < len(words) <= _HEADLINE and words[-1] not in _STOPS and not words.startswith(_AND)


def _plain(words: str) -> str:
    return words.strip().casefold().translate(_PLAIN)


@cache
def _beginnings() -> frozenset[str]:
    listed: dict[str, list[str]] = read_toml("mahdar.language", "furniture.toml")
    return frozenset(_plain(label)[:_BEGINNING] for labels in listed.values() for label in labels)


@cache
def _labels(kind: str) -> frozenset[str]:
    listed: list[str] = read_toml("mahdar.language", "furniture.toml")[kind]
    return frozenset(map(_plain, listed))
