"""The web application under load: milliseconds of each page, failures, memory.

    python -m tools.bench_web [--library PLACE | --size N] [--record PATH] [--minutes M] [--rate R] [--workers W]

`mahdar serve` is started over the library, and every page of the application is asked for in turn, in both languages,
R times a second in all (50), beside it on the same machine: each request goes out when its time has come, however long
those before it take, and its milliseconds count from that time. Without --library one of N reports (1,000) is made as
by tools/bench_library.py. What the workers make at their start is waited for; then each page is asked for once, which
is told apart as `first`. Memory is that of all processes of the server, at the beginning, half way and at the end.
Exit status 1 where a request failed.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import quote

from tools.bench_library import add, make
from tools.bench_library_texts import SEED
from tools.web_served import addresses, asked, served

if TYPE_CHECKING:
    import httpx

_LANGUAGES = ("ar", "en")
_FEWEST = 20  # requests of a page from which its 95th and 99th of a hundred are told
_STATES = ("SYR", "USA", "EGY", "MMR", "ISR", "RUS", "FRA", "YEM", "SDN", "IRN")  # which reports are searched by
_SYMBOLS = ("S/RES/2397 (2017)", "S/2024/255", "A/RES/66/253", "S/RES/1718 (2006)", "S/RES/242 (1967)", "S/2022/155")
_WORDS = ("sanctions", "العقوبات", "veto", "مجلس الأمن", '"human rights"', "Geneva")


@dataclass
class Told:
    """What came of the requests: milliseconds by page, and what failed."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: list[str] = field(default_factory=list)

    def all(self) -> list[float]:
        return [each for times in self.times.values() for each in times]


def share(times: Sequence[float], part: float) -> float:
    """The value below which that part of the values lies."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def resident(pid: int) -> float:
    """Megabytes of a process and of all that it started, each page of memory counted once."""
    found = _proportional(pid)
    children = Path(f"/proc/{pid}/task/{pid}/children")
    for child in children.read_text().split() if children.exists() else ():
        found += resident(int(child))
    return found


def _proportional(pid: int) -> float:
    rollup = Path(f"/proc/{pid}/smaps_rollup")
    lines = rollup.read_text().splitlines() if rollup.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def pages(base: str) -> dict[str, list[str]]:
    """The addresses of each page: the one of `addresses`, and others of the same page, so that not all are kept."""
    found = {f"/{path.partition('?')[0].strip('/')}": [path] for path in addresses(base) if not path.startswith("/no-")}
    for path in (path for path in addresses(base) if "?" in path):
        found.setdefault(f"/{path.partition('?')[0].strip('/')}", []).append(path)
    found["/states/PRK"] += [f"/states/{row['state']}" for row in asked(base, "/en/states.json")["data"]["states"]]
    found["/decisions/S/2022/431"] += [f"/decisions/{symbol.replace(' ', '%20')}" for symbol in _SYMBOLS]
    found["/search"] += [f"/search?words={word.replace(' ', '+')}" for word in _WORDS]
    found["/search"] += [f"/search?state={code}" for code in _STATES]
    report = next(name for name in found if name.startswith("/reports/") and "review" not in name)
    for code in _STATES:
        rows = asked(base, f"/en/search.json?state={code}")["data"]["rows"]
        found[report] += [f"/reports/{row['sha256'][:16]}" for row in rows]
    story = next(name for name in found if name.startswith("/stories/"))
    found[story] += [f"/stories/{quote(row['story'])}" for row in asked(base, "/en/stories.json")["data"]["stories"]]
    shown = {name: name.replace(report, "/reports/{id}").replace(story, "/stories/{id}") for name in found}
    return {shown[name]: list(dict.fromkeys(paths)) for name, paths in found.items()}


async def ask(client: httpx.AsyncClient, name: str, address: str, begun: float, told: Told) -> None:
    """One request; its milliseconds count from the moment at which it was due."""
    import httpx

    try:
        answer = await client.get(address)
    except httpx.HTTPError as error:
        told.failed.append(f"{address}: {type(error).__name__}")
        return
    told.times[name].append((time.perf_counter() - begun) * 1000)
    if answer.status_code != 200:
        told.failed.append(f"{address}: {answer.status_code}")


async def once(base: str, found: dict[str, list[str]]) -> Told:
    """Each page once, one after the other."""
    import httpx

    told = Told()
    async with httpx.AsyncClient(base_url=base, timeout=120) as client:
        for name, paths in found.items():
            for language in _LANGUAGES:
                await ask(client, name, f"/{language}{paths[0]}", time.perf_counter(), told)
    return told


async def load(
    base: str, found: dict[str, list[str]], seconds: float, rate: float, pid: int
) -> tuple[Told, list[float]]:
    """So many requests a second for so long, of pages in turn; with the memory at three moments."""
    import httpx

    told, memory, drawn = Told(), [resident(pid)], random.Random(SEED)
    names, running = list(found), set()
    start = time.perf_counter()
    async with httpx.AsyncClient(base_url=base, timeout=60, limits=httpx.Limits(max_connections=64)) as client:
        for number in range(int(seconds * rate)):
            due = start + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            name = names[number % len(names)]
            address = f"/{drawn.choice(_LANGUAGES)}{drawn.choice(found[name])}"
            task = asyncio.create_task(ask(client, name, address, due, told))
            running.add(task)
            task.add_done_callback(running.discard)
            if number == int(seconds * rate) // 2:
                memory.append(resident(pid))
        await asyncio.gather(*running)
    return told, [*memory, resident(pid)]


def table(first: Told, told: Told) -> Iterable[str]:
    """Lines of the table, the slowest page first."""
    yield f"{'page':<40} {'asked':>6} {'first':>7} {'p50':>7} {'p95':>7} {'p99':>7} {'most':>7}"
    for name, times in sorted(told.times.items(), key=lambda each: -share(each[1], 0.95)):
        before = max(first.times.get(name, [0.0]))
        yield f"{name:<40} {len(times):>6} {before:>7.0f} {_shares(times)}"
    yield f"{'all':<40} {len(told.all()):>6} {'':>7} {_shares(told.all())}"


def _shares(times: Sequence[float]) -> str:
    parts = [f"{share(times, part):>7.0f}" if len(times) >= _FEWEST else f"{'':>7}" for part in (0.95, 0.99)]
    return " ".join([f"{median(times):>7.0f}", *parts, f"{max(times):>7.0f}"])


def run(asked_for: argparse.Namespace, library: str) -> int:
    options = ["--library", library, "--workers", str(asked_for.workers), "--rate", "10000000"]
    options += ["--record", asked_for.record] if asked_for.record else []
    with (
        tempfile.TemporaryDirectory(prefix="mahdar-load-") as folder,
        served(*options, log=Path(folder) / "log") as (base, pid),
    ):
        found = pages(base)
        time.sleep(asked_for.warm)
        first = asyncio.run(once(base, found))
        told, memory = asyncio.run(load(base, found, asked_for.minutes * 60, asked_for.rate, pid))
    print(*table(first, told), sep="\n")
    print(f"memory MB: {memory[0]:.0f} at the beginning, {memory[1]:.0f} half way, {memory[2]:.0f} at the end")
    failed = [*first.failed, *told.failed]
    print(f"failed: {len(failed)}", *failed[:10], sep="\n  ")
    return 1 if failed else 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--library", help="an existing library; it is not written to")
    made.add_argument("--size", type=int, default=1_000, help="reports of the library that is made")
    made.add_argument("--record")
    made.add_argument("--minutes", type=float, default=0.5)
    made.add_argument("--rate", type=float, default=50.0, help="requests a second")
    made.add_argument("--workers", type=int, default=2)
    made.add_argument("--warm", type=float, default=20.0, help="seconds that the workers are given at their start")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    asked_for = parser().parse_args(arguments)
    if asked_for.library:
        return run(asked_for, asked_for.library)
    with tempfile.TemporaryDirectory(prefix="mahdar-load-") as folder:
        library = Path(folder) / "library.db"
        add(make(asked_for.size, Path(folder)), library, asked_for.size)
        return run(asked_for, str(library))


if __name__ == "__main__":
    sys.exit(main())
