"""Notes on a report are shown in the language of the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mahdar.export.labels import labels_for
from mahdar.export.notes import in_language
from mahdar.export.view import view
from mahdar.library.capture import capture_bytes
from mahdar.library.pages import read_page
from mahdar.pipeline import read

TEXT = "قال المندوب إن المجلس يجتمع غدا."


def notes_of(raw: bytes) -> tuple[str, ...]:
    return capture_bytes(raw, "a").notes


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (notes_of(TEXT.encode("cp1256")), "ترميز قديم للعربية"),
        (notes_of("Le Conseil a adopté".encode("cp1252")), "أوروبا الغربية"),
        (notes_of(TEXT.encode("utf-16")), "قُرئ بترميز UTF-16-LE"),
        (notes_of(TEXT.encode("utf-16-be")), "UTF-16-BE الذي لا يذكره"),
        (notes_of(TEXT.encode() + b"\xff" + TEXT.encode()), "مكانها: 1"),
        (notes_of(f"{TEXT}\u202e\u202c\x07".encode()), "بعلامات ظاهرة"),
        (notes_of(f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>".encode()), "صفحة من الويب"),
        (read_page(f"<html><meta charset='windows-1256'><p>{TEXT * 9}</p>".encode("cp1256"), "a").notes, "كما تذكر"),
        (read("Xyzzy plugh frotz.").report.notes, "لم تُعرف لغة"),
        (read("Le Conseil de sécurité a adopté une résolution sur la Syrie hier.").report.notes, "لم يُقرأ شيء"),
    ],
)
def test_every_note_has_its_arabic(notes: tuple[str, ...], words: str) -> None:
    shown = [in_language(note, "ar") for note in notes]
    assert any(words in note for note in shown)
    assert not set(notes) & set(shown)
    assert tuple(in_language(note, "en") for note in notes) == notes


def test_a_note_on_the_date_goes_both_ways() -> None:
    arabic = "تاريخ التقرير (2024-05-14) لا يتفق مع ما في السجل عن: «حق النقض»"
    english = "the report's date (2024-05-14) does not agree with what the record has on: “حق النقض”"
    assert (in_language(arabic, "en"), in_language(english, "ar")) == (english, arabic)
    assert (in_language(arabic, "ar"), in_language(english, "en")) == (arabic, english)


@pytest.mark.parametrize("note", ["", "another note", "read as", "read as x" * 500, "{encoding}"])
def test_a_note_that_no_row_knows_stays(note: str) -> None:
    assert in_language(note, "ar") == note


def test_a_page_shows_them_so() -> None:
    reading = read(TEXT)
    noted = replace(reading, report=replace(reading.report, notes=notes_of(TEXT.encode("cp1256"))))
    assert view(noted, TEXT).notes == ("قُرئ بترميز Windows-1256، وهو ترميز قديم للعربية",)
    assert view(noted, TEXT, labels_for("en")).notes == noted.report.notes
