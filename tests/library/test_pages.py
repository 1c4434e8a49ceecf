"""Pages: the text without what belongs to the site, the publisher's own metadata, nothing that is harmful."""

from __future__ import annotations

import time

import pytest

from mahdar.library import pages
from mahdar.library.capture import CaptureError
from mahdar.library.decoding import is_page
from mahdar.library.pages import read_page

BODY = """<nav>الرئيسية أخبار رياضة</nav><article><h1>عنوان الخبر في الصفحة</h1>
<p onclick="steal()">قالت المتحدثة باسم المنظمة إن الجلسة المقبلة ستخصص لبحث تقرير اللجنة عن أوضاع السجناء.</p>
<script>var password = "stolen";</script><style>p { color: red }</style>
<p>وأضافت أن الدول الأعضاء تلقت نسخة من التقرير قبل أسبوع، وأن النقاش سيكون مفتوحا أمام منظمات المجتمع المدني.</p>
</article>"""


def page(head: str = "", body: str = BODY) -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def test_the_text_is_that_of_the_report() -> None:
    found = read_page(page(), "a")
    assert "تقرير اللجنة" in found.text
    assert "المجتمع المدني" in found.text
    for foreign in ("stolen", "steal", "color", "<", "رياضة"):
        assert foreign not in found.text


LINKED = '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"من البيانات","datePublished":"2024-03-30T00:10:00+03:00","publisher":{"@type":"Organization","name":"الناشر"}}]}</script>'  # noqa: E501
META = '<meta property="og:title" content="من الوصف"><meta property="og:site_name" content="الموقع"><meta property="article:published_time" content="2024-02-01T08:00:00Z">'  # noqa: E501


@pytest.mark.parametrize(
    ("head", "title", "outlet", "published", "reason"),
    [
        (META + LINKED, "من البيانات", "الناشر", "2024-03-30", "json-ld datePublished"),
        (META, "من الوصف", "الموقع", "2024-02-01", "meta property article:published_time"),
        ('<script type="application/ld+json">{broken</script>' + META, "من الوصف", "الموقع", "2024-02-01", "meta"),
        ('<meta name="date" content="2023-05-06">', "عنوان الخبر في الصفحة", None, "2023-05-06", "meta name date"),
        ('<meta name="date" content="2023-13-45">', "عنوان الخبر في الصفحة", None, None, None),
    ],
)
def test_the_publishers_metadata_come_first(
    head: str, title: str, outlet: str | None, published: str | None, reason: str | None
) -> None:
    found = read_page(page(head), "a")
    assert (found.title, found.outlet) == (title, outlet)
    if published is None:
        assert found.dated is None
        return
    assert found.dated is not None
    assert (found.dated.published, found.dated.basis) == (published, "metadata")
    assert (reason or "") in found.dated.reason


def test_a_page_in_utf_16_is_read_as_a_page() -> None:
    found = read_page(page(META).decode().replace("charset='utf-8'", "charset='utf-16'").encode("utf-16"), "a")
    assert (found.title, found.outlet) == ("من الوصف", "الموقع")
    assert "تقرير اللجنة" in found.text


def test_a_part_of_the_title_is_no_outlet() -> None:
    head = "<title>Geneva - The Council met on reports of torture.</title>"
    assert read_page(page(head), "a").outlet is None
    assert read_page(page(head), "a", url="https://www.example.org/a").outlet == "example.org"
    assert read_page(page("<title>The Council met - News.example.org</title>"), "a").outlet == "News.example.org"


def test_a_date_read_off_the_page_says_so() -> None:
    found = read_page(page(body=BODY + "<p class='date'>Published on 12 May 2021</p>"), "a")
    if found.dated is not None:
        assert (found.dated.published, "htmldate" in found.dated.reason) == ("2021-05-12", True)


def test_encodings_as_the_server_or_the_page_says() -> None:
    text = f"<html><head><meta charset='windows-1256'></head><body>{BODY}</body></html>"
    assert "تقرير اللجنة" in read_page(text.encode("cp1256"), "a").text
    bare = text.replace("<meta charset='windows-1256'>", "").encode("cp1256")
    assert "تقرير اللجنة" in read_page(bare, "a", charset="windows-1256").text
    assert "تقرير اللجنة" in read_page(page(), "a", charset="no-such-encoding").text


@pytest.mark.parametrize(
    ("raw", "yes"),
    [
        (b"<!DOCTYPE html><p>x", True),
        (b"\xef\xbb\xbf\n <html>", True),
        (b"<?xml version='1.0'?><!-- x --><html xmlns='y'>", True),
        ("<!DOCTYPE html><html><p>خبر".encode("utf-16"), True),
        ("A text about <html>".encode("utf-16"), False),
        (b"A text about <html>", False),
        (b"", False),
    ],
)
def test_what_is_a_page(raw: bytes, yes: bool) -> None:
    assert is_page(raw) is yes


@pytest.mark.parametrize(
    "raw",
    [
        page(body=""),
        page(body="<script>alert(1)</script>"),
        b"<html>" + b"<div>" * 5_000 + b"deep",
        b"<html>" + b"x" * (pages.LIMIT + 1),
        b"<html>\x00\x01\x02\x03" * 50,
        b"<html><p " + b" ".join(b"a%d" % number for number in range(200_000)) + b">x</p>",
        b"<html><p a='>' \" " + b" ".join(b"a%d=1" % number for number in range(200_000)),
        b"<html>" + b"<p>word <b>bold</b></p>" * 60_000,
    ],
)
def test_pages_that_hold_no_report_or_too_much(raw: bytes) -> None:
    started = time.monotonic()
    with pytest.raises(CaptureError):
        read_page(raw, "a")
    assert time.monotonic() - started < 10


def test_a_long_value_in_a_tag_is_no_harm() -> None:
    picture = f'<img alt="a" src="data:image/png;base64,{"A" * 200_000}">'
    assert "تقرير اللجنة" in read_page(page(body=picture + BODY), "a").text


def test_names_are_made_harmless() -> None:
    found = read_page(page("<meta property='og:title' content='a\u202eb\x1b[31mc\nd'>"), "a")
    assert found.title == "a⟨RLO⟩b␛[31mc d"
