"""*Read*: paste a report, upload some, or name addresses; one is read at once, several in a job."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from mahdar.edtf import Interval
from mahdar.library.adding import Added
from mahdar.library.asking import LISTED, REPORTS
from mahdar.library.capture import LIMIT
from mahdar.library.items import Item, Refused
from mahdar.library.schema import reports
from mahdar.web.asking import Ask
from mahdar.web.guarding import need
from mahdar.web.jobs import Waiting, job, put
from mahdar.web.pages import Data, Outcome, form, page
from mahdar.web.people.log import wrote
from mahdar.web.problems import Invalid, Problem, TooMany
from mahdar.web.report_pages.headings import OPENING, headed
from mahdar.web.taking import Said, keep, pasted, uploaded
from mahdar.web.wording import N_

if TYPE_CHECKING:
    from mahdar.model import Reading

_LATEST = 8
_MOST_ADDRESSES = 200
_FORM = "reports/read.html"
_FIELDS = ("text", "addresses", "outlet", "published", "title")


@page(
    "/",
    title=N_("Read a report"),
    template=_FORM,
    section="read",
    nav=10,
    rows="latest",
    about="The form in which a report is given, and the reports that came last.",
    example={"latest": [{"id": "a.txt", "title": "The Council votes", "outlet": "Reuters", "sha256": "9f2c…"}]},
)
def home(ask: Ask) -> Data:
    """The empty form beside the latest reports."""
    return {"latest": latest(ask), "problem": "", "_given": dict.fromkeys(_FIELDS, "")}


def latest(ask: Ask, many: int = _LATEST) -> list[dict[str, object]]:
    """The reports that came last."""
    asked = sa.select(*LISTED, OPENING).select_from(REPORTS).order_by(reports.c.key.desc()).limit(many)
    with ask.reading() as connection:
        return [headed(row._mapping) for row in connection.execute(asked)]


@form("/read", role="reader")
def read(ask: Ask) -> Outcome:
    """Read what was given; what is wrong with it is said above the form, with everything still in it."""
    try:
        return _read(ask)
    except Problem as error:
        if not isinstance(error, Invalid):
            raise
        given = {name: ask.field(name, LIMIT) for name in _FIELDS}
        data = {"latest": latest(ask), "problem": error.detail, "_given": given}
        return Outcome(template=_FORM, title=ask.say(N_("Read a report")), data=data, status=422)


def _read(ask: Ask) -> Outcome:
    said = _said(ask)
    text, files, addresses = ask.field("text", LIMIT, whole=True), _files(ask), _addresses(ask)
    many = bool(text) + len(files) + len(addresses)
    if not many:
        raise Invalid(ask.say(N_("Paste a text, choose a file or write an address.")))
    limit_reads(ask, many)
    if many == 1 and not addresses:
        found = pasted(text, said) if text else uploaded(files[0].content, files[0].name, said)
        return _one(ask, found)
    need(ask, "editor")
    waiting = [Waiting("file", each.name, each.content, said) for each in files]
    waiting += [Waiting("address", each, None, Said(said.outlet, said.published)) for each in addresses]
    if text:
        waiting.insert(0, Waiting("file", "pasted", text.replace("\r\n", "\n").encode("utf-8", "replace"), said))
    with ask.state.writing() as connection:
        made = put(connection, ask.person.name, waiting)
    ask.state.rung.set()
    return Outcome(to=ask.url(f"/jobs/{made}"))


def _one(ask: Ask, found: Item | Refused) -> Outcome:
    if isinstance(found, Refused):
        raise Invalid(found.problem)
    if not ask.field("keep"):
        return _shown_once(ask, found)
    need(ask, "editor")
    done = keep(ask.state, found)
    if not isinstance(done, Added):
        raise Invalid(done.problem)
    with ask.state.writing() as connection:
        wrote(connection, ask.person.name, "report", done.id)
    ask.state.unsettled.set()
    ask.state.rung.set()
    return Outcome(to=ask.url(f"/reports/{found.sha256[:16]}"))


def _shown_once(ask: Ask, found: Item) -> Outcome:
    """A reading that is kept nowhere."""
    from mahdar.web.report_pages.report import shown_reading

    data = shown_reading(ask, reading_of(ask, found), found.text)
    return Outcome(template="reports/report.html", title=str(data["title"]), data=data)


def reading_of(ask: Ask, found: Item) -> Reading:
    """Read a report and keep nothing."""
    from mahdar.library import reader
    from mahdar.web import metrics

    made = reader.read(reader.Asked.of(found), ask.record)
    metrics.read("shown")
    return made.reading


def _said(ask: Ask) -> Said:
    published = ask.field("published", 40)
    if published:
        try:
            Interval.parse(published)
        except ValueError:
            raise Invalid(ask.say(N_("Write the day of publication as 2024-03-28, 2024-03 or 2024."))) from None
    return Said(ask.field("outlet", 200) or None, published or None, ask.field("title", 500) or None)


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    content: bytes


def _files(ask: Ask) -> list[_File]:
    return [_File(each.filename or "report", each.file.read()) for each in ask.files]


def _addresses(ask: Ask) -> list[str]:
    found = list(dict.fromkeys(ask.field("addresses", 100_000).split()))
    if len(found) > _MOST_ADDRESSES:
        raise Invalid(ask.say(N_("Write %(most)s addresses at most."), most=_MOST_ADDRESSES))
    for address in found:
        if not address.startswith(("https://", "http://")):
            raise Invalid(ask.say(N_("An address begins with https:// or http://: %(address)s"), address=address[:80]))
    return found


def limit_reads(ask: Ask, many: int) -> None:
    """Raises TooMany where one client has too many texts read in a minute."""
    wait = ask.state.reads.take(ask.person.name + ask.client, min(many, ask.state.settings.reads))
    if wait:
        said = ask.say(N_("More reports than may be read in a minute; try again in a moment."))
        raise TooMany(said, headers={"Retry-After": str(int(wait) + 1)})


@page(
    "/jobs/{id}",
    title=N_("Reports being read"),
    template="reports/job.html",
    role="editor",
    rows="reports",
    paths={"id": "x7Tq0a-3kLm2"},
    about="How far a job is; `left` reports still wait.",
    example={"total": 3, "left": 1, "reports": [{"name": "a.txt", "kind": "file", "state": "done", "report": "a.txt"}]},
)
def job_page(ask: Ask) -> Data:
    """A job, which a browser without scripts loads anew by itself while something is left."""
    with ask.reading() as connection:
        found = job(connection, ask.path["id"])
    if found is None or not (found["who"] == ask.person.name or ask.person.may("admin")):
        raise ask.missing()
    return found


PAGES = [home, job_page]
FORMS = [read]
