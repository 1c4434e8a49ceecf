"""The summary of a corpus: tables as CSV, and one page of charts in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from mahdar.charts.bars import Series, bars
from mahdar.charts.chart import About, Chart, Table
from mahdar.charts.setting import Setting
from mahdar.corpus.counting import Counted, Row, count_up
from mahdar.corpus.folder import Folder
from mahdar.tables import read_toml

Words = dict[str, str]
Language = Literal["en", "ar"]
_VERDICTS = ("supported", "refuted", "not-enough-evidence", "conflicting")
_SERIES = 7  # principals of a chart; the others are one more
_BARS = 24  # months of a chart; of a longer time it shows years
_OUTLETS = 12


def corpus_summary(out: Path) -> list[Path]:
    """Write `OUT/summary/`: three CSV files and `summary.html`. Gives their paths.

    Raises CorpusError where no whole corpus is there.
    """
    folder = Folder(out)
    counted = count_up(folder)
    at = folder.path / "summary"
    at.mkdir(exist_ok=True)
    written = [_write_csv(at / f"{table.name}.csv", table) for table in counted]
    page = at / "summary.html"
    page.write_text(_page(counted, folder), "utf-8")
    return [*written, page]


def _write_csv(path: Path, table: Counted) -> Path:
    path.write_text(Table(table.columns, tuple(table.rows)).csv(), "utf-8", newline="")
    return path


def _page(counted: Sequence[Counted], folder: Folder) -> str:
    from mahdar.export.templates import template

    rows = {name: _rows(folder, name) for name in ("reports", "statements", "claims", "figures")}
    pages = []
    for language in ("en", "ar"):
        words: Words = read_toml("mahdar.corpus", "words.toml")[language]
        setting = Setting(language)
        intro = words["intro"].format(**{name: setting.number(count) for name, count in rows.items()})
        charts = list(_charts(counted, words, setting))
        pages.append({"language": language, "words": words, "intro": intro, "charts": charts})
    return template("summary.html", "mahdar.corpus").render(pages=pages)


def _rows(folder: Folder, table: str) -> int:
    from pyarrow import parquet

    return sum(parquet.ParquetFile(file).metadata.num_rows for file in folder.files(table))


def _charts(counted: Sequence[Counted], words: Words, setting: Setting) -> Iterator[Chart]:
    """One for each table that has something to show."""
    statements, verdicts, figures = (table.rows for table in counted)
    if any(month for _, month, *_ in statements):
        yield _statements(statements, words, setting)
    if verdicts:
        yield _verdicts(verdicts, words, setting)
    if any(topic for topic, *_ in figures):
        yield _figures(figures, words, setting)


def _statements(rows: Sequence[Row], words: Words, setting: Setting) -> Chart:
    """The principals with most statements, month by month, or year by year where the months are many."""
    dated = [(principal, month, count) for principal, month, count, _ in rows if month]
    months = _months(min(month for _, month, _ in dated), max(month for _, month, _ in dated))
    letters = 7 if len(months) <= _BARS else 4
    positions = list(dict.fromkeys(month[:letters] for month in months))
    counts: dict[str, Counter[str]] = {}
    for principal, month, count in dated:
        counts.setdefault(principal, Counter())[month[:letters]] += count
    ranked = sorted(counts, key=lambda each: (-counts[each].total(), each))
    series = [
        Series(entity_name(each, setting.language), [counts[each][at] for at in positions]) for each in ranked[:_SERIES]
    ]
    rest = [sum(counts[each][at] for each in ranked[_SERIES:]) for at in positions]
    series += [Series(words["others"], rest)] if any(rest) else []
    about = About("statements", words["statements_title"], words["statements_note"])
    return bars(
        about, positions, series, setting, axes=(words["month" if letters > 4 else "year"], words["statements"])
    )


def _months(first: str, last: str) -> list[str]:
    """Every month from one to another, those without statements too."""
    start, end = (12 * int(month[:4]) + int(month[5:]) - 1 for month in (first, last))
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, end + 1)]


def _verdicts(rows: Sequence[Row], words: Words, setting: Setting) -> Chart:
    shown, rest = rows[:_OUTLETS], rows[_OUTLETS:]
    positions = [row[0] or words["unknown"] for row in shown] + ([words["others"]] if rest else [])
    series = []
    for place, verdict in enumerate(_VERDICTS, 1):
        counts = [row[place] for row in shown] + ([sum(row[place] for row in rest)] if rest else [])
        series.append(Series(words[verdict], counts))
    about = About("verdicts", words["claims_title"], words["claims_note"])
    return bars(about, positions, series, setting, axes=(words["outlet"], words["claims"]))


def _figures(rows: Sequence[Row], words: Words, setting: Setting) -> Chart:
    counts: Counter[str] = Counter()
    for topic, _, count, *_ in rows:
        if topic:
            counts[topic] += count
    names: Words = read_toml("mahdar.corpus", "words.toml")["event"][setting.language]
    ranked = sorted(counts, key=lambda topic: (-counts[topic], topic))
    about = About("figures", words["figures_title"], words["figures_note"])
    series = [Series(words["figures"], [counts[topic] for topic in ranked])]
    positions = [names.get(topic, topic) for topic in ranked]
    return bars(about, positions, series, setting, axes=(words["topic"], words["figures"]))


def entity_name(entity: str, language: Language) -> str:
    """What a state, body or person is called; its bare id where no table names it."""
    from mahdar.checking.wording import state_name
    from mahdar.reading.names.entries import known_entities

    kind, _, code = entity.partition(":")
    if kind == "state":
        pair = state_name(code)
        return pair.ar if language == "ar" else pair.en
    known = known_entities().get(entity)
    if known is None:
        return code.replace("-", " ") or entity
    return (known.name_ar if language == "ar" else None) or known.name
