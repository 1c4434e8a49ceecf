"""The encoding of a text is told by its bytes, and guessed only where it can be told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record.loading.encodings import encoding_of, ends_in_line_end
from mahdar.record.loading.publication import LoadError


def file(folder: Path, data: bytes) -> Path:
    path = folder / "text.csv"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"plain\n", "utf-8-sig"),
        ("\ufeffmarked, é\n".encode(), "utf-8-sig"),
        ("Côte d’Ivoire\r\n".encode(), "utf-8-sig"),
        ("Côte d’Ivoire\rcafé\r".encode("mac_roman"), "mac_roman"),
        ("Algérie\nMali\n".encode("mac_roman"), "mac_roman"),
        (b"a" * ((1 << 20) - 1) + "é\n".encode(), "utf-8-sig"),
    ],
)
def test_encodings_are_told_by_their_bytes(tmp_path: Path, data: bytes, encoding: str) -> None:
    assert encoding_of(file(tmp_path, data)) == encoding


@pytest.mark.parametrize("data", ["Algérie\n".encode("cp1252"), b"one\0two\n", "Mali\n".encode("utf-16")])
def test_what_cannot_be_told_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(LoadError, match=r"NUL|neither"):
        encoding_of(file(tmp_path, data))


def test_a_character_cut_at_the_end_is_no_utf8(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="neither"):
        encoding_of(file(tmp_path, "one\né".encode()[:-1]))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_any_text_in_utf8_is_utf8(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    assert encoding_of(file(tmp_path_factory.mktemp("any"), text.encode())) == "utf-8-sig"


@pytest.mark.parametrize(("data", "ends"), [(b"a\n", True), (b"a\r", True), (b"a", False), (b"", False)])
def test_a_last_line_may_lack_its_end(tmp_path: Path, data: bytes, ends: bool) -> None:
    assert ends_in_line_end(file(tmp_path, data)) is ends
