"""Pages and forms, declared: one function gives a page's data; from it come HTML, `.json`, CSV and an OpenAPI entry.

@page("/vetoes", title=N_("Vetoes"), template="record/vetoes.html", rows="vetoes", columns=("date", "symbol"))
def vetoes(ask: Ask) -> Data: ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from mahdar.web.parameters import Param
from mahdar.web.people.model import Role

if TYPE_CHECKING:
    from mahdar.web.asking import Ask
    from mahdar.web.state import State

Section = Literal["", "read", "library", "record", "work", "about"]
# Keys that begin with `_` are for the template alone. `title` is the page's own title, `next` a cursor, `status` the
# HTTP status where it is not 200.
Data = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """What is shown at `/{ar,en}PATH`, at PATH`.json` and, where it lists, at PATH`.csv`.

    `rows` is the key of `Data` under which the listed rows stand, `columns` those of CSV. With `keeps` the data
    depends on nothing but path, parameters, language and record, and may be kept in memory; with `follows` it depends
    on what the library keeps too, and is made anew when the library's log has grown. `begins` makes, piece by piece,
    what many addresses of the page need, before anybody asks for one.
    """

    path: str
    title: str
    template: str
    data: Callable[[Ask], Data]
    params: Sequence[Param] = ()
    rows: str = ""
    columns: Sequence[str] = ()
    role: Role = "reader"
    section: Section = ""
    nav: int = 0  # its place among the links of the section; 0: none
    keeps: bool = False
    follows: bool = False
    begins: Callable[[State], Iterable[object]] | None = None
    about: str = ""
    paths: Mapping[str, str] = field(default_factory=dict)  # name in the path -> example of it
    example: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """`states.code.votes` of `/states/{code}/votes`."""
        parts = (part.strip("{}").partition(":")[0] for part in self.path.strip("/").split("/"))
        return ".".join(parts) or "home"

    @property
    def twin(self) -> str:
        """The path of the twins without their suffix."""
        return self.path if self.path != "/" else "/home"


@dataclass(frozen=True)
class Form:
    """What a form does at `POST /{ar,en}PATH`: the function gives an address to go to, or a page to show at once."""

    path: str
    act: Callable[[Ask], Outcome]
    role: Role = "editor"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where to go after a form (303), or else which template to show with which data."""

    to: str = ""
    template: str = ""
    title: str = ""
    data: Data = field(default_factory=dict)
    status: int = 200
    cookies: Mapping[str, str | None] = field(default_factory=dict)  # None: to be taken away


def page(path: str, *, title: str, template: str, **more: Any) -> Callable[[Callable[[Ask], Data]], Page]:
    """Declare a page; `more` are the fields of `Page`."""

    def declared(data: Callable[[Ask], Data]) -> Page:
        return Page(path, title, template, data, **more)

    return declared


def form(path: str, *, role: Role = "editor") -> Callable[[Callable[[Ask], Outcome]], Form]:
    """Declare what a form does."""

    def declared(act: Callable[[Ask], Outcome]) -> Form:
        return Form(path, act, role)

    return declared
