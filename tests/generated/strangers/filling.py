"""True deeds told where another state is named that has no part in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import filled
from tests.generated.harder.draws import Draw, prepared
from tests.generated.harder.frames import Frame
from tests.generated.words import AR, sentences, table_rows

_TABLES = Path(__file__).parent
_TRIES = 40  # so many rows are drawn for a sentence before it is passed over


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a report of that day, with the container and the kind of the deed of which it was made."""

    container: str
    kind: str
    published: str
    text: str


def containers(language: str) -> tuple[str, ...]:
    """The containers of a language, in the order of their table."""
    return sentences(_TABLES / f"containers_{language}.txt")


@cache
def _deeds() -> tuple[dict[str, str], ...]:
    return table_rows(_TABLES / "deeds.csv")


def told(language: str, record: Record, seed: int, times: int) -> Iterator[Told]:
    """Every container so many times, each time with another deed."""
    for place, container in enumerate(containers(language)):
        random = Random(f"{seed} {language} {place}")
        for _ in range(times):
            one = _one(container, language, record, random)
            if one is not None:
                yield one


def _one(container: str, language: str, record: Record, random: Random) -> Told | None:
    for _ in range(_TRIES):
        deed = random.choice(_deeds())
        drawn = prepared_once(deed["kind"], record)(random)
        if drawn is None or not isinstance(drawn.blanks.get(deed["who"]), str) or deed["other"] not in drawn.blanks:
            continue
        text = filled(Frame(deed["kind"], _frame(container, deed, language), language, holds=True), drawn)
        if text:
            return Told(container, deed["kind"], drawn.published.isoformat(), f"{text}.")
    return None


@cache
def prepared_once(kind: str, record: Record) -> Draw:
    """The draw of a kind, made once for a record."""
    return prepared(kind, record)


def _frame(container: str, deed: dict[str, str], language: str) -> str:
    words = deed["ar" if language == AR else "en"]
    verb, _, rest = words.partition(" ")
    if verb == "لم":
        second, _, rest = rest.partition(" ")
        verb = f"{verb} {second}"
    parts = {"[P]": words, "[P0]": verb, "[P1]": rest, "[S]": f"{{{deed['who']}}}", "[N]": f"{{{deed['other']}}}"}
    for name, part in parts.items():
        container = container.replace(name, part)
    return container
