"""How fast the record is filled: the votes of the General Assembly beside DuckDB alone, and all publications at hand.

    tools/bench_record.py [--runs N] [--only votes|all] [--keep FOLDER]

Votes. A file in the format of the UN Digital Library is written into a temporary folder from the 870,109 votes of
../shared/record/unga_unvotes_rda (MAHDAR_SHARED names another place): one line for one state in one call, in the order
of the calls, with the 20 columns of the Library. `resolution` is the call's symbol where the source gives one, `title`
and `agenda_title` are its two descriptions, `subjects` its issues; the totals are counted from the votes and printed as
the Library prints them (`120.0`); draft, report, meeting and link are made up in the usual shape. Then, N times in turn
and each in a process of its own: (a) DuckDB alone, `CREATE TABLE t AS FROM read_csv(FILE)` into a new database file,
which is closed; (b) our whole load of the file into a record that has only the package's facts: hash, copy of the
record, reading, checks, the tables of the checking view, the renaming. Libraries are imported before the clock starts.
The ratio of the medians is the figure to watch; on a machine with other work that of the fastest runs says more.

All. Every file of ../shared/record into an empty record: rows a second, seconds for each kind, peak memory, which
counts the processes that the load starts.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NAME = "2026_02_06_ga_voting.csv"
_VOTES = """COPY (
    WITH tallies AS (SELECT rcid, count(*)::DOUBLE AS m, count(*) FILTER (vote = 'yes')::DOUBLE AS y,
            count(*) FILTER (vote = 'no')::DOUBLE AS n, count(*) FILTER (vote = 'abstain')::DOUBLE AS a
        FROM {votes} GROUP BY 1),
        issues AS (SELECT rcid, string_agg(upper(issue), '|' ORDER BY issue) AS subjects FROM {issues} GROUP BY 1)
    SELECT (400000 + rcid)::INTEGER AS undl_id, names.state AS ms_code, upper(country) AS ms_name,
        upper(vote[1]) AS ms_vote, c.date, session::INTEGER AS session,
        coalesce(symbols.symbol, 'A/RES/' || session::INTEGER || '/' || rcid::INTEGER) AS resolution,
        'A/' || session::INTEGER || '/L.' || rcid::INTEGER AS draft,
        'A/' || session::INTEGER || '/' || (rcid % 900)::INTEGER AS committee_report,
        'A/' || session::INTEGER || '/PV.' || (rcid % 100)::INTEGER AS meeting,
        c.descr AS title, c.short AS agenda_title, subjects, NULL AS vote_note,
        y AS total_yes, n AS total_no, a AS total_abstentions, 0.0::DOUBLE AS total_non_voting, m AS total_ms,
        'https://digitallibrary.un.org/record/' || (400000 + rcid)::INTEGER AS undl_link
    FROM {votes} JOIN {calls} c USING (rcid) JOIN tallies USING (rcid) LEFT JOIN issues USING (rcid)
        LEFT JOIN symbols USING (unres, session)
        JOIN names ON names.name = country AND c.date BETWEEN names.first AND names.last
    ORDER BY undl_id, ms_code) TO '{target}' (HEADER)"""


def material() -> Path:
    folder = Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared")) / "record"
    if not folder.is_dir():
        raise SystemExit(f"bench_record: there is no {folder}")
    return folder


def write_votes(target: Path, _: Path) -> dict[str, Any]:
    """The file of votes, and how many they are."""
    import duckdb

    from mahdar.record.loaders.dated_states import write_meanings
    from mahdar.record.loaders.r_data import frame
    from mahdar.record.symbols import resolution_symbol

    folder = material() / "unga_unvotes_rda"
    paths = {"votes": "un_votes", "calls": "un_roll_calls", "issues": "un_roll_call_issues"}
    with duckdb.connect() as connection:
        for name, frame_name in paths.items():
            with frame(folder / f"{frame_name}.rda", frame_name) as query:
                connection.execute(f"CREATE TABLE {name} AS FROM {query}")
        write_meanings(
            connection, [("", n) for (n,) in connection.execute("SELECT DISTINCT country FROM votes").fetchall()]
        )
        connection.execute("ALTER TABLE meanings RENAME TO names")
        connection.execute("CREATE TABLE symbols (unres VARCHAR, session DOUBLE, symbol VARCHAR)")
        numbers = connection.execute("SELECT DISTINCT unres, session FROM calls").fetchall()
        rows = [(text, session, resolution_symbol(text, int(session))) for text, session in numbers]
        connection.executemany("INSERT INTO symbols VALUES (?, ?, ?)", rows)
        connection.execute(_VOTES.format(**{name: name for name in paths}, target=target))
        found = connection.execute("SELECT count(*) FROM votes").fetchone()
    return {"votes": found[0] if found else 0}


def alone(path: Path, folder: Path) -> dict[str, Any]:
    """DuckDB alone, as it comes."""
    import duckdb

    start = time.perf_counter()
    with duckdb.connect(str(folder / "alone.duckdb")) as connection:
        connection.execute(f"CREATE TABLE t AS FROM read_csv('{path}')")
    return {"seconds": time.perf_counter() - start}


def whole(path: Path, folder: Path) -> dict[str, Any]:
    """Our whole load of one file, or of all files of a folder."""
    import duckdb  # noqa: F401

    from mahdar.record.loading.load import File, files_under, load
    from mahdar.record.loading.registry import all_loaders
    from mahdar.record.store import open_store

    all_loaders()
    record = folder / "record.duckdb"
    open_store(record).connection.close()
    kinds: dict[str, list[float]] = defaultdict(lambda: [0, 0.0])
    start = time.perf_counter()
    done = load([File(found) for found in files_under(path)], record=record)
    seconds = time.perf_counter() - start
    for one in done:
        kinds[one.kind or "(passed over)"][0] += one.rows
        kinds[one.kind or "(passed over)"][1] += one.seconds
    failed = [f"{one.path.name}: {one.problem}" for one in done if one.state == "failed"]
    return {"seconds": seconds, "kinds": kinds, "rows": sum(one.rows for one in done), "failed": failed}


WORKS = {"write": write_votes, "alone": alone, "whole": whole}


def apart(work: str, path: Path) -> dict[str, Any]:
    """The work in a process of its own: its seconds and the most memory that it or a child of it took, in MiB."""
    with tempfile.TemporaryDirectory(prefix="mahdar-bench-") as folder:
        command = [sys.executable, __file__, "--work", work, str(path), folder]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def work_here(work: str, path: str, folder: str) -> None:
    found = WORKS[work](Path(path), Path(folder))
    peaks = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({**found, "peak": max(peaks)}))


def bench_votes(path: Path, votes: int, runs: int) -> None:
    print(
        f"{votes:,} votes in {path.stat().st_size / 1e6:,.0f} MB of CSV, {runs} pairs of runs, processes of their own"
    )
    apart("alone", path)  # the file is in the memory of the system from here on
    pairs = [(apart("alone", path), apart("whole", path)) for _ in range(runs)]
    middles, fastest = [], []
    for title, runs_of in zip(("DuckDB alone", "mahdar load"), zip(*pairs, strict=True), strict=True):
        seconds = [run["seconds"] for run in runs_of]
        middles.append(statistics.median(seconds))
        fastest.append(min(seconds))
        spread = f"{min(seconds):.2f} to {max(seconds):.2f} s"
        peak = max(run["peak"] for run in runs_of)
        print(
            f"{title:14} {middles[-1]:6.2f} s ({spread}) {votes / middles[-1]:10,.0f} votes/s, {peak:5,.0f} MiB at most"
        )
    each = sorted(ours["seconds"] / theirs["seconds"] for theirs, ours in pairs)
    print(
        f"ratio {middles[1] / middles[0]:.2f} of the medians, {fastest[1] / fastest[0]:.2f} of the fastest runs",
        end="; ",
    )
    print(f"of each pair {', '.join(f'{ratio:.2f}' for ratio in each)}")


def bench_all() -> None:
    found = apart("whole", material())
    print(
        f"all of {material().name}/ into an empty record: {found['rows']:,} rows in {found['seconds']:.1f} s, ", end=""
    )
    print(f"{found['rows'] / found['seconds']:,.0f} rows/s, {found['peak']:,.0f} MiB at most")
    for kind, (rows, seconds) in sorted(found["kinds"].items(), key=lambda item: -item[1][1]):
        print(f"  {kind:28} {rows:9,} rows {seconds:7.2f} s")
    for failed in found["failed"]:
        print(f"  failed: {failed}")


@contextmanager
def place(kept: Path | None) -> Iterator[Path]:
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
        return
    with tempfile.TemporaryDirectory(prefix="mahdar-bench-") as folder:
        yield Path(folder)


def main() -> int:
    parser = argparse.ArgumentParser(description="Seconds to fill the record, beside DuckDB alone")
    parser.add_argument("--runs", type=int, default=5, help="pairs of runs (default 5)")
    parser.add_argument("--only", choices=("votes", "all"), help="one half of it")
    parser.add_argument("--keep", type=Path, help="where the file of votes is written and kept")
    parser.add_argument("--work", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work_here(*options.work)
        return 0
    if options.only != "all":
        with place(options.keep) as folder:
            votes = apart("write", folder / NAME)["votes"]  # apart, since a child inherits the peak of its parent
            bench_votes(folder / NAME, votes, options.runs)
    if options.only != "votes":
        bench_all()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
