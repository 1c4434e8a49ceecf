"""In the lines of a chronology the date that opens a line is the time of what it tells in the present."""

from __future__ import annotations

import pytest

from mahdar.pipeline import read

LINES = [
    ("council.veto", "2011-10-04", "4 October 2011: Russia and China veto a draft on Syria."),
    ("council.vote", "2011-10-04", "4 October 2011: Russia and China veto a draft on Syria. Brazil and India abstain."),
    ("council.vote", "1990-11-29", "Nov 29, 1990 - Resolution 678 is adopted by 12 votes to two."),
    ("sanctions.regime", "2011", "• 2011: The Security Council imposes an arms embargo on Libya."),
    ("treaty.party", "1992", "1992: Brazil ratifies the International Covenant on Civil and Political Rights."),
    ("un.member", "2002", "2002 – Switzerland becomes a member of the United Nations."),
]


def _chronology(line: str) -> str:
    bullet, mark = "• " if line.startswith("•") else "", " –" if "–" in line else ":"
    return f"What the Security Council did:\n{line}\n{bullet}2012{mark} It met.\n"


@pytest.mark.parametrize(("kind", "at", "line"), LINES)
def test_the_date_of_a_line_is_that_of_its_claims(kind: str, at: str, line: str) -> None:
    claims = read(_chronology(line), published="2012-08-10").claims
    assert (kind, at, "supported") in {(c.kind, c.args.get("at"), c.verdict) for c in claims}


@pytest.mark.parametrize(("kind", "at", "line"), [one for one in LINES if one[0] != "council.vote"])
def test_another_date_is_not_borne_out(kind: str, at: str, line: str) -> None:
    other = line.replace(at[:4], "1985")
    claims = read(_chronology(other), published="2012-08-10").claims
    assert "supported" not in {c.verdict for c in claims if c.kind == kind}


def test_a_bare_number_is_the_councils_that_reached_it_in_the_year_of_its_line() -> None:
    text = (
        "The General Assembly backed the plan in February 2012.\n14 April 2012: Resolution 2042 sends observers.\n"
        "In 1991 resolution 3379 was revoked.\n"
    )
    symbols = {claim.args.get("symbol") for claim in read(text, published="2012-08-10").claims}
    assert "S/RES/2042" in symbols
    assert "S/RES/3379" not in symbols


def test_a_number_that_opens_a_line_is_borne_out_only_by_its_date() -> None:
    text = "The Security Council and Iraq:\nAug 6, 1990 - Resolution {} imposes economic sanctions.\n"
    labels = {
        number: {c.verdict for c in read(text.format(number), published="2002-09-12").claims if "symbol" in c.args}
        for number in (661, 664)
    }
    assert labels == {661: {"supported"}, 664: {"not-enough-evidence"}}
