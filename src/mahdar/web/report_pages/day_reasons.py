"""Why a report has its day, in the language of the page: the library keeps the reason as an English phrase."""

from __future__ import annotations

import re

from mahdar.web.asking import Ask
from mahdar.web.wording import N_

# What mahdar.library and mahdar.web.taking write, and the message for it; names of groups are those of the message.
_PHRASES = (
    (r"given with the report|--published", N_("given with the report")),
    (r"`(?P<name>\w+)` of the line", N_("the field %(name)s of the line with which it came")),
    (r"the dateline of the report", N_("the dateline of the report")),
    (r"inferred from what the report says of the record", N_("inferred from what the report says of the record")),
    (
        r"read off the page by htmldate; its publisher's metadata give no date",
        N_("read off the page by htmldate; its publisher's metadata give no date"),
    ),
    (r"(?P<place>.+) of the page says (?P<value>.+)", N_("%(place)s of the page says %(value)s")),
    (r"the feed (?P<feed>.+) says (?P<value>.+)", N_("the feed %(feed)s says %(value)s")),
)


def day_reason(ask: Ask, phrase: str | None) -> str:
    """The phrase in the language of the page; as it is where nothing here writes it."""
    for pattern, message in _PHRASES:
        found = re.fullmatch(pattern, phrase or "", re.DOTALL)
        if found:
            return ask.say(message, **found.groupdict()) if found.groupdict() else ask.say(message)
    return phrase or ""
