"""What is whole in a file whose characters were destroyed, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record.loading.publication import LoadError
from mahdar.record.loading.salvage import LOST, fragments, is_damaged


def file(folder: Path, data: bytes) -> Path:
    path = folder / "list.xml"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "damaged"),
    [
        ("<A>دمشق — é</A>".encode(), False),
        ("\ufeff<A>é</A>".encode(), False),
        ("<A>é</A>".encode("utf-16"), False),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><A>\xe9</A>', False),
        (b'<?xml version="1.0" encoding="utf-8"?><A>\xe9</A>', True),
        (b"<A>govern\x19s</A>", True),
        (b"<A>\tone\r\ntwo</A>", False),
    ],
)
def test_damage_is_seen_by_the_bytes(tmp_path: Path, data: bytes, damaged: bool) -> None:
    assert is_damaged(file(tmp_path, data)) is damaged


def test_a_hole_of_nul_bytes_is_no_such_damage(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="NUL"):
        is_damaged(file(tmp_path, b"<A>" + bytes(100) + b"</A>"))


def test_characters_cut_by_a_chunk_are_whole(tmp_path: Path) -> None:
    assert not is_damaged(file(tmp_path, b"x" * 65_535 + "é".encode()))


def test_elements_are_taken_one_by_one(tmp_path: Path) -> None:
    data = b"<L><A><N>govern\x19s \xe9</N></A><B>R&D <8@ x</B><A><N>open</A><A>5</A></L>"
    found = list(fragments(file(tmp_path, data), ("A", "B")))
    assert [(f.tag, f.element is not None, f.lost) for f in found] == [
        ("A", True, 2),
        ("B", True, 2),
        ("A", False, 0),
        ("A", True, 0),
    ]
    assert found[0].element.findtext("N") == f"govern{LOST}s {LOST}"
    assert found[1].element.text == f"R{LOST}D {LOST}8@ x"


def test_an_element_without_end_does_not_swallow_the_next(tmp_path: Path) -> None:
    data = b"<L><A><N>1</N><A><N>2</N></A></L>"
    found = list(fragments(file(tmp_path, data), ("A",)))
    assert [f.element is not None for f in found] == [False, True]


def test_an_endless_element_is_given_up(tmp_path: Path) -> None:
    data = b"<L><A>" + b"x" * 3_000_000 + b"<A>2</A></L>"
    found = list(fragments(file(tmp_path, data), ("A",)))
    assert [f.element is not None for f in found] == [False, True]
    assert max(len(f.text) for f in found) < 1_200_000


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    data = b'<!DOCTYPE L [<!ENTITY x SYSTEM "file:///etc/passwd">]><L><A>\x19&x;</A></L>'
    (found,) = fragments(file(tmp_path, data), ("A",))
    assert found.element.text == f"{LOST}{LOST}x;"


@given(st.lists(st.binary(max_size=40), max_size=10))
def test_any_bytes_between_whole_elements_leave_them_whole(
    tmp_path_factory: pytest.TempPathFactory, parts: list[bytes]
) -> None:
    kept = [part for part in parts if b"<" not in part]
    data = b"".join(b"<ENTRY>1</ENTRY>" + part for part in kept)
    found = list(fragments(file(tmp_path_factory.mktemp("any"), data), ("ENTRY",)))
    assert [f.element is not None for f in found] == [True] * len(kept)
