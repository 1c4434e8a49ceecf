"""Sentences of the audit from templates in tables `audit.toml`, in English and in Arabic."""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.checking.rulebook import Provision
from mahdar.checking.wording import Pair, state
from mahdar.tables import read_toml

_HOME = "mahdar.checking.audit"
Field = Pair | str | int


def say(package: str, key: str, **fields: Field) -> Pair:
    """The template `key` of the package's table `audit.toml`, filled. Raises KeyError where either is missing."""
    template = read_toml(package, "audit.toml")[key]
    english = {name: value.en if isinstance(value, Pair) else value for name, value in fields.items()}
    arabic = {name: value.ar if isinstance(value, Pair) else value for name, value in fields.items()}
    return Pair(template["en"].format_map(english), template["ar"].format_map(arabic))


def source_name(key: str, title: str) -> Pair:
    """How a sentence calls a source; by its own title where the table has no name for it."""
    known = read_toml(_HOME, "audit.toml")["sources"].get(key)
    return Pair(*known) if known else Pair(f"“{title}”", f"«{title}»")


def has_name(key: str) -> bool:
    """Whether sentences have a name for a source or a series."""
    return key in read_toml(_HOME, "audit.toml")["sources"]


def after(source: Pair) -> Pair:
    """How a sentence calls a row of the package that was taken from a source."""
    words = read_toml(_HOME, "audit.toml")["interface"]["after"]
    return Pair(words[0].format(source=source.en), words[1].format(source=source.ar))


def the(codes: Iterable[str]) -> Pair:
    """States in a sentence."""
    return enumerated(map(_state, codes))


def _state(code: str) -> Pair:
    """The name of a state; of a former one that has none elsewhere, from our own table."""
    former = read_toml(_HOME, "audit.toml")["former"].get(code)
    return Pair(*former) if former else state(code)


def enumerated(pairs: Iterable[Pair]) -> Pair:
    """Names with commas, and "and" before the last."""
    rows = list(pairs)
    english = [row.en for row in rows]
    last = " and ".join([", ".join(english[:-1]), english[-1]]) if len(english) > 1 else "".join(english)
    return Pair(last, " و".join(row.ar for row in rows))


def listed(pairs: Iterable[Pair]) -> Pair:
    """Several clauses as one, separated by semicolons."""
    rows = list(pairs)
    return Pair("; ".join(p.en for p in rows), "؛ ".join(p.ar for p in rows))


def sentence(said: Pair) -> Pair:
    """A clause with its full stop."""
    return Pair(f"{said.en}.", f"{said.ar}.")


def joined(*sentences: Pair | None) -> Pair:
    """Sentences one after the other; None is left out."""
    rows = [s for s in sentences if s is not None]
    return Pair(" ".join(s.en for s in rows), " ".join(s.ar for s in rows))


def capital(said: Pair) -> Pair:
    """A sentence that begins with a name out of a table."""
    return Pair(said.en[:1].upper() + said.en[1:], said.ar)


def severity_name(severity: str) -> Pair:
    return Pair(*read_toml(_HOME, "audit.toml")["severities"][severity])


def provision_name(provision: Provision) -> Pair:
    """A provision's title; in English alone where the table has no other."""
    return Pair(provision.title, read_toml(_HOME, "audit.toml")["provisions"].get(provision.title, provision.title))


def interface(key: str) -> Pair:
    """A phrase of the page that shows findings."""
    return Pair(*read_toml(_HOME, "audit.toml")["interface"][key])


def title(package: str, slug: str) -> Pair:
    """What a rule asks, from the package's table `audit.toml`."""
    return Pair(*read_toml(package, "audit.toml")["rules"][slug])
