"""From what somebody pasted, uploaded or named to reports: the same way that `mahdar library add` takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from mahdar.library.adding import Added, add
from mahdar.library.contents import item
from mahdar.library.items import Dated, Item, Met, Refused, name, now
from mahdar.web import metrics

if TYPE_CHECKING:
    from mahdar.web.state import State


@dataclass(frozen=True, slots=True)
class Said:
    """What the person says of a report: outlet, EDTF day of publication, title, address."""

    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None


def pasted(text: str, said: Said) -> Item | Refused:
    """A report that was pasted; line ends as a browser sends them become line feeds."""
    raw = text.replace("\r\n", "\n").encode("utf-8", "replace")
    met = Met("pasted", "web form", now(), "text/plain; charset=utf-8")
    return with_said(item(raw, met, id=f"pasted-{sha256(raw).hexdigest()[:12]}"), said)


def uploaded(raw: bytes, file: str, said: Said) -> Item | Refused:
    """A report that was uploaded, of every kind that a file may be."""
    called = (name(file) or "report").replace("\\", "/").rpartition("/")[2]
    return with_said(item(raw, Met(called, "upload", now()), id=called), said)


def fetched(address: str, said: Said) -> Item | Refused:
    """A report at an address, fetched within limits and never from a private network."""
    from mahdar.library.fetching import Fetcher

    with Fetcher(allow_private=False) as fetcher:
        return with_said(fetcher.item(address), said)


def with_said(found: Item | Refused, said: Said) -> Item | Refused:
    """What the person says counts before what the page says."""
    if isinstance(found, Refused):
        return found
    dated = Dated(said.published, "given", "given with the report") if said.published else found.dated
    return replace(
        found,
        outlet=name(said.outlet) or found.outlet,
        title=name(said.title) or found.title,
        url=said.url or found.url,
        dated=dated,
    )


def keep(state: State, found: Item | Refused) -> Added | Refused:
    """Read a report and keep it; the library may have it already."""
    done = next(iter(add(state.library, [found], state.record)))
    metrics.read("kept" if isinstance(done, Added) else "refused")
    return done
