"""Reports written for the tests of exports and dossiers, and what a library keeps of them."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from mahdar.export.kept import Kept, KeptReport, Moment
from mahdar.pipeline import read

# id -> text, language, outlet, address, day of publication
REPORTS: dict[str, tuple[str, str, str | None, str | None, str | None]] = {
    "sudan-1": (
        "The envoy of Sudan said that 1,592 people were killed in Darfur. China and Russia vetoed a draft on Sudan. "
        "The Security Council has 15 members.",
        "en", "Herald", "https://herald.example/sudan", "2023-05-02",
    ),
    "sudan-2": (
        "قال مندوب السودان إن 1592 شخصا قتلوا في دارفور. وقالت الصين إن العقوبات على السودان لا تخدم السلام. "
        "ويتألف مجلس الأمن من 14 عضوا.",
        "ar", "الوكالة", None, "2023-05",
    ),
    "korea": (
        "Kim Yo Jong threatened that the United States would pay. North Korea is under UN sanctions since 2006. "
        "The Security Council adopted resolution 2397 (2017).",
        "en", None, "https://wire.example/korea?a=1", None,
    ),
    "formula": (
        '=HYPERLINK("http://evil.example") said China. China said that the sanctions must be eased.',
        "en", "=cmd|' /C calc'!A0", None, "2024-01-01/2024-02-03",
    ),
}  # fmt: skip
TAKEN = "2024-04-01T10:00:00.123Z"


@cache
def kept(id: str) -> Kept:
    """A report as a library keeps it."""
    text, language, outlet, url, day = REPORTS[id]
    report = KeptReport(
        id=id,
        address=url or f"in/{id}.txt",
        sha256=sha256(text.encode()).hexdigest(),
        outlet=outlet,
        title=f"Title of {id}",
        language=language,
        published=Moment.of(day),
        published_basis="given" if day else None,
        captured_at=TAKEN,
        added_at=TAKEN,
        reader="0.1.0+0123456789ab",
        record="f" * 64,
        read_at=TAKEN,
    )
    return Kept(report, text, read(text, id=id, published=day))


def every() -> list[Kept]:
    return list(map(kept, REPORTS))
