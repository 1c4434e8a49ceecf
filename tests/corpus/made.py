"""Reports of our own for the tests of the corpus, in the forms that it reads, and an engine without processes."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mahdar.corpus.asked import Step
from mahdar.corpus.engine import Answer

_VETO = "نيويورك – استخدمت روسيا في فبراير 2012 حق النقض في مجلس الأمن ضد مشروع قرار بشأن سوريا، وأيده 13 عضوا."
_SAID = "وقال مندوب {who} إن المجلس «لم ينجز ما عليه» هذا العام، مضيفا أن {number} شخصا قتلوا في الهجوم على {town}."
_ENGLISH = "GENEVA – The envoy of {who} said on Tuesday that {number} people were killed in the attack on {town}."
_PEOPLE = (("فرنسا", "France"), ("كوبا", "Cuba"), ("كينيا", "Kenya"), ("النرويج", "Norway"))
_TOWNS = (("المرفأ", "the harbour"), ("السوق", "the market"), ("الجسر", "the bridge"))
_REST = (
    ("وكان الوفد قد وصل إلى المدينة قبل أسبوع وزار المستشفى والمدرسة.", "The delegation had come a week before."),
    ("ومن المقرر أن تعقد جلسة أخرى بعد عطلة الربيع.", "Another meeting is to be held after the spring recess."),
    ("ولم يصدر تعليق من الجانب الآخر حتى ساعة متأخرة من الليل.", "No comment came from the other side by midnight."),
)


def reports(count: int) -> list[dict[str, str]]:
    """So many reports, two of three Arabic; no two are the same."""
    made = []
    for n in range(count):
        who, town, rest = _PEOPLE[n % 4], _TOWNS[n % 3], _REST[n // 2 % 3]
        facts = {"number": 20 + n}
        if n % 3 == 2:
            text = f"{_ENGLISH.format(who=who[1], town=town[1], **facts)} {rest[1]}\n"
        else:
            text = f"{_VETO}\n{_SAID.format(who=who[0], town=town[0], **facts)} {rest[0]}\n"
        day = f"2018-{n % 12 + 1:02d}-{n % 27 + 1:02d}"
        about = {
            "published": day,
            "outlet": f"outlet {n % 5}",
            "url": f"https://news.example/{n}",
            "title": f"تقرير {n}",
        }
        made.append({"id": f"r{n}", "text": text, **about})
    return made


def write_lines(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def write_csv(path: Path, rows: list[dict[str, str]]) -> Path:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, fieldnames=list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(stream.getvalue(), "utf-8", newline="")
    return path


def write_parquet(path: Path, rows: list[dict[str, Any]], group: int = 4) -> Path:
    import pyarrow as pa
    from pyarrow import parquet

    parquet.write_table(pa.Table.from_pylist(rows), path, row_group_size=group)
    return path


def write_warc(path: Path, rows: list[dict[str, str]]) -> Path:
    """Pages of one report each; packed record by record, as crawlers do, where the name ends so."""
    records = [_record(row) for row in rows]
    path.write_bytes(b"".join(map(gzip.compress, records) if path.suffix == ".gz" else records))
    return path


def _record(row: dict[str, str]) -> bytes:
    day = f'<meta property="article:published_time" content="{row["published"]}T08:00:00Z">'
    body = "".join(f"<p>{line}</p>" for line in row["text"].splitlines())
    page = f"<!DOCTYPE html><html><head><title>{row['title']}</title>{day}</head><body><article>{body}</article></body>"
    raw = f"{page}</html>".encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + raw
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {row['url']}\r\nWARC-Date: 2019-01-01T00:00:00Z\r\n"
    head += f"WARC-Record-ID: <urn:x:{row['id']}>\r\nContent-Type: application/http; msgtype=response\r\n"
    return f"{head}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


class Here:
    """Does what the engine does, one task after the other in this process; ``given`` are the numbers of the tasks."""

    def __init__(self) -> None:
        self.given: list[int] = []

    def run(self, job: Mapping[str, Any], tasks: Mapping[int, Mapping[str, Any]]) -> Iterator[Answer]:
        from mahdar.corpus.engine import _refuse
        from mahdar.corpus.worker import Worker

        worker = Worker(json.dumps(job))
        for number, task in tasks.items():
            self.given.append(number)
            answer = json.loads(worker.answer(json.dumps({**task, "number": number})))
            _refuse(answer)
            yield answer


@contextmanager
def unseen(what: str, total: int, done: int) -> Iterator[Step]:
    """Nobody watches."""
    yield lambda reports: None


def tables(out: Path) -> dict[str, bytes]:
    """The bytes of all tables by file, and the manifest."""
    found = {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.glob("*/part-*.parquet"))}
    return {**found, "manifest.json": (out / "manifest.json").read_bytes()}


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    """All rows of a table, in order."""
    from pyarrow import parquet

    return [row for file in sorted((out / table).glob("*.parquet")) for row in parquet.read_table(file).to_pylist()]
