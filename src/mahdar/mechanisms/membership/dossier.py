"""What the dossier of a state says of its membership of the United Nations."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.dossier import Dossier, Line, line, sentence, time
from mahdar.record.access import Record

_PACKAGE = "mahdar.mechanisms.membership"


def lines(state: str, record: Record) -> Iterator[Line]:
    """Admission and what came after."""
    for event in record.member_events(state):
        what = sentence(_PACKAGE, event.event, name=event.name, detail=event.detail)
        yield line(time(event.when), what, event)


DOSSIER = Dossier(lines, ("un_members",))
