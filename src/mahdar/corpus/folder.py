"""The folder of a corpus: what a run was asked for, its parts, which of them are done, and the manifest.

OUT/reports/part-000000.parquet …    the tables, one file a part
OUT/manifest.json                    versions, counts and hashes; `complete` says whether all parts are done
OUT/_state/run.json                  what was asked for; a run that asks for something else is refused
OUT/_state/parts.json                the parts of the input
OUT/_state/done/…                    one entry for each part that is there for good
"""

from __future__ import annotations

import fcntl
import json
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from mahdar.corpus.errors import CorpusError
from mahdar.corpus.inputs import Source
from mahdar.corpus.plan import Cut, Part, numbered
from mahdar.corpus.schemas import TABLES
from mahdar.corpus.writing import done_path, part_name, write_json

FORMAT = "mahdar/corpus/1"
Told = dict[str, Any]


class Folder:
    """One corpus on disk."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self.state = self.path / "_state"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other runs out. Raises CorpusError where one is at work, or the folder cannot be written."""
        try:
            self.state.mkdir(parents=True, exist_ok=True)
            with (self.state / "lock").open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                yield
        except BlockingIOError:
            raise CorpusError(f"{self.path}: another run is at work here; wait for its end") from None
        except (PermissionError, NotADirectoryError, FileExistsError) as error:
            raise CorpusError(f"{self.path}: cannot be written: {error.strerror}") from None

    def begin(self, asked: Told) -> bool:
        """Whether this is a new run. Raises CorpusError where the folder holds another one, or other things."""
        here = self.state / "run.json"
        if here.is_file():
            told = json.loads(here.read_text("utf-8"))
            other = [name for name in asked if asked[name] != told.get(name)]
            if other:
                raise CorpusError(f"{self.path} holds a run that differs in {', '.join(other)}; name another folder")
            shutil.rmtree(self.state / "unfinished", ignore_errors=True)
            return False
        strange = [each.name for each in self.path.iterdir() if each != self.state]
        if strange:
            raise CorpusError(f"{self.path} holds other things ({strange[0]}); name an empty folder or a new one")
        write_json(here, asked)
        return True

    def asked(self) -> Told:
        """What the run was asked for. Raises CorpusError where the folder holds none."""
        here = self.state / "run.json"
        if not here.is_file():
            raise CorpusError(f"{self.path}: no corpus is here; `mahdar corpus read IN OUT` makes one")
        told: Told = json.loads(here.read_text("utf-8"))
        return told

    def parts(self) -> list[Part] | None:
        """The parts, if they were written."""
        here = self.state / "parts.json"
        if not here.is_file():
            return None
        told = json.loads(here.read_text("utf-8"))
        sources = [Source(**each) for each in told["sources"]]
        return list(numbered(sources, [[Cut(*cut) for cut in cuts] for cuts in told["cuts"]]))

    def put_parts(self, sources: Sequence[Source], cuts: Sequence[Sequence[Cut]]) -> None:
        """Write the parts of all files."""
        plain = [[(cut.offset, cut.before, cut.count) for cut in here] for here in cuts]
        write_json(self.state / "parts.json", {"sources": [asdict(each) for each in sources], "cuts": plain})

    def done(self, number: int) -> Told | None:
        """The entry of a part; None where it is not done."""
        here = done_path(self.state, number)
        if not here.is_file():
            return None
        told: Told = json.loads(here.read_text("utf-8"))
        return told

    def files(self, table: str) -> list[str]:
        """The files of a table, in the order of the parts. Raises CorpusError where parts are missing."""
        self.asked()
        parts = self.parts()
        if parts is None or not all(self.done(part.number) for part in parts):
            raise CorpusError(f"{self.path}: not all parts are read; call `mahdar corpus read` again, it goes on")
        return [str(self.path / table / f"{part_name(part.number)}.parquet") for part in parts]

    def write_manifest(self, parts: Sequence[Part], versions: Mapping[str, str]) -> Told:
        """Write and give the manifest: nothing in it depends on when, where or by how many workers was read."""
        entries = {part.number: self.done(part.number) for part in parts}
        done = {number: entry for number, entry in entries.items() if entry}
        counts: Counter[str] = Counter()
        rows: Counter[str] = Counter(dict.fromkeys(TABLES, 0))
        files = {}
        for number, entry in sorted(done.items()):
            counts.update(entry["counts"])
            for table, about in entry["files"].items():
                rows[table] += about["rows"]
                files[f"{table}/{part_name(number)}.parquet"] = about
        told = {
            "format": FORMAT,
            "versions": dict(versions),
            "asked": self.asked(),
            "complete": len(done) == len(parts),
            "parts": len(parts),
            "parts_done": len(done),
            "reports": dict(sorted(counts.items())),
            "left_out": self._left_out(counts),
            "rows": dict(sorted(rows.items())),
            "files": files,
        }
        write_json(self.path / "manifest.json", told)
        return told

    def _left_out(self, counts: Mapping[str, int]) -> dict[str, int]:
        """How many reports each choice took away."""
        here = self.state / "chosen.json"
        if here.is_file():
            told: dict[str, int] = json.loads(here.read_text("utf-8"))["left_out"]
            return told
        return {"other_language": counts.get("left_out", 0)}
