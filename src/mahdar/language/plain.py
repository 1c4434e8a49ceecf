"""The text of a report as it was written: without what a page, a mail or a list put around and between its words."""

from __future__ import annotations

import re
from functools import cache

from mahdar.language.furniture import BULLETS, without_furniture
from mahdar.language.wrapping import unwrapped
from mahdar.tables import read_toml

_BULLET = re.compile(rf"^[^\S\n]*[{BULLETS}]", re.MULTILINE)


def plain(text: str) -> str:
    """The text, as long as before, with blanks for entities of white space, the page's own lines, line ends that only
    the width of a page set, and bullets.
    """
    spaced = _entities().sub(_blank, text) if "&" in text else text
    paragraphs = unwrapped(without_furniture(spaced))
    return _BULLET.sub(_blank, paragraphs) if any(map(paragraphs.__contains__, BULLETS)) else paragraphs


def _blank(mark: re.Match[str]) -> str:
    return " " * len(mark.group())


@cache
def _entities() -> re.Pattern[str]:
    """Entities of HTML that stand for white space or for a mark of direction: "12&nbsp;April"."""
    names = "|".join(map(re.escape, read_toml("mahdar.language", "folding.toml")["blank_entities"]))
    return re.compile(f"&(?:{names})(?:;|(?![a-z0-9]))", re.IGNORECASE)
