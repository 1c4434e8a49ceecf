"""ClaimReview (schema.org) as JSON-LD: a review for each claim that the record bears out or contradicts.

A rating is Mahdar's verdict in words, with its explanation: it speaks of the record and is no number on a scale of
truth, so `ratingValue` is left out. Claims that the record does not decide, or on which it is at odds with itself,
are no fact-check and are left out too. `itemReviewed` has who said it, or else the outlet in whose words it stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mahdar.characters import escape_json
from mahdar.export.kept import Kept, KeptReport
from mahdar.export.labels import labels_for, primary
from mahdar.export.rows import Source
from mahdar.export.whole import whole_file
from mahdar.model import Citation, Claim

RATED = ("supported", "refuted")
_CONTEXT = "https://schema.org"
_PERSON = "person:"

Told = dict[str, Any]


def reviews(kept: Kept, pages: str | None = None) -> Iterator[Told]:
    """The reviews of a report; `pages` is the address under which its page is published, without a slash at the end."""
    source = Source(kept)
    for claim in kept.reading.claims:
        if claim.verdict in RATED:
            yield _bare(_review(source, claim, pages))


def _review(source: Source, claim: Claim, pages: str | None) -> Told:
    report = source.report
    language = "ar" if primary(report.language) == "ar" else "en"
    return {
        "@type": "ClaimReview",
        "@id": f"urn:mahdar:{report.sha256}:{claim.start}-{claim.end}:{claim.kind}",
        "url": f"{pages}/{quote(report.id, safe='')}" if pages else None,
        "claimReviewed": claim.text,
        "inLanguage": language,
        "datePublished": report.read_at,
        "author": [{"@type": "Organization", "name": "Mahdar"}, *_people(source, claim)],
        "reviewRating": {
            "@type": "Rating",
            "alternateName": labels_for(language).of("verdict", claim.verdict),
            "name": claim.verdict,
            "ratingExplanation": claim.why.ar if language == "ar" else claim.why.en,
        },
        "itemReviewed": _claim(source, claim),
        "citation": [_cited(each) for each in claim.citations],
    }


def _people(source: Source, claim: Claim) -> list[Told]:
    """Those who confirmed or corrected what the review says."""
    return [{"@type": "Person", "name": name} for name in source.decided(claim, claim.kind)]


def _claim(source: Source, claim: Claim) -> Told:
    report = source.report
    said_by = source.speakers(claim.start)
    outlet = {"@type": "Organization", "name": report.outlet} if report.outlet else None
    return {
        "@type": "Claim",
        "text": source.sentence(claim).text,
        "author": [_speaker(source, each) for each in said_by] or outlet,
        "datePublished": report.published.exact if report.published else None,
        "appearance": _appearance(report, outlet),
    }


def _speaker(source: Source, id_: str) -> Told:
    """A person with the state or body that it speaks for, or a body."""
    known = source.entity(id_)
    person = id_.startswith(_PERSON)
    principal = source.entity(known.principal) if known.principal and known.principal != id_ else None
    return {
        "@type": "Person" if person else "Organization",
        "identifier": id_,
        "name": known.name,
        "alternateName": known.name_ar,
        "jobTitle": known.role if person else None,
        "affiliation" if person else "parentOrganization": {"@type": "Organization", "name": principal.name}
        if principal
        else None,
    }


def _appearance(report: KeptReport, outlet: Told | None) -> Told:
    return {
        "@type": "CreativeWork",
        "identifier": [report.id, f"sha256:{report.sha256}"],
        "url": report.url,
        "headline": report.title,
        "inLanguage": report.language,
        "datePublished": report.published.exact if report.published else None,
        "temporalCoverage": report.published.edtf if report.published and not report.published.exact else None,
        "publisher": outlet,
    }


def _cited(one: Citation) -> Told:
    return {
        "@type": "CreativeWork",
        "identifier": one.symbol,
        "name": one.title,
        "datePublished": one.date if one.date and "/" not in one.date else None,
        "publisher": {"@type": "Organization", "name": one.source},
        "url": one.url,
    }


def _bare(told: Any) -> Any:
    """Without what is not known."""
    if isinstance(told, dict):
        return {name: _bare(value) for name, value in told.items() if value is not None and value != []}
    return [_bare(each) for each in told] if isinstance(told, list) else told


class ClaimReviews:
    """A Sink of the open document."""

    def __init__(self, stream: Any, pages: str | None) -> None:
        self._stream, self._pages, self.count = stream, pages, 0

    def take(self, kept: Kept) -> None:
        for each in reviews(kept, self._pages):
            self._stream.write((",\n" if self.count else "\n") + escape_json(json.dumps(each, ensure_ascii=False)))
            self.count += 1


@contextmanager
def claim_reviews(path: Path, pages: str | None = None) -> Iterator[ClaimReviews]:
    """Write one JSON-LD document with all reviews in its `@graph`, all or nothing. Raises OSError."""
    with whole_file(path) as place, place.open("w", encoding="utf-8") as stream:
        stream.write(f'{{"@context": "{_CONTEXT}", "@graph": [')
        sink = ClaimReviews(stream, pages.rstrip("/") if pages else None)
        yield sink
        stream.write("\n]}\n")
