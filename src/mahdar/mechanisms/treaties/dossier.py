"""What the dossier of a state says of treaties: what it signed, joined and left."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.dossier import Dossier, Line, line, sentence, time
from mahdar.checking.wording import Pair
from mahdar.record.access import Record

_PACKAGE = "mahdar.mechanisms.treaties"


def lines(state: str, record: Record) -> Iterator[Line]:
    """Every action of a state on a treaty, with the year alone where the record has no more."""
    for row in record.treaty_actions(state):
        treaty = record.treaty(row.treaty)
        title = Pair(treaty.title, treaty.title_ar) if treaty else Pair(row.note, row.note)
        note = row.note if treaty else ""
        yield line(time(row.when), sentence(_PACKAGE, row.action, title=title, note=note), row)


DOSSIER = Dossier(lines, ("treaty_actions",))
