"""One call of `mahdar read`: report after report in, each reading out as soon as it is there.

A report that cannot be read costs the others nothing; an interruption keeps all that was read before it.
"""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mahdar.characters import escape_json, harmless
from mahdar.library.capture import Captured, CaptureError, capture
from mahdar.model import Reading

if TYPE_CHECKING:
    from rich.console import Console

    from mahdar.record.access import Record

OK, SOME_FAILED, INTERRUPTED = 0, 1, 130


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for; ``published`` is EDTF, ``as_of`` a day in ISO form."""

    published: str | None = None
    outlet: str | None = None
    as_of: str | None = None
    checks: bool = True
    json: bool = False
    html: Path | None = None
    record: Path | None = None


@dataclass
class Session:
    """Reads files one by one and shows them; ``run`` gives the exit status."""

    options: Options
    failed: int = 0
    shown: list[tuple[str, Reading]] = field(default_factory=list)

    def run(self, files: Sequence[str]) -> int:
        status = OK
        try:
            self._run(files)
        except KeyboardInterrupt:
            complain("interrupted; what was read before is kept")
            status = INTERRUPTED
        finally:
            if self.options.html and self.shown:
                self._write_page(self.options.html)
        return status or (SOME_FAILED if self.failed else OK)

    def _run(self, files: Sequence[str]) -> None:
        try:
            record = self._open_record()
        except Exception as error:  # whatever DuckDB or the system says of a file that is no record
            self._fail(f"{harmless(str(self.options.record))}: cannot be opened as a record: {harmless(str(error))}")
            return
        for name in progress(files):
            captured = self._capture(name)
            if captured is None:
                continue
            reading = self._read(captured, record)
            if reading is not None:
                self._show(captured, reading)

    def _open_record(self) -> Record | None:
        """The record that the user named; None stands for the one that comes with the package."""
        if self.options.record is None:
            return None
        from mahdar.record.access import Record

        return Record.open(self.options.record)

    def _capture(self, name: str) -> Captured | None:
        try:
            return capture(name)
        except CaptureError as error:
            self._fail(f"{harmless(error.name)}: {error}")
            return None

    def _read(self, captured: Captured, record: Record | None) -> Reading | None:
        from mahdar import pipeline

        options = self.options
        try:
            reading = pipeline.read(
                captured.text,
                id=captured.name,
                raw=captured.raw,
                published=options.published,
                outlet=options.outlet,
                as_of=date.fromisoformat(options.as_of) if options.as_of else None,
                record=record,
                checks=options.checks,
            )
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            self._fail(f"{harmless(captured.name)}: a fault in Mahdar ({type(error).__name__}); please report it")
            return None
        return replace(reading, report=replace(reading.report, notes=(*captured.notes, *reading.report.notes)))

    def _show(self, captured: Captured, reading: Reading) -> None:
        if self.options.html:
            self.shown.append((captured.text, reading))
        if self.options.json:
            write_line(escape_json(json.dumps(reading.to_dict(), ensure_ascii=False)))
        else:
            from mahdar.export.terminal import show

            show(reading, captured.text, console())
        sys.stdout.flush()

    def _write_page(self, target: Path) -> None:
        from mahdar.export.page import page

        try:
            write_whole(target, page(self.shown))
        except OSError as error:
            self._fail(f"{harmless(str(target))}: cannot be written: {error.strerror}")

    def _fail(self, problem: str) -> None:
        self.failed += 1
        complain(problem)


def complain(problem: str) -> None:
    """One line on standard error, so that standard output holds readings alone."""
    print(f"mahdar: {problem}", file=sys.stderr, flush=True)


def write_line(line: str) -> None:
    """A line of UTF-8, whatever the encoding of the terminal: JSON has no other."""
    sys.stdout.buffer.write(line.encode() + b"\n")


def write_whole(target: Path, text: str) -> None:
    """Write a file so that at its name stands either what was there before or all of the new text."""
    handle, name = tempfile.mkstemp(dir=target.absolute().parent, prefix=f".{target.name}.")
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        part.chmod(0o644)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def console() -> Console:
    """Standard output for pages; a letter that its encoding lacks becomes a question mark, not an error."""
    from rich.console import Console

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    return Console(file=sys.stdout)


def progress(files: Sequence[str]) -> Iterator[str]:
    """The files, with a bar on standard error where somebody watches and no pages run over the same screen."""
    if len(files) < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(files, description="Reading", console=Console(stderr=True), transient=True)
