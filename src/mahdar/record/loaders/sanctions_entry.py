"""An entry of a Security Council sanctions list, INDIVIDUAL or ENTITY, as rows of `told.listings` and its names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from mahdar.record.loading.salvage import LOST
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.values import day, words
from mahdar.record.states import find_state

Row = dict[str, object]
TAGS = ("INDIVIDUAL", "ENTITY")
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_ONCE = (*_NAMES, "VERSIONNUM", "UN_LIST_TYPE", "REFERENCE_NUMBER", "LISTED_ON", "NAME_ORIGINAL_SCRIPT", "COMMENTS1")
_ALIASES = ("INDIVIDUAL_ALIAS", "ENTITY_ALIAS")
_BORN = "INDIVIDUAL_DATE_OF_BIRTH"
_TAKEN = {*_ONCE, *_ALIASES, _BORN, "NATIONALITY", "NATIONALITY2", "LAST_DAY_UPDATED"}
# What is passed over, and why; below an entry, an alias (`A/…`) and a date of birth (`B/…`).
_IGNORED = {
    "DATAID": "DATAID numbers entries within the UN's database; the reference names them",
    "LIST_TYPE": "LIST_TYPE is the same for all entries",
    "SORT_KEY": "sort keys repeat the name",
    "SORT_KEY_LAST_MOD": "days on which sort keys changed",
    "GENDER": "gender",
    "TITLE": "titles",
    "DESIGNATION": "offices and functions that a person held",
    "SUBMITTED_BY": "who proposed an entry",
    "SUBMITTED_ON": "when an entry was proposed",
    "INDIVIDUAL_ADDRESS": "addresses",
    "ENTITY_ADDRESS": "addresses",
    "INDIVIDUAL_PLACE_OF_BIRTH": "places of birth",
    "INDIVIDUAL_DOCUMENT": "passports and other papers",
    "A/DATE_OF_BIRTH": "dates of birth given beside an alias",
    "A/CITY_OF_BIRTH": "places of birth",
    "A/COUNTRY_OF_BIRTH": "places of birth",
    "A/NOTE": "notes on aliases",
    "B/NOTE": "notes on dates of birth",
}
_REFERENCE = re.compile(r"[A-Z]{2}[ie]\.\d{3}")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)?")  # xs:date, with a time zone or without
_YEARS = re.compile(r"(\d{4})\s*[-/]\s*(\d{4})")
_KINDS = {"exact", "approximately", "between", ""}


class EntryReader:
    """Reads the entries of one file; `damaged` says that characters of it were destroyed."""

    def __init__(self, sink: Sink, snapshot: date, *, damaged: bool = False) -> None:
        self._sink = sink
        self._snapshot = snapshot
        self._damaged = damaged
        self._ignored: set[str] = set()
        self._seen: set[str] = set()
        self._place = ""

    def read(self, entries: Iterable[Any]) -> Iterator[tuple[Row, list[Row]]]:
        """(listing, its other names) for each entry that has a reference and a list."""
        for number, entry in enumerate(entries, 1):
            self._place = f"{entry.tag} {number}"
            self._know(entry, _TAKEN, "")
            told = {tag: self._text(entry, tag) for tag in _ONCE}
            reference, committee = told["REFERENCE_NUMBER"], told["UN_LIST_TYPE"]
            if reference is None or committee is None:
                self._lost("an entry without a reference or a list", told["FIRST_NAME"])
                continue
            self._place = f"{self._place} ({reference})"
            self._odd_reference(reference)
            yield self._row(entry, told), self._aliases(entry, reference)

    def finish(self) -> None:
        """Say once what was passed over."""
        for why in sorted(self._ignored):
            self._sink.remark("ignored", why)
        if self._damaged:
            why = "in a file whose characters were destroyed, values that show no damage are taken as they stand"
            self._sink.remark("odd", why)

    def _row(self, entry: Any, told: dict[str, str | None]) -> Row:
        listed = self._day(told["LISTED_ON"])
        return {
            "place": self._place,
            "reference": told["REFERENCE_NUMBER"],
            "list": told["UN_LIST_TYPE"],
            "kind": str(entry.tag).casefold(),
            "name": self._name([told[tag] for tag in _NAMES]),
            "name_original": self._original(told["NAME_ORIGINAL_SCRIPT"]),
            "listed_on": listed,
            "updated": _joined(self._updates(entry)),
            "nationalities": _joined(self._nationalities(entry)),
            "born": _joined(self._born(entry)),
            "comments": told["COMMENTS1"],
            "version": told["VERSIONNUM"],
            "snapshot": self._snapshot,
            "public": listed,
        }

    def _name(self, parts: list[str | None]) -> str | None:
        name = words(" ".join(part for part in parts if part))
        if name is None:
            self._lost("an entry without a name stands without one", "")
        return self._undamaged(name, "a name whose characters were destroyed; the entry stands without it")

    def _original(self, name: str | None) -> str | None:
        """Where the file is damaged, a name in another script that has mostly ASCII letters is what is left of one."""
        why = "a name in its original script whose characters were destroyed"
        if name and self._damaged and 2 * sum(char.isascii() for char in name) > len(name):
            self._lost(why, name)
            return None
        return self._undamaged(name, why)

    def _undamaged(self, text: str | None, why: str) -> str | None:
        if text and LOST in text and self._damaged:
            self._lost(why, text)
            return None
        return text

    def _aliases(self, entry: Any, reference: str) -> list[Row]:
        rows: list[Row] = []
        for alias in entry.iterchildren(*_ALIASES):
            self._know(alias, {"ALIAS_NAME", "QUALITY"}, "A/")
            name = self._text(alias, "ALIAS_NAME")
            name = self._undamaged(name, "an alias whose characters were destroyed")
            if name:
                rows.append({"reference": reference, "name": name, "quality": self._text(alias, "QUALITY")})
        return rows

    def _updates(self, entry: Any) -> Iterator[str]:
        for text in _values(entry, "LAST_DAY_UPDATED"):
            found = self._day(text)
            if found:
                yield found.isoformat()

    def _nationalities(self, entry: Any) -> Iterator[str]:
        for text in (*_values(entry, "NATIONALITY"), *_texts(entry, "NATIONALITY2")):
            state = find_state(text)
            if state:
                yield state
            else:
                self._lost("a nationality that is not the name of one state", text)

    def _born(self, entry: Any) -> Iterator[str]:
        for born in entry.iterchildren(_BORN):
            self._know(born, {"TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR"}, "B/")
            time = self._time(born)
            if time:
                yield time
            elif note := self._text(born, "NOTE"):
                self._lost("a date of birth that only a note tells", note)

    def _time(self, born: Any) -> str | None:
        """A date of birth in EDTF: `1944-10-13`, `1963`, `1963~` (approximately), `1963/1968`."""
        kind = (self._text(born, "TYPE_OF_DATE") or "").casefold()
        if kind not in _KINDS:
            self._sink.remark("odd", "a kind of date of birth that is not known", place=self._place, value=kind)
        if (text := self._text(born, "DATE")) is not None:
            found = self._day(text)
            return found.isoformat() if found else None
        year, first, last = (self._text(born, tag) for tag in ("YEAR", "FROM_YEAR", "TO_YEAR"))
        span = f"{first}/{last}" if first or last else year
        if span is None:
            return None
        if re.fullmatch(r"\d{4}", span):
            return f"{span}~" if kind == "approximately" else span
        if (years := _YEARS.fullmatch(span)) and years[1] <= years[2]:
            return f"{years[1]}/{years[2]}"
        self._lost("a year of birth that is no year", span)
        return None

    def _day(self, text: str | None) -> date | None:
        found = _DAY.fullmatch(text or "")
        when = day(found[1]) if found else None
        if when is None:
            self._lost("a date that is no day", text)
        return when

    def _odd_reference(self, reference: str) -> None:
        if not _REFERENCE.fullmatch(reference):
            self._sink.remark("odd", "a reference of another form than KPi.001", place=self._place, value=reference)
        if reference in self._seen:
            self._sink.remark("odd", "two entries have one reference", place=self._place, value=reference)
        self._seen.add(reference)

    def _text(self, parent: Any, tag: str) -> str | None:
        """The text of a child; the first, where there are several."""
        found = list(_texts(parent, tag))
        if len(found) > 1:
            self._lost("a second element of a kind that stands once in an entry", f"{tag}: {found[1]}")
        return found[0] if found else None

    def _know(self, parent: Any, taken: set[str], prefix: str) -> None:
        """Note the children that are passed over, and remark on those that nobody knows."""
        for child in parent:
            tag = str(child.tag)
            if tag in taken or not words("".join(child.itertext())):
                continue
            if prefix + tag in _IGNORED:
                self._ignored.add(_IGNORED[prefix + tag])
            else:
                self._lost("an element that is not known to stand there", tag)

    def _lost(self, why: str, value: str | None) -> None:
        self._sink.remark("lost", why, place=self._place, value=value or "")


def _texts(parent: Any, tag: str) -> Iterator[str]:
    """The texts of the children of a tag, those that have any."""
    for child in parent.iterchildren(tag):
        text = words("".join(child.itertext()))
        if text:
            yield text


def _values(entry: Any, tag: str) -> Iterator[str]:
    """The texts of the VALUEs of a child."""
    for child in entry.iterchildren(tag):
        yield from _texts(child, "VALUE")


def _joined(values: Iterator[str]) -> str | None:
    return "|".join(dict.fromkeys(values)) or None
