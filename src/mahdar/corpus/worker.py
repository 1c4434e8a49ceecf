"""What a worker process of the engine does: tasks as JSON in, what became of them as JSON out.

A task that fails for a reason that trying again will not mend (a full disk, another version) says so in its answer; a
worker that dies says nothing, and its task is given to another.
"""

from __future__ import annotations

import atexit
import json
import os
import sys
from collections.abc import Callable
from functools import cached_property
from typing import Any

import daft

from mahdar.corpus.errors import CorpusError
from mahdar.corpus.inputs import Source
from mahdar.corpus.places import unpacked
from mahdar.corpus.plan import Part, cut_up
from mahdar.corpus.reading import Job, Reader

Told = dict[str, Any]


class Worker:
    """One per process; what it loads stays for all of its tasks."""

    def __init__(self, job: str) -> None:
        told = json.loads(job)
        self._told = {**told, "languages": tuple(told.get("languages", ()))}
        _leave_at_once()

    @daft.method.batch(return_dtype=daft.DataType.string(), batch_size=1)
    def work(self, tasks: daft.Series) -> list[str]:
        """Each task's answer."""
        return [self.answer(task) for task in tasks.to_pylist()]

    def answer(self, task: str) -> str:
        """The answer to one task as JSON; ``failed`` says what went wrong for good."""
        told = json.loads(task)
        try:
            found = self._kinds[told["kind"]](told)
        except (CorpusError, OSError) as error:
            found = {"failed": str(error)}
        return json.dumps({"number": told["number"], **found}, ensure_ascii=True)

    @cached_property
    def _kinds(self) -> dict[str, Callable[[Told], Told]]:
        return {"cut": self._cut, "read": self._read, "choose": self._choose, "tell": self._tell, "group": self._group}

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._job)

    @cached_property
    def _job(self) -> Job:
        return Job(**self._told)

    def _cut(self, task: Told) -> Told:
        found = cut_up(Source(**task["source"]), task["each"])
        return {"cuts": [[cut.offset, cut.before, cut.count] for cut in found]}

    def _read(self, task: Told) -> Told:
        return {"counts": self._reader.read(Part.from_json(task["part"]), unpacked(task.get("kept")))}

    def _choose(self, task: Told) -> Told:
        from mahdar.corpus.choosing import describe_part

        return describe_part(Part.from_json(task["part"]), self._job, task)

    def _tell(self, task: Told) -> Told:
        from mahdar.corpus.telling import tell_part

        return tell_part(self._job.folder, task)

    def _group(self, task: Told) -> Told:
        from mahdar.corpus.grouping import group_block

        return group_block(self._job.folder, task)


def _leave_at_once() -> None:
    """End a worker of Daft without freeing its tables one by one, for which Daft does not wait and complains."""
    main = sys.modules.get("__main__")
    if getattr(getattr(main, "__spec__", None), "name", "") == "daft.execution.udf_worker":
        atexit.register(os._exit, 0)
