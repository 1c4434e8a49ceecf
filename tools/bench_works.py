"""The works of tools/bench_corpus.py, each run in a process of its own: seconds of every run, and the peak of memory.

    python -m tools.bench_works NAME SIZE RUNS

Prints one JSON object: `seconds` (one for each run), `found` (what came out, to be compared), `peak` (MiB).
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.bench import own_peak

Told = dict[str, Any]
_WORDS = ("council", "war", "minister", "attack", "people", "president", "مجلس", "قرار", "الرئيس", "روسيا")
_DAY = 1_521_244_800  # 17 March 2018, as in tools/bench.py
_CHOSEN = "RUS"


def timed(work: Callable[[], object], runs: int) -> tuple[list[float], object]:
    """Seconds of each run, and what the last gave."""
    seconds, found = [], None
    for _ in range(runs):
        start = time.perf_counter()
        found = work()
        seconds.append(time.perf_counter() - start)
    return seconds, found


def shingled(size: int) -> list[set[str]]:
    """Made reports as sets of runs of three words: both tools get the same."""
    from mahdar.accounts.words import words
    from mahdar.corpus.likeness import runs
    from tools.bench_library_texts import lines

    return [runs(words(json.loads(line)["text"])) for line in lines(size)]


def near_mahdar(size: int, runs: int) -> Told:
    """Signatures, bands, everybody in a band held against the first, by the whole signature."""
    from mahdar.corpus.likeness import COPY_BANDS, COPY_HASHES, COPY_LEAST, alike, bands, signature

    sets = shingled(size)

    def work() -> int:
        made = [signature(each, COPY_HASHES) for each in sets]
        firsts: dict[int, int] = {}
        edges = {(first, n) for n, one in enumerate(made) for band in bands(one, COPY_BANDS)
                 if (first := firsts.setdefault(band, n)) != n}  # fmt: skip
        sides = [[made[n].tobytes() for n in side] for side in zip(*sorted(edges), strict=True)] or [[], []]
        near = alike(*sides) >= COPY_LEAST
        return len({pair[1] for pair, yes in zip(sorted(edges), near, strict=True) if yes})

    seconds, found = timed(work, runs)
    return {"seconds": seconds, "found": f"{found} near copies"}


def near_datasketch(size: int, runs: int) -> Told:
    """datasketch as its manual shows it: MinHash, MinHashLSH at .8, each query before each insert."""
    from datasketch import MinHash, MinHashLSH

    sets = [[word.encode() for word in sorted(each)] for each in shingled(size)]

    def work() -> int:
        index, found = MinHashLSH(threshold=0.8, num_perm=128), 0
        for n, each in enumerate(sets):
            made = MinHash(num_perm=128)
            made.update_batch(each)
            found += bool(index.query(made))
            index.insert(str(n), made)
        return found

    seconds, found = timed(work, runs)
    return {"seconds": seconds, "found": f"{found} near copies"}


def load_pandas(size: int, runs: int) -> Told:
    """The file of votes into a frame."""
    import pandas

    seconds, frame = timed(lambda: pandas.read_csv(_votes()), runs)
    return {"seconds": seconds, "found": f"{len(frame):,} votes"}  # type: ignore[arg-type]


def agreement_mahdar(size: int, runs: int) -> Told:
    """From a table of votes in DuckDB to the agreement of one state with each other."""
    import duckdb

    from mahdar.analysis.agreement import agreement_with
    from mahdar.analysis.matrix import read_votes

    words = "CASE ms_vote WHEN 'Y' THEN 'yes' WHEN 'N' THEN 'no' WHEN 'A' THEN 'abstain' ELSE 'absent' END"
    with duckdb.connect() as connection:
        connection.execute(
            f"CREATE TABLE votes AS SELECT undl_id::VARCHAR AS call, session, date::VARCHAR AS date, ms_code AS state, "
            f"resolution AS symbol, {words} AS vote FROM read_csv('{_votes()}')"
        )
        relation = connection.table("votes")
        seconds, table = timed(lambda: agreement_with(read_votes(relation, "assembly"), _CHOSEN), runs)
    rows = {str(row["state"]): float(row["agreement"]) for row in table.rows if row["agreement"] is not None}  # type: ignore[attr-defined]
    return {"seconds": seconds, "found": _agreed(rows)}


def agreement_pandas(size: int, runs: int) -> Told:
    """From a frame of votes to the same figures, as one writes it in pandas."""
    import pandas

    frame = pandas.read_csv(_votes(), usecols=["undl_id", "ms_code", "ms_vote"])

    def work() -> dict[str, float]:
        cast = frame[frame.ms_vote.isin(["Y", "N", "A"])]
        wide = cast.pivot(index="undl_id", columns="ms_code", values="ms_vote")
        own = wide[_CHOSEN]
        both = wide.notna().mul(own.notna(), axis=0)
        shares = (wide.eq(own, axis=0) & both).sum() / both.sum()
        return {str(state): float(share) for state, share in shares[both.sum() >= 200].items() if state != _CHOSEN}

    seconds, rows = timed(work, runs)
    return {"seconds": seconds, "found": _agreed(rows)}  # type: ignore[arg-type]


def _agreed(rows: dict[str, float]) -> str:
    closest = max(rows, key=lambda state: (rows[state], state))
    return f"{len(rows)} states, {closest} closest at {rows[closest]:.4f}"


def _votes() -> Path:
    """The file of votes, which tools/bench_corpus.py has written beside its own."""
    return Path(sys.argv[4])


def search_mahdar(size: int, runs: int) -> Told:
    """Words sought in a library, with all that a page of results needs: places, ranks, facets."""
    from mahdar.library.adding import add
    from mahdar.library.lines import items
    from mahdar.library.narrowing import Question
    from mahdar.library.opened import open_library
    from mahdar.library.searching import search
    from mahdar.pipeline import built_in_record

    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "library.db") as library:
        source = _written(Path(folder), size)
        with source.open("rb") as stream:
            added = sum(1 for _ in add(library, items(stream, "bench"), built_in_record()))
        with library.reading() as connection:
            for word in _WORDS:
                search(connection, Question(word))
            seconds, found = timed(lambda: [search(connection, Question(word)).total for word in _WORDS], runs)
    return {"seconds": [each / len(_WORDS) for each in seconds], "found": f"{sum(found):,} hits in {added:,} reports"}  # type: ignore[call-overload]


def search_sqlite(size: int, runs: int) -> Told:
    """FTS5 as it comes over the same texts: the twenty best by bm25 and how many there are."""
    from tools.bench_library_texts import lines

    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE texts USING fts5(body)")
        connection.executemany("INSERT INTO texts VALUES (?)", ((json.loads(line)["text"],) for line in lines(size)))

        def sought(word: str) -> int:
            connection.execute("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 20", (word,)).fetchall()
            (count,) = connection.execute("SELECT count(*) FROM texts WHERE texts MATCH ?", (word,)).fetchone()
            return int(count)

        seconds, found = timed(lambda: [sought(word) for word in _WORDS], runs)
    return {"seconds": [each / len(_WORDS) for each in seconds], "found": f"{sum(found):,} hits in {size:,} reports"}  # type: ignore[call-overload]


def _written(folder: Path, size: int) -> Path:
    from tools.bench_memory import write_reports

    path = folder / "reports.jsonl"
    write_reports(path, size)
    return path


def duckling_texts(language: str, runs: int) -> Told:
    """Duckling for times, numbers, durations and money over a few reports of middling length, scaled to all."""
    import duckling

    from tools.bench import few, load_texts

    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    day = duckling.parse_ref_time(zones, "UTC", _DAY)
    context = duckling.Context(day, duckling.default_locale_lang(duckling.parse_lang(language.upper())))
    kinds = duckling.parse_dimensions(["time", "number", "duration", "amount-of-money"])
    texts = load_texts(language)
    chosen, share = few(texts)
    duckling.parse_text(chosen[0], context, kinds, False)
    seconds, _ = timed(lambda: [duckling.parse_text(text, context, kinds, False) for text in chosen], runs)
    return {"seconds": [each / share / len(texts) for each in seconds], "found": f"{len(chosen)} reports"}


def duckling_ar(size: int, runs: int) -> Told:
    """Arabic reports."""
    return duckling_texts("ar", runs)


def duckling_en(size: int, runs: int) -> Told:
    """English reports."""
    return duckling_texts("en", runs)


_ALL = (near_mahdar, near_datasketch, load_pandas, agreement_mahdar, agreement_pandas, search_mahdar, search_sqlite)
WORKS: dict[str, Callable[[int, int], Told]] = {work.__name__: work for work in (*_ALL, duckling_ar, duckling_en)}


def main() -> int:
    name, size, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    print(json.dumps({**WORKS[name](size, runs), "peak": own_peak()}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
