"""One speaker in many surroundings: containers filled with speakers, contents and silent neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from tests.generated.speakers.grammar import agreeing, tidy
from tests.generated.words import AR, EN, codes, sentences, state, table_rows

_TABLES = Path(__file__).parent
_FOR_MEN = " <m>"
_COMMAS, _INDEFINITE = set(",،"), ("a ", "an ", "local ", "مسؤول", "مصدر", "شاهد", "سكان", "دبلوماسية")
_AND_THAT = {EN: "and that", AR: "وأن"}
_PLAIN = {
    EN: ("[SP] said that [Q].", "the road to the north was closed"),
    AR: ("[قال|قالت] [SP] إن [Q].", "الطريق إلى الشمال مغلق"),
}
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """A text in which somebody says these contents, the same speaker in a plain sentence, and for whom it speaks.

    ``others`` tells whether somebody else says something too.
    """

    container: str
    text: str
    contents: tuple[str, ...]
    plain: str
    plain_content: str
    principal: str
    others: bool


def containers(language: str) -> tuple[str, ...]:
    """The containers of a language, in the order of their table."""
    return sentences(_TABLES / f"containers_{language}.txt")


@cache
def rows(table: str) -> tuple[Row, ...]:
    """The rows of a table beside this module."""
    return table_rows(_TABLES / f"{table}.csv")


def said(language: str, seed: int, times: int) -> Iterator[Said]:
    """Every container so many times, each time with another speaker and other strangers."""
    for container in containers(language):
        random = Random(f"{seed} {container}")
        for _ in range(times):
            yield _said(container, language, random)


def _said(container: str, language: str, random: Random) -> Said:
    speakers = [row for row in rows(f"speakers_{language}") if _fits(container, row)]
    speaker = random.choice(speakers)
    land = random.choice(rows("capitals"))
    other, third = random.sample([code for code in codes() if code != land["code"]], 2)
    called = names(language, land, random, woman="{f}" in speaker["words"])
    plain, plain_content = _PLAIN[language]
    near = _near(language, {"{N}": state(other, language), "{n}": _man(language, random)}, random)
    said_things = random.sample(sentences(_TABLES / f"contents_{language}.txt"), 2)
    first, second = (content.replace("[M]", state(third, language)) for content in said_things)
    both = f"{first} {_AND_THAT[language]} {second}"
    contents = {"[Q]": first, "[R]": second, "[QR]": both}
    words, again = (put(speaker[column], called) for column in ("words", "again"))
    who = {"[SP]": words, "[PP]": words, "[HH]": words, "[again]": again, "[Again]": again[0].upper() + again[1:]}
    text = agreeing(container, speaker, language, random).removeprefix("+ ").removesuffix(_FOR_MEN)
    principal = {"S": f"state:{land['code']}", "un": "body:un"}.get(speaker["principal"], speaker["principal"])
    heading = "[HH]" in container
    return Said(
        container,
        tidy(put(put(text, {**who, **near}), contents), language, ended=not heading),
        tuple(content for blank, content in contents.items() if blank in container),
        tidy(put(agreeing(plain, speaker, language, random), {**who, "[Q]": plain_content}), language, ended=True),
        plain_content,
        principal,
        container.startswith("+"),
    )


def _fits(container: str, speaker: Row) -> bool:
    if container.endswith(_FOR_MEN) and speaker["gender"] != "m":
        return False
    if "[HH]" in container and (_COMMAS & set(speaker["words"]) or speaker["words"].startswith(_INDEFINITE)):
        return False
    return "[PP]" not in container or speaker["is"] == "person"


def names(language: str, land: Row, random: Random, *, woman: bool) -> dict[str, str]:
    """The blanks of a state and of one person with a surname of its own."""
    surname = random.choice(_people("last"))[language]
    given = random.choice(_people("f" if woman else "m"))[language]
    adjective, city = land[f"adjective_{language}"], land[f"city_{language}"]
    return {
        "{S}": state(land["code"], language),
        "{C}": city or state(land["code"], language),
        "{A}": adjective,
        "{a}": adjective.removeprefix("ال"),
        "{Af}": land["adjective_ar_f"],
        "{m}": f"{given} {surname}",
        "{f}": f"{given} {surname}",
        "{l}": surname,
    }


def _people(kind: str) -> list[Row]:
    return [row for row in rows("names") if row["kind"] == kind]


def _man(language: str, random: Random) -> str:
    return f"{random.choice(_people('m'))[language]} {random.choice(_people('last'))[language]}"


def _near(language: str, names: Mapping[str, str], random: Random) -> dict[str, str]:
    person = random.choice(sentences(_TABLES / f"strangers_{language}.txt"))
    body = random.choice(sentences(_TABLES / f"bodies_{language}.txt"))
    return {"[X]": put(person, names), "[B]": put(body, names), "[N]": names["{N}"]}


def put(text: str, blanks: Mapping[str, str]) -> str:
    """A text with all its blanks filled at once."""
    return re.sub("|".join(map(re.escape, blanks)), lambda found: blanks[found.group()], text)
