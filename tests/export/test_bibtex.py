"""BibTeX: each cited document once, under a key of its own, safe for LaTeX."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from mahdar.export.bibtex import Bibliography, bibliography, escaped, organ_of
from mahdar.export.kept import Kept
from mahdar.model import Citation
from tests.kept import every, kept


@pytest.fixture
def text(tmp_path: Path) -> str:
    with bibliography(tmp_path / "a.bib") as sink:
        for one in [*every(), kept("korea")]:
            sink.take(one)
    return (tmp_path / "a.bib").read_text("utf-8")


def citing(*citations: Citation) -> str:
    one = kept("korea")
    claims = (replace(one.reading.claims[0], citations=citations),)
    found = Bibliography()
    found.take(Kept(one.report, one.text, replace(one.reading, claims=claims)))
    return "\n".join(found.entries())


def test_a_document_with_a_symbol_is_a_report_of_its_organ(text: str) -> None:
    (entry,) = re.findall(r"@techreport\{S-RES-2397-2017,.*?\n\}", text, re.DOTALL)
    for line in (
        "institution = {United Nations Security Council}",
        "type = {Resolution}",
        "number = {S/RES/2397 (2017)}",
        "year = {2017}",
        "month = {12}",
        "day = {22}",
        "url = {https://docs.un.org/S/RES/2397(2017)}",
        "annote = {Cited for 2 claims, first in https://wire.example/korea?a=1}",
    ):
        assert f"  {line}," in entry


def test_a_source_without_symbol_is_something_else(text: str) -> None:
    assert "@misc{Charter-of-the-United-Nations-" in text


def test_keys_are_unique_and_braces_balance(text: str) -> None:
    keys = re.findall(r"^@\w+\{(.+),$", text, re.MULTILINE)
    assert len(keys) == len({key.casefold() for key in keys}) == 3
    assert text.count("{") == text.count("}")


def test_keys_that_would_be_the_same_get_numbers() -> None:
    told = citing(
        Citation("S/2020/1", "2020", "One", "UN"),
        Citation("S/2020-1", "2020", "Other", "UN"),
        Citation(None, None, "قرار", "أ"),
    )
    assert re.findall(r"^@\w+\{(.+),$", told, re.MULTILINE) == ["S-2020-1", "S-2020-1-2", "source"]


def test_days_that_are_spans_are_notes_and_no_year_is_invented() -> None:
    told = citing(Citation(None, "2014-05/2014-06", "A list", "UN"))
    assert "year" not in told
    assert "note = {2014-05/2014-06}" in told


def test_text_is_what_latex_prints() -> None:
    assert escaped(r"50% of R&D_{x} \input{a} #1 ~ ^ $") == (
        r"50\% of R\&D\_\{x\} \textbackslash{}input\{a\} \#1 \textasciitilde{} \textasciicircum{} \$"
    )
    assert escaped("a\n\x00b") == "a \u2400b"


def test_addresses_cannot_end_the_entry() -> None:
    told = citing(Citation("S/1", None, "T", "UN", "https://x.example/}\n@misc{evil"))
    assert "url = {https://x.example/%7D@misc%7Bevil}" in told


@pytest.mark.parametrize(
    ("symbol", "organ"),
    [
        ("S/RES/1 (1946)", "United Nations Security Council"),
        ("A/HRC/RES/22/13", "United Nations Human Rights Council"),
        ("A/RES/77/226", "United Nations General Assembly"),
        ("E/CN.4/RES/2004/13", "United Nations Commission on Human Rights"),
        ("CCPR/C/1", ""),
    ],
)
def test_organs(symbol: str, organ: str) -> None:
    assert organ_of(symbol)[0] == organ
