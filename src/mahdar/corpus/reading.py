"""Reading one part: each report by the same reader, its rows into the tables, what cannot be read into `rejected`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mahdar.corpus.errors import CorpusError
from mahdar.corpus.items import items
from mahdar.corpus.languages import language_of
from mahdar.corpus.plan import Part
from mahdar.corpus.rows import rows_of
from mahdar.corpus.writing import PartWriter
from mahdar.library.items import Item, Refused
from mahdar.library.reader import Asked, reader_version

if TYPE_CHECKING:
    from mahdar.record.access import Record

_LONGEST = 2_000  # characters of what is told of a report that is rejected


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all parts: where to write, which languages (all where empty), by which record.

    ``reader`` and ``digest`` are the reader's version and the record's hash that the run began with.
    """

    folder: str
    languages: tuple[str, ...] = ()
    record: str | None = None
    reader: str = ""
    digest: str = ""


class Reader:
    """Reads parts one after the other; the record and the tables of the reader are loaded once."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._record = open_record(job)

    def read(self, part: Part, kept: frozenset[int] | None = None) -> dict[str, int]:
        """Read a part and write its tables; ``kept`` are the places of the reports to read, None for all.

        Gives how many reports were read, rejected and left out. Raises OSError where a file can be neither read nor
        written.
        """
        writer = PartWriter(Path(self._job.folder), part.number)
        counts: Counter[str] = Counter(read=0, rejected=0)
        try:
            for place, found in self._chosen(part, kept, counts):
                self._take(part, place, found, writer, counts)
            writer.close(dict(counts))
        except BaseException:
            writer.drop()
            raise
        return dict(counts)

    def _chosen(
        self, part: Part, kept: frozenset[int] | None, counts: Counter[str]
    ) -> Iterator[tuple[int, Item | Refused]]:
        """Those that are to be read, and what was refused; the others are counted."""
        for place, found in enumerate(items(part)):
            if (isinstance(found, Item) and kept is not None and place not in kept) or (
                isinstance(found, Item) and kept is None and not wanted(found.text, self._job.languages)
            ):
                counts["left_out"] += 1
            else:
                yield place, found

    def _take(self, part: Part, place: int, found: Item | Refused, writer: PartWriter, counts: Counter[str]) -> None:
        problem = (found.name, found.problem) if isinstance(found, Refused) else self._read(part, place, found, writer)
        if problem:
            where, why = (text.encode("utf-8", "replace").decode()[:_LONGEST] for text in problem)
            writer.add("rejected", [(part.number, where, why)])
        counts["rejected" if problem else "read"] += 1

    def _read(self, part: Part, place: int, item: Item, writer: PartWriter) -> tuple[str, str] | None:
        """Put one report into the tables; what is wrong otherwise."""
        from mahdar.library.reader import read

        text = item.text.encode("utf-8", "replace").decode()
        asked = Asked.of(replace(item, raw=text.encode(), text=text))
        try:
            reading = read(asked, self._record).reading
            rows = [(table, list(rows)) for table, rows in rows_of(part.key(place), text, reading)]
        except Exception as error:  # a fault of the reader costs the others nothing
            return item.id, f"a fault in Mahdar ({type(error).__name__}: {error}); please report it"
        for table, found in rows:
            writer.add(table, found)
        return None


def open_record(job: Job) -> Record:
    """The record of the run. Raises CorpusError where this machine has another reader or another record."""
    from mahdar.record.access import Record
    from mahdar.record.store import RecordError

    try:
        record = Record.open(Path(job.record) if job.record else None)
    except RecordError as error:
        raise CorpusError(str(error)) from None
    for what, here, there in (("reader", reader_version(), job.reader), ("record", record.hash, job.digest)):
        if there and here != there:
            raise CorpusError(
                f"a worker has another {what} ({here[:24]}) than the run ({there[:24]}); install the same"
            )
    return record


def wanted(text: str, languages: tuple[str, ...]) -> bool:
    """Whether a text is in one of the languages; in any where none is named."""
    return not languages or language_of(text) in languages
