"""`mahdar corpus read`: from files of reports to tables of what was read out of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mahdar.commands.corpus_options import Cluster, Workers, engine, troubles, watch
from mahdar.commands.options import RecordPath
from mahdar.commands.output import Json, complain, counted, json_text, write

if TYPE_CHECKING:
    pass

EXAMPLES = """Examples:

\b
  mahdar corpus read reports.jsonl tables/             # one file, on all cores
  mahdar corpus read 'crawl/*.warc.gz' tables/         # many web archives
  mahdar corpus read s3://bucket/news/*.parquet tables/
  mahdar corpus read news.csv tables/ --language ar,en --no-near-copies
  mahdar corpus read news.parquet tables/ --sample 10000 --seed 7
  mahdar corpus read news.parquet /shared/tables --cluster 10.0.0.1:6379

A run that was stopped, in whatever way, goes on where it stopped when it is called again. The tables are the same bytes
whatever the number of workers and wherever they run. Exit status: 0 all reports were read; 1 some are in `rejected`, or
the run could not go on; 2 wrong usage; 130 interrupted (what was read is kept)."""


_REASONS = 3  # that are told


def _languages(value: str | None) -> str | None:
    for code in (value or "").split(",") if value is not None else ():
        if len(code.strip()) not in (2, 3) or not code.strip().isalpha():
            raise typer.BadParameter(f"not a language code (write ar,en): {code!r}")
    return value


def read(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="IN... OUT", help="Files, folders, globs, addresses; last, the output folder."),
    ],
    language: Annotated[
        str | None,
        typer.Option(metavar="CODES", callback=_languages, help="Only reports in these languages, such as ar,en."),
    ] = None,
    no_copies: Annotated[bool, typer.Option("--no-copies", help="Of equal texts only the first.")] = False,
    no_near_copies: Annotated[
        bool, typer.Option("--no-near-copies", help="Of texts that are nearly one only the first.")
    ] = False,
    sample: Annotated[int | None, typer.Option(metavar="N", min=1, help="So many reports, at random.")] = None,
    seed: Annotated[int, typer.Option(metavar="S", help="Which sample: the same seed, the same reports.")] = 0,
    part: Annotated[int, typer.Option(metavar="N", min=1, help="Reports in a part, and in a file of a table.")] = 1_000,
    workers: Workers = None,
    cluster: Cluster = None,
    record: RecordPath = None,
    json: Json = False,
) -> None:
    """Read a corpus into Parquet: reports, statements, times, figures, events, claims with verdicts."""
    from mahdar.corpus.asked import Asked
    from mahdar.corpus.run import read_corpus

    if len(inputs) < 2:
        raise typer.BadParameter("name what to read and the folder to write", param_hint="IN... OUT")
    *names, out = inputs
    codes = tuple(dict.fromkeys(code.strip().lower() for code in (language or "").split(",") if code.strip()))
    asked = Asked(tuple(names), part, codes, no_copies, no_near_copies, sample, seed, record)
    with troubles():
        manifest = read_corpus(asked, _place(out), lambda: engine(workers, cluster), watch)
    _tell(manifest, json=json)
    if manifest["rows"]["rejected"] and manifest["complete"]:
        _tell_rejected(_place(out))
    raise typer.Exit(1 if manifest["rows"]["rejected"] else 0)


def _place(out: str) -> Path:
    if "://" in out:
        raise typer.BadParameter(f"OUT is a folder that all workers see, no address: {out}", param_hint="OUT")
    return Path(out)


def _tell(manifest: dict[str, Any], *, json: bool) -> None:
    told = {name: manifest[name] for name in ("reports", "left_out", "rows", "parts", "complete")}
    if json:
        write(json_text(told) + "\n")
        return
    reports, rows = manifest["reports"], manifest["rows"]
    left = sum(manifest["left_out"].values())
    read = counted(reports.get("read", 0), "report", "reports")
    typer.echo(f"{read} read, {reports.get('rejected', 0):,} rejected, {left:,} left out")
    names = ("statements", "times", "figures", "events", "claims")
    typer.echo(", ".join(counted(rows[name], name.removesuffix("s"), name) for name in names))


def _tell_rejected(out: Path) -> None:
    """Why reports were rejected, the commonest reasons first, and where each of them stands."""
    from mahdar.corpus.rejected import rejected

    found = rejected(out)
    for reason in found[:_REASONS]:
        count = f" ({reason.count:,})" if reason.count > 1 else ""
        complain(f"rejected{count}: {reason.problem}: {reason.place}")
    more = len(found) - _REASONS
    others = f"and {counted(more, 'other reason', 'other reasons')}; " if more > 0 else ""
    complain(f"{others}the table {out / 'rejected'} has place and reason of each")
