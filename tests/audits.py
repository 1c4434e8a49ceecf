"""Records for tests of the audit: the package's facts with a few rows told by publications, or with the real ones."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import duckdb

from mahdar.checking.audit.finding import Finding
from mahdar.checking.audit.material import Material
from mahdar.checking.audit.run import Audited, audit
from mahdar.record.loading.publication import Head
from mahdar.record.loading.registry import loader_for
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.tables import create_statements
from mahdar.record.opened import Store
from mahdar.record.store import open_store
from tests.told import MATERIAL

Rows = Iterable[Mapping[str, object]]
RETRIEVED = date(2026, 1, 2)


@cache
def folder() -> Path:
    """A folder that goes with the test run."""
    made = tempfile.mkdtemp(prefix="mahdar-audit-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(made)


@cache
def package() -> Path:
    """The record as the package alone makes it."""
    path = folder() / "package.duckdb"
    open_store(path).connection.close()
    return path


@cache
def bare() -> Path:
    """The record without the package's decisions and actions: seats, members and treaties alone, quick to read."""
    path = folder() / "bare.duckdb"
    shutil.copyfile(package(), path)
    with duckdb.connect(str(path)) as connection:
        for table in _MANY:
            connection.execute(f"DELETE FROM main.{table}")
    return path


_MANY = ("council_decisions", "council_meetings", "assembly_decisions", "assembly_roll_calls", "treaty_actions")


@dataclass
class Bench:
    """A record to tell rows to and to audit; `whole` with all facts of the package."""

    path: Path
    whole: bool = False
    connection: duckdb.DuckDBPyConnection = field(init=False)

    def __post_init__(self) -> None:
        shutil.copyfile(package() if self.whole else bare(), self.path)
        self.connection = duckdb.connect(str(self.path), config={"threads": "2"})
        for statement in create_statements():
            self.connection.execute(statement)

    def tell(self, source: str, name: str, **tables: Rows) -> int:
        """Rows of `told` tables as one load of a publication; its number."""
        load = self._load(source, name)
        sink = Sink(self.connection, load)
        for table, rows in tables.items():
            sink.write(table, rows)
        return load

    def load(self, path: Path) -> None:
        """A file of an official publication; what no loader knows is passed over."""
        loader = loader_for(Head.of(path))
        if loader is not None:
            load = self._load(loader.source, loader.name_of(path))
            loader.load(path, Sink(self.connection, load))

    def _load(self, source: str, name: str) -> int:
        found = self.connection.execute("SELECT coalesce(max(load), 0) + 1 FROM told.loads").fetchone()
        load = int(found[0]) if found else 1
        self.connection.execute(
            "INSERT INTO told.loads (load, kind, source, name, retrieved) VALUES (?, 'test', ?, ?, ?)",
            [load, source, name, RETRIEVED],
        )
        return load

    def material(self, as_of: date | None = None) -> Material:
        return Material(Store(self.connection, "", self.path), as_of)

    def audited(self, slug: str, *about: str, as_of: date | None = None) -> Audited:
        (found,) = audit(self.material(as_of), [slug], about).rules
        return found

    def findings(self, slug: str, *about: str, as_of: date | None = None) -> tuple[Finding, ...]:
        return self.audited(slug, *about, as_of=as_of).findings

    def new(self, slug: str) -> list[Finding]:
        """The findings that rest on a row told by a publication."""
        return [f for f in self.findings(slug) if any(e.file for e in f.evidence)]


# Of the yearly tables of meetings those that hold a known misprint or stand beside the votes by member.
_YEARS = (1946, 1948, 1962, 1963, 1965, 1971, 1972, 1974, *range(1990, 2023))


@cache
def real() -> Bench:
    """The record with the publications of ../shared/record on which the issue says what must be found."""
    bench = Bench(folder() / "real.duckdb", whole=True)
    for path in _files():
        bench.load(path)
    return bench


def _files() -> Iterable[Path]:
    meetings = MATERIAL / "sc_meetings_scact_html"
    yield from (path for year in _YEARS for path in sorted(meetings.glob(f"scact{year}*.html")))
    yield meetings / "scact_veto_table_en.html"
    yield MATERIAL / "sc_votes_oliverunv" / "sc_voting.xlsx"
    yield MATERIAL / "vetoes_wpdl" / "unsc_vetoes_1946_sept2022.csv"
    for name in ("treaties_wpdl_2022", "treaties_untc_zmjones", "sc_membership"):
        yield from sorted((MATERIAL / name).glob("*.csv"))
    yield MATERIAL / "unga_unproject" / "100.csv"
    yield from sorted((MATERIAL / "sanctions_un").glob("consolidated_201*.xml"))
    yield MATERIAL / "upr_uprinfo" / "sessions.csv"
    yield MATERIAL / "upr_uprinfo" / "10-13.csv"


def call(number: str, votes: Mapping[str, str] | None = None, **cells: object) -> tuple[Rows, Rows]:
    """A vote of the Council and the votes by member on it, in the series of a table of votes."""
    series = str(cells.get("series", "sc-voting-workbook"))
    row = {"series": series, "call": number, "body": "council", "place": f"row {number}", "outcome": "adopted", **cells}
    if row.get("date") and "public" not in row:
        row["public"] = row["date"]
    cast = [{"series": series, "call": number, "state": s, "vote": v} for s, v in (votes or {}).items()]
    return [row], cast
