"""Bytes to text: every encoding that news comes in, and clear refusals of all else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.library import capture
from mahdar.library.capture import capture_bytes, capture_file, capture_stream

ARABIC = "نيويورك – أعلن المتحدث أن المجلس يجتمع غدا.\r\nوقال «لا جديد»."
ENGLISH = "The ambassador said: “we’ll vote on Friday”, in a café."


@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
    ],
)
def test_the_text_comes_out_unchanged(text: str, encoding: str, found: str) -> None:
    captured = capture_bytes(text.encode(encoding), "a.txt")
    assert (captured.text, captured.encoding) == (text, found)
    assert bool(captured.notes) == (encoding != "utf-8")


def test_a_big_endian_mark_is_read() -> None:
    assert capture_bytes(b"\xfe\xff" + ARABIC.encode("utf-16-be"), "a").text == ARABIC


def test_a_utf8_mark_stays_in_the_text_since_offsets_count_it() -> None:
    assert capture_bytes(ARABIC.encode("utf-8-sig"), "a").text == "\ufeff" + ARABIC


def test_arabic_windows_1256_is_recognised_and_noted() -> None:
    captured = capture_bytes(ARABIC.encode("cp1256"), "a")
    assert (captured.text, captured.encoding) == (ARABIC, "windows-1256")
    assert "Windows-1256" in captured.notes[0]


def test_english_windows_1252_is_not_taken_for_arabic() -> None:
    spanish = ENGLISH + " El señor Núñez spoke."
    captured = capture_bytes(spanish.encode("cp1252"), "a")
    assert (captured.text, captured.encoding) == (spanish, "windows-1252")


def test_broken_utf8_is_read_with_replacement_and_counted() -> None:
    raw = ARABIC.encode()
    captured = capture_bytes(raw[:40] + b"\xff" + raw[40:] + b"\xfe", "a")
    assert captured.encoding == "utf-8"
    assert captured.text.count("\ufffd") == 2
    assert captured.text.replace("\ufffd", "") == ARABIC
    assert captured.notes == ("2 broken characters replaced by U+FFFD",)


def test_a_replacement_character_that_was_there_before_is_not_counted_as_damage() -> None:
    assert capture_bytes("وقال \ufffd المندوب".encode() + b"\xff", "a").notes == (
        "1 broken character replaced by U+FFFD",
    )


def test_a_file_cut_within_a_character_is_damaged_utf8() -> None:
    captured = capture_bytes("She said: “yes”".encode()[:-1], "a")
    assert (captured.text, captured.encoding) == ("She said: “yes\ufffd", "utf-8")


@pytest.mark.parametrize("raw", [b"", b" \r\n\t", "\ufeff\n".encode()])
def test_nothing_to_read_is_refused(raw: bytes) -> None:
    with pytest.raises(capture.EmptyFileError):
        capture_bytes(raw, "a")


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "office"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x00\x01\x02\x03" * 100, "binary"),
        (b"\x01\x02\x03 text " * 100, "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(raw: bytes, what: str) -> None:
    with pytest.raises(capture.BinaryFileError, match=what):
        capture_bytes(raw, "a")


def test_stray_controls_and_overrides_are_kept_and_noted() -> None:
    text = ARABIC * 5 + "\x1b[31m\x00 \u202eabc\u202c"
    captured = capture_bytes(text.encode(), "a")
    assert captured.text == text
    assert captured.notes == (
        "shows 2 control characters as visible signs",
        "shows 2 characters that would turn the text round as visible signs",
    )


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(capture.MissingFileError, match="no such file"):
        capture_file(tmp_path / "nowhere.txt")
    with pytest.raises(capture.UnreadableFileError, match="folder"):
        capture_file(tmp_path)


def test_a_name_that_no_system_can_hold_is_an_error_of_ours() -> None:
    with pytest.raises(capture.CaptureError):
        capture_file("a\0b")


def test_a_file_of_50_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(capture.TooLargeError, match="larger than 2 MB"):
        capture_file(path)


def test_the_limit_itself_still_passes() -> None:
    assert capture_stream(io.BytesIO(b"abcde"), limit=5).text == "abcde"
    with pytest.raises(capture.TooLargeError):
        capture_stream(io.BytesIO(b"abcdef"), limit=5)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_valid_utf8_is_never_changed(text: str) -> None:
    try:
        assert capture_bytes(text.encode(), "a").text == text
    except (capture.EmptyFileError, capture.BinaryFileError):
        assert not text.replace("\ufeff", "").strip() or text.encode().startswith((b"%PDF", b"{\\rtf", b"GIF8"))


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_capture_error(raw: bytes) -> None:
    try:
        captured = capture_bytes(raw, "a")
    except capture.CaptureError:
        return
    assert captured.raw == raw
    assert captured.text
