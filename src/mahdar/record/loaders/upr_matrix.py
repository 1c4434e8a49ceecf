"""OHCHR's matrix of recommendations of a State's review ("Thematic list of recommendations"): the table in Word
(.docx), as OHCHR publishes it, or its text.

One row is one numbered recommendation, however many States made it: `recommender` holds their codes parted by `|`, and
the text keeps who asked for what. Which State was reviewed in which session is said by a title in the text, or by the
file's name as OHCHR gives it (`UPR34_Slovenia_Thematic_list_of_Recommendations.docx`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mahdar.record.loaders.upr_matrix_entries import Entry, docx_entries, is_matrix_docx, text_entries, title_lines
from mahdar.record.loading.encodings import encoding_of
from mahdar.record.loading.publication import Head, Loader, LoadError
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.values import cycle_of_session, words
from mahdar.record.states import find_state

_POSITIONS = {
    "supported": "supported",
    "noted": "noted",
    "supported/noted": "partly",
    "under consideration": "pending",
}
_TITLE = re.compile(r"\bUPR\s+(\d{1,2})(?:st|nd|rd|th)\s+Session\s*[-–]\s*(.{2,80}?)\s*[-–]\s*Thematic List", re.I)
_FILE_NAME = re.compile(r"upr[-_]?(?:wg)?(\d{1,2})[-_]+(.{2,80}?)[-_]+thematic", re.I)
_STATED = re.compile(r"\bTotal Recommendations:\W*(\d{1,4})")
_SYMBOL = re.compile(r"Source of position:\s*(A/HRC/\d+/\d+(?:/(?:Add|Corr)\.\d+)*)", re.I)
_SOURCE = re.compile(r"\s*Source of position:.*", re.I | re.S)
_GROUP = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)(?=\s*(?:([;.])|\(|$))")
_PARTS = re.compile(r",\s*|;\s*|\s+and\s+")


class _Review(NamedTuple):
    state: str
    session: int


def _recognises(head: Head) -> bool:
    if head.start[:4] == b"PK\x03\x04":
        return head.suffix == ".docx" and is_matrix_docx(head.path)
    return all(re.search(line, head.text, re.I | re.M) for line in (r"^\s*Recommendation\b", "^Source of position:"))


def _load(path: Path, sink: Sink) -> None:
    review = _review(path)
    entries = docx_entries(path, sink) if _is_zip(path) else text_entries(path, encoding_of(path))
    written = sink.write("recommendations", _rows(entries, review, sink))
    stated = 0 if _is_zip(path) else _stated(path)
    if written < stated:
        raise LoadError(f"holds {written} of the {stated} recommendations that it announces: it is cut short")
    if stated and written != stated:
        why = "the list holds more recommendations than its heading says"
        sink.remark("odd", why, value=f"{written} instead of {stated}")
    sink.remark("ignored", "goals for sustainable development, groups of persons and assessments")
    sink.remark("ignored", "the paragraph in which the position stands; its document is taken")


def _is_zip(path: Path) -> bool:
    return Head.of(path).start[:4] == b"PK\x03\x04"


def _review(path: Path) -> _Review:
    """Raises LoadError where neither a title nor the file's name says which State and session."""
    titles = "" if _is_zip(path) else title_lines(path)
    found = _TITLE.search(titles) or _FILE_NAME.search(path.name)
    state = find_state(re.sub(r"[-_]+", " ", found[2])) if found else None
    if found is None or state is None:
        hint = "name it as OHCHR does, UPR34_Slovenia_Thematic_list_of_Recommendations.docx"
        raise LoadError(f"does not say which State was reviewed in which session; {hint}")
    return _Review(state, int(found[1]))


def _stated(path: Path) -> int:
    """How many recommendations the heading of the text announces, 0 if it does not say."""
    found = _STATED.search(title_lines(path))
    return int(found[1]) if found else 0


def _name_of(path: Path) -> str:
    return "{0.state} {0.session}".format(_review(path))


def _rows(entries: Iterator[Entry], review: _Review, sink: Sink) -> Iterator[dict[str, object]]:
    seen: dict[str, tuple[str, str]] = {}
    for entry in entries:
        told, symbol = _SOURCE.sub("", entry.text), _SYMBOL.search(entry.text)
        if entry.number in seen:
            _repeated(entry, seen[entry.number] == (told, entry.position), sink)
            continue
        seen[entry.number] = (told, entry.position)
        if symbol is None:
            sink.remark("lost", "a recommendation without the document of its position", place=entry.place)
        yield {
            "place": entry.place,
            "number": entry.number,
            "state": review.state,
            "session": review.session,
            "cycle": cycle_of_session(review.session),
            "text": words(told),
            "themes": "|".join(entry.themes) or None,
            "symbol": symbol[1] if symbol else None,
            "kind": "recommendation",
            **_position(entry, sink),
            **_recommenders(words(told) or "", entry, sink),
        }


def _repeated(entry: Entry, same: bool, sink: Sink) -> None:
    if same:
        sink.remark("ignored", "the list repeats a recommendation under each of its themes", value=entry.number)
    else:
        why = "a number stands twice with different words or positions; the first is taken"
        sink.remark("lost", why, place=entry.place, value=entry.number)


def _position(entry: Entry, sink: Sink) -> dict[str, object]:
    told = words(entry.position)
    bare = re.sub(r"\s*/\s*", "/", (told or "").casefold())
    response = _POSITIONS.get(bare)
    if response is None:
        why = "a position that is none of those known; the row stands without one"
        sink.remark("odd", why, place=entry.place, value=told or "")
    return {"response": response, "response_told": told}


def _recommenders(text: str, entry: Entry, sink: Sink) -> dict[str, object]:
    """The States in brackets behind what they ask for: `(France) (Lithuania);` or `(Portugal, Slovakia);`."""
    groups = [(hit[1], bool(hit[2]) or hit.end() == len(text)) for hit in _GROUP.finditer(text)]
    groups += [(name, True) for name in entry.states]
    codes: dict[str, str] = {}
    for group, closing in groups:
        names = [group] if find_state(group) else [name for name in _PARTS.split(group) if name]
        found = {name.strip(): find_state(name.strip()) for name in names}
        codes |= {name: code for name, code in found.items() if code}
        for name in found if closing else ():
            if found[name] is None:
                sink.remark("odd", "a recommending State whose name is not known", place=entry.place, value=name)
    if not codes:
        sink.remark("odd", "a recommendation that names no recommending State", place=entry.place, value=text)
    states = "|".join(dict.fromkeys(codes.values())) or None
    return {"recommender": states, "recommender_told": "|".join(codes) or None}


LOADER = Loader(
    "ohchr-upr-matrix",
    "Matrix of recommendations (OHCHR's thematic list)",
    "ohchr-upr-matrix",
    _recognises,
    _load,
    _name_of,
)
