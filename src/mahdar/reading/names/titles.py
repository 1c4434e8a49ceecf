"""Posts, organs and groups of people by their words, as entries of the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from mahdar.language.folding import fold_word
from mahdar.reading.names.entries import ROOM, Entry, Pair
from mahdar.tables import Row, read_rows, read_toml, values

_OF = ("of", "for")
_NO_ACCUSATIVE = ("ة", "ون", "ين", "ان", "ات", "ا", "و", "ي", "اء", "ى")
_POSSESSIVES = ("ه", "ها", "هم", "هما")


def title_entries() -> Iterator[Pair]:
    """Every way to write a post or organ; ``entity`` is its slug, ``role`` its kind, the flag what it takes."""
    for row in read_rows(ROOM, "offices.csv"):
        entry = _entry(row["slug"], row["kind"], row["takes"], row["principal"])
        yield from ((form, entry) for form in values(row["ar"]) + values(row["en"]))
        yield from ((form, entry) for form in _accusatives(values(row["ar"])))
    for row in read_rows(ROOM, "offices_portfolios.csv"):
        yield from _minister_entries(row)
    for row in read_rows(ROOM, "offices_owned.csv"):
        entry = Entry("title", row["slug"], frozenset({"state", "own"}), row["kind"])
        yield from ((form.replace("*", ending), entry) for form in values(row["ar"]) for ending in _POSSESSIVES)


@cache
def his_posts() -> frozenset[str]:
    """Folded posts of one word with the possessive of a man, which fold like the post of a woman: سفيره, سفيرة."""
    forms = (form for row in read_rows(ROOM, "offices_owned.csv") for form in values(row["ar"]))
    return frozenset(fold_word(form.replace("*", "ه")) for form in forms if " " not in form)


@cache
def title_names() -> dict[str, str]:
    """Slug to English name of every post and organ."""
    named = {row["slug"]: row["name"] for row in read_rows(ROOM, "offices.csv")}
    for row in read_rows(ROOM, "offices_portfolios.csv"):
        portfolio = row["slug"].replace("-", " ").title()
        named[f"{row['slug']}-minister"] = f"{portfolio} Minister"
        named[f"deputy-{row['slug']}-minister"] = f"Deputy {portfolio} Minister"
        named[f"{row['slug']}-ministry"] = f"{portfolio} Ministry"
    return named


def arabic_title(slug: str, whose: str | None) -> str | None:
    """A post or organ of a state or body in Arabic, وزارة خارجية السودان; None where either has no Arabic name."""
    name = _arabic_names().get(slug)
    if name is None or not whose:
        return None
    return name.replace("*", whose) if "*" in name else f"{name} {whose}"


@cache
def _arabic_names() -> dict[str, str]:
    named = {row["slug"]: row["name"] for row in read_rows(ROOM, "offices_arabic.csv")}
    for row in read_rows(ROOM, "offices_portfolios.csv"):
        for portfolio in values(row["bare"])[:1]:
            named[f"{row['slug']}-minister"] = f"وزير {portfolio}"
            named[f"deputy-{row['slug']}-minister"] = f"نائب وزير {portfolio}"
            named[f"{row['slug']}-ministry"] = f"وزارة {portfolio}"
    return named


def slug_of_role(role: str) -> str:
    """The slug of a post by its English name, e.g. ``Foreign Minister`` or ``Permanent Representative to the UN``."""
    slugs = _slugs_by_name()
    words = role.split(",")[0].lower().split()
    return next((slugs[part] for n in range(len(words), 0, -1) if (part := " ".join(words[:n])) in slugs), "")


@cache
def _slugs_by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for slug, name in title_names().items():
        found.setdefault(name.lower(), slug)
    return found


def _accusatives(forms: Iterable[str]) -> Iterator[str]:
    """The indefinite accusative of posts of men: متحدثا باسم, مسؤولا, دبلوماسيا."""
    for form in forms:
        first, space, rest = form.partition(" ")
        if not first.startswith("ال") and not first.endswith(_NO_ACCUSATIVE) and (not rest or rest == "باسم"):
            yield first + "ا" + space + rest


def _entry(slug: str, kind: str, takes: str, principal: str = "") -> Entry:
    return Entry("title", slug, frozenset({takes}), kind, principal)


def _minister_entries(row: Row) -> Iterator[Pair]:
    words = read_toml(ROOM, "offices_words.toml")
    minister = _entry(f"{row['slug']}-minister", "post", "state")
    deputy = _entry(f"deputy-{row['slug']}-minister", "post", "state")
    ministry = _entry(f"{row['slug']}-ministry", "organ", "state")
    for portfolio in values(row["ar"]) + values(row["bare"]):
        yield from ((f"{word} {portfolio}", minister) for word in words["ministers_ar"])
        yield from ((f"{word} {portfolio}", deputy) for word in words["deputies_ar"])
        yield from ((f"{word} {portfolio}", ministry) for word in words["ministries_ar"])
    if row["short"]:
        short = Entry("title", ministry.entity, frozenset({"state", "short"}), "organ")
        yield values(row["ar"])[0], short
    for portfolio in values(row["en"]):
        yield from ((f"{portfolio} {word}", minister) for word in words["ministers_en"])
        yield from (
            (f"{one} {portfolio} {word}", deputy) for one in words["deputies_en"] for word in words["ministers_en"]
        )
        yield f"{portfolio} ministry", ministry
    for portfolio in values(row["of"]):
        of_it = [f"{word} {of} {portfolio}" for word in words["ministers_en"] for of in _OF]
        yield from ((rest, minister) for rest in of_it)
        yield from ((f"{one} {rest}", deputy) for one in words["deputies_en"] for rest in of_it)
        yield f"ministry of {portfolio}", ministry
