"""`mahdar corpus summary`: what a corpus adds up to."""

from __future__ import annotations

import typer

from mahdar.commands.corpus_options import Out, troubles
from mahdar.commands.output import Json, json_text, write

EXAMPLES = """Examples:

\b
  mahdar corpus summary tables/

Writes tables/summary/: statements_by_principal_and_month.csv, verdicts_by_outlet.csv, figures_by_topic.csv, and
summary.html with charts in English and Arabic. Exit status: 0 written, 1 there is no whole corpus, 2 wrong usage."""


def summary(out: Out, json: Json = False) -> None:
    """Add a corpus up: statements by principal and month, verdicts by outlet, figures by topic."""
    from mahdar.corpus.summary import corpus_summary

    with troubles():
        written = corpus_summary(out)
    if json:
        write(json_text({"written": [str(path) for path in written]}) + "\n")
    else:
        for path in written:
            typer.echo(str(path))
