"""A library's reports, all or those of a search, given one by one to what writes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mahdar.dossier.kept import how_many, kept
from mahdar.export.kept import Sink
from mahdar.library.opened import Library
from mahdar.library.searching import Question, found_keys

_ALL = Question()


Begin = Callable[[int], Callable[[], None]]


def send(
    library: Library, sinks: Sequence[Sink], question: Question = _ALL, begin: Begin = lambda _: lambda: None
) -> int:
    """Give every report that was read, and that the question finds, to each sink, in the order in which they came.

    `begin` is told how many there may be and gives what is called after each. How many there were. Raises LibraryError
    where the library cannot be read.
    """
    count = 0
    with library.reading() as connection:
        keys = found_keys(connection, question)
        step = begin(how_many(connection, keys))
        for one in kept(connection, None if question == _ALL else keys):
            for sink in sinks:
                sink.take(one)
            count += 1
            step()
    return count
