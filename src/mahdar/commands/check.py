"""`mahdar check SENTENCE`: one sentence held against the record, with a certificate of the search if wanted."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mahdar.commands.options import RecordPath, day, opened, time
from mahdar.commands.output import Json, complain, json_text, write

if TYPE_CHECKING:
    from mahdar.model import Reading
    from mahdar.record.access import Record

EXAMPLES = """Examples:

\b
  mahdar check "استخدمت روسيا والصين حق النقض في 26 أيار/مايو 2022"
  mahdar check --published 2023-07-03 "Japan is now an elected member of the Security Council"
  mahdar check "Egypt is a party to the ICCPR" --json
  mahdar check "الأمم المتحدة تضم 193 دولة عضوا" --published 2024-05-01 --certificate search.json
  echo "S/RES/2397 was adopted in 2017" | mahdar check -

Exit status: 0 checked, whatever the verdicts; 1 nothing in it that the record holds; 2 wrong usage."""

NOTHING = 1


def check(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE|-", help="One sentence; - is standard input.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", callback=time, help="When it was said or written: now means then.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", callback=day, help="Judge by the record as it stood on that day.")
    ] = None,
    json: Json = False,
    certificate: Annotated[
        Path | None,
        typer.Option(metavar="OUT", dir_okay=False, help="Also write what was searched, where and when, as JSON."),
    ] = None,
    record: RecordPath = None,
) -> None:
    """Check one sentence: what the official record shows of it, and where it says so."""
    from mahdar.record.access import Record

    text = sys.stdin.buffer.read().decode("utf-8", "replace").strip() if sentence == "-" else sentence.strip()
    if not text:
        raise typer.BadParameter("there is no sentence", param_hint="SENTENCE")
    with opened(record) as store:
        asked = Record(store)
        reading = _read(text, published, as_of, asked)
        if certificate is not None:
            _certify(certificate, text, reading, asked, as_of)
    _print(reading, text, json)
    if not reading.report.published and any(claim.verdict == "not-enough-evidence" for claim in reading.claims):
        complain("when it was said is not known: --published DATE says it, and may decide more")
    if not reading.claims:
        raise typer.Exit(NOTHING)


def _read(text: str, published: str | None, as_of: str | None, record: Record) -> Reading:
    from mahdar import pipeline

    day = date.fromisoformat(as_of) if as_of else None
    return pipeline.read(text, id="sentence", published=published, as_of=day, record=record)


def _certify(target: Path, text: str, reading: Reading, record: Record, as_of: str | None) -> None:
    import json
    from datetime import UTC, datetime

    from mahdar.checking.certificate import certificate
    from mahdar.edtf import Interval
    from mahdar.reading.reader import read_passage
    from mahdar.session import write_whole

    report = reading.report
    published = Interval.parse(report.published) if report.published else None
    passage = read_passage(text, report.language or "", published)
    day = date.fromisoformat(as_of) if as_of else None
    told = certificate(passage, reading.claims, record, datetime.now(UTC), day)
    try:
        write_whole(target, json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    except OSError as error:
        complain(f"{target}: cannot be written: {error.strerror}")
        raise typer.Exit(NOTHING) from None


def _print(reading: Reading, text: str, json: bool) -> None:
    from mahdar.export.terminal import show_claims
    from mahdar.session import console

    if json:
        told = reading.to_dict()
        told = {"text": text, "published": told["report"]["published"], "claims": told["claims"]}
        write(json_text(told) + "\n")
    else:
        show_claims(reading, text, console())
