"""What to watch and what to tell, as a TOML file says it; every fault is named with its line and key."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mahdar.characters import harmless
from mahdar.record.loading.hosts import FetchError, place_of
from mahdar.watch.moments import seconds
from mahdar.watch.rules import Rule
from mahdar.watch.settings_rules import rule_of
from mahdar.watch.toml_places import Fault, Lines, Section, parsed

EVERY = {"feed": 1_800, "page": 21_600, "folder": 10}  # seconds between two polls where nothing is said
LEAST = {"feed": 60, "page": 60, "folder": 1}
_LANGUAGES = ("ar", "en", "both")
_LONGEST = 2_000  # bytes of an address: what an index of PostgreSQL takes
_MOST_SHOWN = 20


class SettingsError(Exception):
    """The settings cannot be used; `faults` say why, one by one."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        super().__init__("; ".join(map(str, self.faults[:_MOST_SHOWN])))


@dataclass(frozen=True, slots=True)
class Source:
    """A feed or a page by its address, or a folder by its path; `every` in seconds."""

    kind: str
    address: str
    every: int
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody who is told through Apprise. `url` may hold a secret: it is never shown."""

    name: str
    url: str
    language: str = "both"


@dataclass(frozen=True, slots=True)
class AtomFile:
    """The feed of notices: where it is written, how many it holds, and its own address if it is published."""

    path: Path
    entries: int = 200
    title: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All of one file."""

    sources: tuple[Source, ...]
    rules: tuple[Rule, ...] = ()
    receivers: tuple[Receiver, ...] = ()
    atom: AtomFile | None = None


def read_settings(path: str | Path) -> Settings:
    """The settings in a file. Raises SettingsError with all faults; paths in it count from its folder."""
    place = Path(path)
    try:
        text = place.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SettingsError([Fault(0, "", f"cannot be read: {error.strerror or error}")]) from None
    except UnicodeDecodeError:
        raise SettingsError([Fault(0, "", "is not UTF-8")]) from None
    return settings_of(text, place.absolute().parent)


def settings_of(text: str, folder: Path) -> Settings:
    """The settings in a text; `folder` is where its paths count from. Raises SettingsError."""
    try:
        table = parsed(text)
    except ValueError as error:
        raise SettingsError([Fault(0, "", harmless(str(error)))]) from None
    top = Section("", table, Lines(text), [])
    defaults = {kind: _every(top, kind, EVERY[kind]) for kind in ("feed", "page")}
    sources = [each for kind in ("feed", "page") for each in _addresses(top, kind, defaults[kind])]
    sources += _folders(top, folder)
    receivers = _receivers(top)
    rules = [rule_of(section, {each.name for each in receivers}) for section in top.sections("rule")]
    atom = _atom(top, folder)
    top.close()
    _unlike(top, "rule", [rule.name for rule in rules])
    _unlike(top, "receiver", [each.name for each in receivers])
    _whole(top, sources, bool(rules), bool(receivers or atom))
    if top.faults:
        raise SettingsError(top.faults)
    return Settings(tuple(sources), tuple(rules), tuple(receivers), atom)


def _every(section: Section, kind: str, default: int) -> int:
    found = section.of("every", seconds, default)
    if found < LEAST[kind]:
        section.fault("every", f"a {kind} is asked every {LEAST[kind]} seconds at most")
        return default
    return found


def _addresses(top: Section, kind: str, every: int) -> list[Source]:
    found = []
    for section in top.sections(kind):
        address = section.required("address")
        if address:
            section.of("address", _address, "")
        found.append(Source(kind, address, _every(section, kind, every), section.text("outlet")))
        section.close()
    _unlike(top, kind, [each.address for each in found if each.address])
    return found


def _address(text: str) -> str:
    try:
        place_of(text)
    except FetchError as error:
        raise ValueError(str(error)) from None
    if len(text.encode()) > _LONGEST:
        raise ValueError("the address is too long")
    return text


def _folders(top: Section, folder: Path) -> list[Source]:
    found = []
    for section in top.sections("folder"):
        path = section.required("path")
        whole = str((folder / Path(path).expanduser()).resolve()) if path and "\0" not in path else ""
        found.append(Source("folder", whole, _every(section, "folder", EVERY["folder"]), section.text("outlet")))
        section.close()
    _unlike(top, "folder", [each.address for each in found if each.address])
    return found


def _receivers(top: Section) -> list[Receiver]:
    found = []
    for section in top.sections("receiver"):
        name = section.required("name")
        language = section.one_of("language", _LANGUAGES, "both")
        found.append(Receiver(name, _url(section), language))
        section.close()
    return found


def _url(section: Section) -> str:
    """The address of Apprise, from the environment where it holds a secret."""
    variable, url = section.text("env"), section.text("url")
    if (variable is None) == (url is None):
        section.fault("", "needs one of `env` (the variable that holds the address) and `url` (the address itself)")
        return ""
    if variable is not None:
        url = os.environ.get(variable, "")
        if not url:
            section.fault("env", f"the environment has no variable {variable}, or it is empty")
            return ""
    return url or ""


def _atom(top: Section, folder: Path) -> AtomFile | None:
    section = top.section("atom")
    if section is None:
        return None
    path = section.required("path")
    found = AtomFile(
        folder / Path(path).expanduser(),
        section.whole("entries", 200, 1, 10_000),
        section.text("title"),
        section.of("address", _address, None),
    )
    if path and (found.path.is_dir() or not found.path.parent.is_dir()):
        section.fault("path", f"no file can be written at {harmless(str(found.path))}")
    section.close()
    return found


def _unlike(top: Section, kind: str, names: list[str]) -> None:
    """Two of one name cannot be told apart."""
    for number, name in enumerate(names, 1):
        if name and name in names[: number - 1]:
            path = f"{kind}[{number}]"
            top.faults.append(Fault(top.lines.of(path), path, f"{name!r} is there already"))


def _whole(top: Section, sources: list[Source], ruled: bool, told: bool) -> None:
    if not sources and not top.faults:
        top.fault("", "there is nothing to watch: write a [[feed]], a [[page]] or a [[folder]]")
    if ruled and not told:
        top.fault("rule", "nobody is told: write [atom] with a path, or a [[receiver]]")
