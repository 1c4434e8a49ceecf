"""FollowTheMoney entities as JSON lines: reports, who is named and speaks in them, claims, and sanctions borne out.

An `Article` for each report (its text is not in it), a `Person`, `PublicBody` or `Organization` once for each entity,
a `Mention` for each entity that a report names, a `Documentation` for each speaker of a statement (its `role` is the
act), a `Note` for each claim with its verdict, a `Sanction` where the record bears out that a state is under a regime
or that a name is listed. Whatever is drawn from a report has that report as `proof` and its address as `sourceUrl`.
Names and ranges of properties are those of the published model, version 4.11.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha1
from pathlib import Path
from typing import Any

from mahdar.characters import escape_json
from mahdar.export.countries import country
from mahdar.export.kept import Kept
from mahdar.export.rows import Source, symbols_of
from mahdar.export.whole import whole_file
from mahdar.model import Claim, Statement

Told = dict[str, Any]
_AUTHORITY = "United Nations Security Council"
_LANGUAGES = {"ar": "ara", "en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "zh": "zho"}
_REGIME, _LISTING = "sanctions.regime", "sanctions.listing"


def entities(kept: Kept, known: set[str]) -> Iterator[Told]:
    """The entities of a report; those whose ids are in `known` were told before, and new ones are added to it."""
    source = Source(kept)
    article = _id("report", kept.report.sha256)
    yield _article(source, article)
    for id_ in kept.reading.entities:
        if id_ not in known:
            known.add(id_)
            yield _entity(source, id_)
    yield from _mentions(source, article)
    for statement in kept.reading.statements:
        yield from _statement(source, statement, article)
    for claim in kept.reading.claims:
        yield from _claim(source, claim, article)


def _id(*parts: object) -> str:
    """An id that is always the same for the same thing."""
    return f"mahdar-{sha1('/'.join(map(str, parts)).encode()).hexdigest()}"


def _made(id_: str, schema: str, **properties: str | Iterable[str | None] | None) -> Told:
    """An entity; properties without a value are left out."""
    told = {}
    for name, value in properties.items():
        values = [value] if isinstance(value, str) else value or ()
        found = list(dict.fromkeys(each for each in values if each))
        if found:
            told[name] = found
    return {"id": id_, "schema": schema, "properties": told}


def _article(source: Source, id_: str) -> Told:
    one = source.report
    published = one.published
    return _made(
        id_,
        "Article",
        fileName=one.id,
        title=one.title,
        sourceUrl=one.url,
        publisher=one.outlet,
        language=_LANGUAGES.get(one.language or ""),
        publishedAt=published.exact if published else None,
        date=[published.first, published.last] if published and not published.exact else None,
        retrievedAt=_moment(one.captured_at),
        processedAt=_moment(one.read_at),
        processingAgent=f"mahdar {one.reader}",
        description=None if one.url else one.address,
    )


def _moment(text: str | None) -> str | None:
    """A moment as the model has it: in UTC, to the second, without a zone."""
    return text[:19] if text else None


def _entity(source: Source, id_: str) -> Told:
    known = source.entity(id_)
    kind, _, slug = id_.partition(":")
    land = country(known.principal)
    schema = "Person" if kind == "person" else "PublicBody" if kind == "state" or land else "Organization"
    more: dict[str, str | None] = {"position": known.role} if schema == "Person" else {}
    if kind == "outlet":
        more["sector"] = "news"
    names = {"name": known.name, "alias": known.name_ar}
    return _made(_id("entity", id_), schema, **names, country=land, keywords=[kind, slug], **more)


def _mentions(source: Source, article: str) -> Iterator[Told]:
    """One for each entity, with the words by which the report names it."""
    words: dict[str, list[str]] = {}
    for mention in source.reading.mentions:
        words.setdefault(mention.entity, []).append(mention.text)
    for id_, names in words.items():
        land = country(source.entity(id_).principal)
        yield _made(
            _id("mention", article, id_), "Mention",
            document=article, resolved=_id("entity", id_), name=names, contextCountry=land,
        )  # fmt: skip


def _statement(source: Source, one: Statement, article: str) -> Iterator[Told]:
    """One for each speaker: the words in `summary`, their place in `recordId`."""
    published = source.report.published
    place = f"{source.report.id}#{one.start}-{one.end}"
    for speaker in dict.fromkeys(one.speakers):
        yield _made(
            _id("statement", article, one.start, one.end, speaker),
            "Documentation",
            document=article,
            entity=_id("entity", speaker),
            role=one.act,
            summary=one.text,
            description=one.speaker_text,
            status="quoted" if one.quoted else "reported",
            date=published.exact if published else None,
            recordId=place,
            proof=article,
            sourceUrl=source.report.url,
            publisher=source.report.outlet,
        )


def _claim(source: Source, one: Claim, article: str) -> Iterator[Told]:
    id_ = _id("claim", article, one.start, one.end, one.kind, json.dumps(dict(one.args), sort_keys=True))
    yield _made(
        id_,
        "Note",
        name=one.text,
        summary=f"{one.kind}: {one.verdict}",
        description=[one.why.en, one.why.ar],
        entity=article,
        keywords=symbols_of(one.citations),
        sourceUrl=[source.report.url, *(cite.url for cite in one.citations)],
        proof=article,
    )
    if one.kind in (_REGIME, _LISTING) and one.verdict == "supported" and not one.negated:
        yield from _sanction(source, one, article, id_)


def _sanction(source: Source, one: Claim, article: str, claim: str) -> Iterator[Told]:
    """Who is sanctioned, where it was not told yet, and the sanction."""
    target, name = one.args.get("target"), one.args.get("name")
    listed = one.kind == _LISTING and isinstance(name, str)
    about = _id("listed", str(name).casefold()) if listed else _id("entity", f"state:{target}")
    if listed:
        yield _made(about, "LegalEntity", name=str(name), topics="sanction", proof=article)
    elif f"state:{target}" not in source.reading.entities:
        return
    cites = one.citations
    yield _made(
        _id("sanction", claim),
        "Sanction",
        entity=about,
        authority=_AUTHORITY,
        program=symbols_of(cites) or [cite.title for cite in cites[:1]],
        startDate=[cite.date for cite in cites[:1] if cite.date and "/" not in cite.date],
        country=country(f"state:{target}"),
        summary=one.why.en,
        sourceUrl=[source.report.url, *(cite.url for cite in cites)],
        publisher=cites[0].source if cites else None,
        proof=article,
    )


class FollowTheMoney:
    """A Sink of the open file; all that it remembers is which entities it has told."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._known: set[str] = set()

    def take(self, kept: Kept) -> None:
        for each in entities(kept, self._known):
            self._stream.write(escape_json(json.dumps(each, ensure_ascii=False)) + "\n")


@contextmanager
def follow_the_money(path: Path) -> Iterator[FollowTheMoney]:
    """Write the entities, one a line, all or nothing. Raises OSError."""
    with whole_file(path) as place, place.open("w", encoding="utf-8") as stream:
        yield FollowTheMoney(stream)
