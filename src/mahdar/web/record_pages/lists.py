"""What pages of the record share: lists a page at a time, names, charts with their addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from mahdar.charts.chart import Chart, text_of
from mahdar.charts.setting import Setting
from mahdar.checking import states
from mahdar.web.asking import Ask, to_cursor
from mahdar.web.parameters import Param
from mahdar.web.problems import Invalid
from mahdar.web.record_pages.facts.sourced import named
from mahdar.web.wording import N_

if TYPE_CHECKING:
    from mahdar.edtf import Interval

C = TypeVar("C", bound=Chart | None)
AT_ONCE, MOST = 50, 10_000
Rows = Sequence[dict[str, Any]]

FROM = Param("from", "time", N_("From this day, month or year on"), example="2011")
TO = Param("to", "time", N_("To this day, month or year"), example="2024")
TOPIC = Param("topic", "state", N_("About this state"), example="SYR")
LIMIT = Param("limit", "integer", N_("At most so many rows"), least=1, most=MOST, default=AT_ONCE)
FEWER = Param("limit", "integer", N_("At most so many rows"), least=1, most=MOST, default=20)
WORDS = Param("words", "text", N_("With these words in the title or symbol"))


def setting(ask: Ask) -> Setting:
    """How charts of this page are drawn."""
    return Setting(ask.language, ask.show.digits if ask.language == "ar" else "latn")


def part(ask: Ask, rows: Rows, key: str = "rows") -> dict[str, Any]:
    """A page of a list: the rows, how many there are, where the list goes on. Raises Invalid on a wrong cursor."""
    start = ask.cursor().get("after", 0)
    if not isinstance(start, int) or isinstance(start, bool) or start < 0:
        raise Invalid(ask.say(N_("cursor: take it from the answer before")))
    end = start + int(ask["limit"])
    told: dict[str, Any] = {key: list(rows[start:end]), "total": len(rows)}
    if end < len(rows):
        told["next"] = to_cursor(after=end)
    return told | {"_first": start > 0, "_start": start}


def span(ask: Ask) -> Interval | None:
    """The time between the parameters `from` and `to`. Raises Invalid where it runs backwards."""
    from mahdar.edtf import Interval

    if ask["from"] is None and ask["to"] is None:
        return None
    try:
        return Interval.span(ask["from"], ask["to"])
    except ValueError:
        raise Invalid(ask.say(N_("The time ends before it begins."))) from None


def name(ask: Ask, code: str) -> str:
    """A state in the language of the page."""
    return states.name(code, ask.language)


def in_sentence(ask: Ask, code: str, begins: bool = False) -> str:
    """A state as a sentence of the page names it: with its article in English, capital where the sentence begins."""
    from mahdar.checking.wording import sentence, state

    pair = state(code)
    told = pair.ar if ask.language == "ar" else pair.en
    return sentence(told) if begins else told


def sorting(text: str) -> str:
    """A name as it is put in alphabetical order: without accents, hamzas and the Arabic article."""
    import unicodedata

    from mahdar.language.folding import fold_word

    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(fold_word(word) for word in bare.split()).removeprefix("ال")


def names_in(rows: Iterable[dict[str, Any]], *keys: str) -> dict[str, dict[str, str]]:
    """Names of the states that stand in some columns of rows, by code and in both languages."""
    found: set[str] = set()
    for row in rows:
        for key in keys:
            value = row.get(key)
            found.update([value] if isinstance(value, str) else value or [])
    return named(found)


def drawn(ask: Ask, key: str, make: Callable[[Ask, Setting], C], *about: Any) -> C:
    """A chart, made once for a language and a choice of digits; `about` is what else it depends on."""
    chosen = setting(ask)
    found: C = ask.state.kept.get(("chart", key, about, chosen, ask.show.months), lambda: make(ask, chosen))
    return found


def shown(ask: Ask, chart: Chart, **query: Any) -> dict[str, Any]:
    """A chart for a template: itself, the addresses of its page and its CSV, and how its cells are written."""
    at = f"/charts/{chart.key}"
    return {
        "chart": chart,
        "page": ask.url(at, **query),
        "csv": ask.url(f"{at}.csv", **query),
        "heads": [(head, _kind(chart, i)) for i, head in enumerate(chart.headers)],
        "text": lambda cell: text_of(cell, chart.setting),
    }


def _kind(chart: Chart, column: int) -> str:
    """`number` for a column of numbers, as the table's heads have it."""
    cells = [row[column] for row in chart.rows]
    return "number" if column and any(isinstance(c, int | float) for c in cells) else ""
