"""Elements are streamed, and files made to harm are refused before they do."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record.loading.publication import LoadError
from mahdar.record.loading.xml_elements import elements

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def texts(xml: str | bytes, *tags: str) -> list[str]:
    data = xml if isinstance(xml, bytes) else xml.encode()
    return ["".join(element.itertext()) for element in elements(io.BytesIO(data), set(tags))]


def test_elements_come_whole_and_in_order() -> None:
    assert texts("<a><b>1<c>2</c></b><!-- 3 --><d/>4<b>5</b></a>", "b") == ["12", "5"]


def test_an_element_within_another_of_the_kind_belongs_to_it() -> None:
    assert texts("<a><b>1<b>2</b></b><b>3</b></a>", "b") == ["12", "3"]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20), max_size=20))
def test_every_text_comes_back(values: list[str]) -> None:
    from xml.sax.saxutils import escape

    assert texts("<a>" + "".join(f"<b>{escape(v)}</b>" for v in values) + "</a>", "b") == values


@pytest.mark.parametrize(
    "hostile",
    [
        f'<!DOCTYPE a [<!ENTITY l0 "lol">{LAUGHS}]><a><b>&l9;</b></a>',
        f'<!DOCTYPE a [<!ENTITY l0 "lol">{LAUGHS}]><a x="&l9;"><b/></a>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><b>&x;</b></a>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost:9/x.dtd"> %x;]><a><b>1</b></a>',
        '<!DOCTYPE a SYSTEM "http://localhost:9/x.dtd"><a><b>1</b></a>',
        "<a>" + "<x>" * 100 + "</x>" * 100 + "</a>",
        "<a>" + "<x>" * 100_000,
        f'<a x="{"y" * 20_000_000}"><b>1</b></a>',
        f'<a><b x="{"y" * 5_000}">1</b></a>',
        "<a><b>" + "<c/>" * 60_000 + "</b></a>",
        "<a><b>&unknown;</b></a>",
        "<a><b>1</b><b>2",
        "<a><b>1</b></a><a/>",
        "<a><b>1\0</b></a>",
        "not a file of this kind",
        "",
    ],
    ids=lambda xml: str(xml)[:40] or "empty",
)
def test_hostile_and_broken_files_are_refused_at_once(hostile: str) -> None:
    start = time.monotonic()
    with pytest.raises(LoadError) as error:
        texts(hostile, "b")
    assert time.monotonic() - start < 5
    assert "\n" not in str(error.value)


def test_other_encodings_are_read_as_they_declare_themselves() -> None:
    xml = '<?xml version="1.0" encoding="{}"?><a><b>Côte d’Ivoire</b></a>'
    assert texts(xml.format("utf-16").encode("utf-16"), "b") == ["Côte d’Ivoire"]
    assert texts(xml.format("ISO-8859-1").replace("’", "'").encode("latin-1"), "b") == ["Côte d'Ivoire"]


def test_memory_stays_flat() -> None:
    import resource

    rows = b"<b>" + b"1234567890" * 10 + b"</b><x>passed over</x>"
    data = b"<a>" + rows * 150_000 + b"</a>"  # 18 MB
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(1 for _ in elements(io.BytesIO(data), {"b"})) == 150_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000  # KiB; the tree would take 150 MB
