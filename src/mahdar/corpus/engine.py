"""Tasks on Daft: in worker processes of this machine, or on the nodes of a Ray cluster, with the same answers.

A worker that dies takes its tasks in hand with it; they are given out again. Tasks that have to be given out three
times without one being answered end the run.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any, Protocol

from mahdar.corpus.errors import CorpusError

_TRIES = 3
_WAVE = 20_000  # tasks given to the engine at once
Answer = dict[str, Any]


class Runner(Protocol):
    """Whatever runs tasks and gives their answers, in any order."""

    def run(self, job: Mapping[str, Any], tasks: Mapping[int, Mapping[str, Any]]) -> Iterator[Answer]: ...


class Engine:
    """Runs tasks on ``workers`` processes, here or at the ``cluster`` of that address."""

    def __init__(
        self, workers: int | None = None, cluster: str | None = None, say: Callable[[str], None] = print
    ) -> None:
        self.cluster = cluster
        self._say = say
        if cluster is not None:
            _connect(cluster)
        self.workers = workers or (_cluster_size() if cluster is not None else _cores())

    def run(self, job: Mapping[str, Any], tasks: Mapping[int, Mapping[str, Any]]) -> Iterator[Answer]:
        """The answers as they come. Raises CorpusError where a task fails, or workers keep dying."""
        left = {number: json.dumps({**task, "number": number}) for number, task in tasks.items()}
        tries = 0
        while left:
            before = len(left)
            wave = dict(islice(left.items(), _WAVE))
            try:
                for answer in self._pass(json.dumps(job), list(wave.values())):
                    _refuse(answer)
                    del left[answer["number"]]
                    yield answer
                if wave.keys() & left.keys():
                    raise RuntimeError("the engine ended before its tasks")
            except _losses(self.cluster) as error:
                tries = 1 if len(left) < before else tries + 1
                if tries >= _TRIES:
                    raise CorpusError(f"workers die again and again; the last was lost so: {_said(error)}") from None
                self._say(f"a worker was lost ({_said(error)}); what it had in hand is done again")

    def _pass(self, job: str, tasks: list[str]) -> Iterator[Answer]:
        """One query of the engine over these tasks."""
        import daft

        from mahdar.corpus.worker import Worker

        made = daft.cls(Worker, use_process=True, max_concurrency=min(self.workers, len(tasks)))(job)
        frame = daft.from_pydict({"task": tasks})
        if self.cluster is not None:
            frame = frame.into_partitions(len(tasks))
        for row in frame.select(made.work(daft.col("task")).alias("answer")).iter_rows(results_buffer_size=None):
            yield json.loads(row["answer"])


def _refuse(answer: Answer) -> None:
    if "failed" in answer:
        raise CorpusError(str(answer["failed"]))


def _said(error: BaseException) -> str:
    lines = [line for line in str(error).splitlines() if line.strip()]
    return (lines[0] if lines else type(error).__name__)[:200]


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _connect(address: str) -> None:
    """Raises CorpusError where Ray is not installed or does not answer."""
    try:
        import ray
    except ImportError:
        raise CorpusError("a cluster needs Ray: pip install 'mahdar[cluster]'") from None
    import daft

    try:
        if not ray.is_initialized():
            ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
        daft.set_runner_ray(noop_if_initialized=True)
    except Exception as error:  # ConnectionError, ValueError or what else Ray makes of an address
        raise CorpusError(f"no Ray cluster answers at {address}: {_said(error)}") from None


def _cluster_size() -> int:
    import ray

    resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return max(1, int(resources.get("CPU", 1)))


def _losses(cluster: str | None) -> tuple[type[Exception], ...]:
    """What the engine raises where a worker died: Daft RuntimeError or OSError, Ray errors of its own."""
    if cluster is None:
        return RuntimeError, OSError
    from ray.exceptions import RayError

    return RuntimeError, OSError, RayError
