"""`mahdar corpus stories`: which reports of a corpus tell one happening."""

from __future__ import annotations

import typer

from mahdar.commands.corpus_options import Cluster, Out, Workers, engine, troubles, watch
from mahdar.commands.output import Json, counted, json_text, write

EXAMPLES = """Examples:

\b
  mahdar corpus stories tables/
  mahdar corpus stories /shared/tables --cluster 10.0.0.1:6379

Writes tables/stories/: one row for each report that shares its story with another. `story` and `copy_of` are keys of
reports. Exit status: 0 grouped, 1 there is no whole corpus, 2 wrong usage, 130 interrupted (nothing is lost of what was
read; the grouping begins anew)."""


_COUNTED = {"stories": ("story", "stories"), "reports": ("report", "reports")}


def stories(out: Out, workers: Workers = None, cluster: Cluster = None, json: Json = False) -> None:
    """Group the reports of a corpus that tell one happening, and mark which are copies of others."""
    from mahdar.corpus.stories import corpus_stories

    with troubles():
        counts = corpus_stories(out, engine(workers, cluster), watch)
    if json:
        write(json_text(counts) + "\n")
    else:
        told, copies = (counted(counts[name], *names) for name, names in _COUNTED.items()), counts["copies"]
        typer.echo(f"{' of '.join(told)}, {copies:,} of them {'a copy' if copies == 1 else 'copies'}")
