"""Questions to a library, drawn from what it holds, and how long search takes (for tools/bench_library.py)."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from statistics import median, quantiles

from tools.bench import own_peak
from tools.bench_library_texts import SEED

EACH = 20  # questions of a kind
Figures = dict[str, float]
Asked = dict[str, str]


def questions(library: str) -> dict[str, list[Asked]]:
    """Questions by kind, drawn from what the library holds."""
    import sqlalchemy as sa

    from mahdar.library.opened import open_library
    from mahdar.library.schema import claims, named, present, reports, speakers

    chance = random.Random(SEED)
    with open_library(library, make=False) as store, store.reading() as connection:
        most = connection.scalar(sa.select(sa.func.max(reports.c.key))) or 0
        some = [chance.randint(1, most) for _ in range(600)]
        texts = list(connection.scalars(sa.select(reports.c.text).where(reports.c.key.in_(some))))
        outlets = list(connection.scalars(sa.select(reports.c.outlet).where(reports.c.key.in_(some))))
        days = list(connection.scalars(sa.select(present.c.first).where(present.c.report.in_(some))))
        states = list(connection.scalars(sa.select(named.c.entity).where(named.c.report.in_(some))))
        who = list(connection.scalars(sa.select(speakers.c.entity).where(speakers.c.report.in_(some))))
        judged = connection.execute(sa.select(claims.c.kind, claims.c.verdict).where(claims.c.report.in_(some))).all()
    bare = [[word for word in text.split() if word.isalpha() and len(word) > 2] for text in texts]
    held = {word: 0 for text in bare for word in text}
    for text in bare:
        for word in set(text):
            held[word] += 1
    common = sorted(held, key=lambda word: -held[word])[:EACH]
    rare = [word for word in held if held[word] <= 3]

    def drawn(make: Callable[[], Asked]) -> list[Asked]:
        return [make() for _ in range(EACH)]

    def month(day: str) -> Asked:
        return {"first": f"{day[:7]}-01", "last": f"{day[:7]}-28"}

    def phrase() -> str:
        text = chance.choice([text for text in bare if len(text) > 9])
        at = chance.randrange(len(text) - 1)
        return f'"{text[at]} {text[at + 1]}"'

    return {
        "a common word": [{"words": word} for word in common],
        "a rare word": drawn(lambda: {"words": chance.choice(rare)}),
        "two words": drawn(lambda: {"words": " ".join(chance.sample(common, 2))}),
        "two side by side": drawn(lambda: {"words": phrase()}),
        "a word, an outlet": drawn(lambda: {"words": chance.choice(common), "outlet": chance.choice(outlets)}),
        "a state": drawn(lambda: {"state": chance.choice([s for s in states if s.startswith("state:")])[6:]}),
        "a speaker, an act": drawn(lambda: {"speaker": chance.choice(who), "act": "say"}),
        "a month": drawn(
            lambda: (lambda day: {"first": f"{day[:7]}-01", "last": f"{day[:7]}-28"})(chance.choice(days))
        ),
        "a verdict": drawn(lambda: {"verdict": chance.choice(judged)[1], "mechanism": "council"}),
        "nothing": drawn(dict),
    }


def ask(library: str) -> Figures:
    """Milliseconds of each kind of question, p50 and p95, printed; those of all, and the memory, given."""
    from mahdar.library.asking import listed
    from mahdar.library.opened import open_library
    from mahdar.library.searching import Question, search, search_statements

    kinds, figures = questions(library), Figures()
    every: list[tuple[float, float]] = []
    with open_library(library, make=False) as store:

        def timed(work: Callable[..., object], *given: object) -> tuple[float, float]:
            start, busy = time.perf_counter(), time.process_time()
            with store.reading() as connection:
                work(connection, *given)
            return 1000 * (time.perf_counter() - start), 1000 * (time.process_time() - busy)

        figures["first ms"], figures["first cpu ms"] = timed(search, Question())
        for find in (search, search_statements):
            for kind, asked in kinds.items():
                took = [timed(find, Question(**each)) for each in asked]
                every += took
                of = "statements" if find is search_statements else "reports"
                wall, cpu = zip(*took, strict=True)
                print(
                    f"    {of:10} {kind:18} p50 {median(wall):6.1f} ms  p95 {p95(wall):6.1f} ms"
                    f"  cpu p50 {median(cpu):6.1f} ms  p95 {p95(cpu):6.1f} ms"
                )
        with store.reading() as connection:
            total = search(connection, Question(), limit=1).total
        for name, at in (("first", 0), ("middle", total // 2), ("last", total - 20)):
            wall_ms, cpu_ms = timed(lambda connection, at: list(listed(connection, limit=20, offset=at)), at)
            print(f"    list, the {name} page of 20: {wall_ms:.1f} ms, cpu {cpu_ms:.1f} ms")
    for name, row in zip(("ms", "cpu ms"), zip(*every, strict=True), strict=True):
        figures |= {f"p50 {name}": median(row), f"p95 {name}": p95(row), f"max {name}": max(row)}
    return figures | {"ask MB": own_peak()}


def p95(took: Sequence[float]) -> float:
    return quantiles(took, n=20, method="inclusive")[-1]
