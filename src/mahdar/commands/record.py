"""`mahdar record …`: the official record itself."""

from __future__ import annotations

from mahdar.commands import audit, load, show, tables, update
from mahdar.commands.options import group

app = group("The official record: ask it, audit it, fill it.")
app.command("show", epilog=show.EXAMPLES)(show.show)
app.command("list", epilog=tables.EXAMPLES)(tables.list_table)
app.command("coverage", epilog=tables.COVERAGE_EXAMPLES)(tables.coverage)
app.command("sql", epilog=tables.SQL_EXAMPLES)(tables.sql)
app.command("audit", epilog=audit.EXAMPLES)(audit.audit)
app.command("load", epilog=load.EXAMPLES)(load.load)
app.command("update", epilog=update.EXAMPLES)(update.update)
