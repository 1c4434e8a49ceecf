"""Notes on a report in the language of the page. A reading keeps them as they were written, most of them in English."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from mahdar.tables import read_rows

_LONGEST = 600  # characters; a note with a longer quotation is shown as it was written
_PLACE = re.compile(r"\\\{(\w+)\\\}")
_FORMS = {"count": r"\d+", "s": "s?"}


def in_language(note: str, language: str) -> str:
    """The note in Arabic or English by `notes.csv`, or as it was written where no row knows it."""
    if len(note) <= _LONGEST:
        for pattern, wanted in _patterns(language):
            if found := pattern.fullmatch(note):
                return wanted.format_map(defaultdict(str, found.groupdict()))
    return note


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What notes look like in the other language, the most particular first, with their wording in this one."""
    other = "en" if language == "ar" else "ar"
    rows = sorted(read_rows("mahdar.export", "notes.csv"), key=lambda row: -len(row[other]))
    return tuple((_pattern(row[other]), row[language]) for row in rows)


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(_PLACE.sub(lambda place: f"(?P<{place[1]}>{_FORMS.get(place[1], '.+')})", re.escape(template)))
