"""Which state was reviewed in which session of the Universal Periodic Review (CSV in the columns of UPR Info)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mahdar.record.loading.publication import Head, Loader
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.values import csv_lines, cycle_of_session, integer
from mahdar.record.states import find_state


def _recognises(head: Head) -> bool:
    return head.columns[1:] == ("To", "To_COW", "Session")


def _load(path: Path, sink: Sink) -> None:
    sink.write("reviews", _rows(path, sink))


def _rows(path: Path, sink: Sink) -> Iterator[dict[str, object]]:
    for place, line in csv_lines(path, needed=("To", "Session")):
        state, session = find_state(line["To"]), integer(line["Session"])
        if state is None or session is None:
            sink.remark("lost", "no such state or session", place=place, value=f"{line['To']}, {line['Session']}")
            continue
        yield {"place": place, "state": state, "session": session, "cycle": cycle_of_session(session)}
    sink.remark("ignored", "To_COW repeats the state's name as a code of the Correlates of War project")


LOADER = Loader("upr-sessions", "States reviewed, by session", "upr-info", _recognises, _load)
