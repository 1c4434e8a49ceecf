"""Rules as the settings write them, under `[[rule]]`: which keys each kind of rule takes, and what they may say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fnmatch import filter as matching
from typing import get_args

from mahdar.model import Act, VerdictLabel
from mahdar.watch.moments import seconds
from mahdar.watch.phrases import phrase, state, topic, who
from mahdar.watch.rules import ABOUT, Rule
from mahdar.watch.toml_places import Section


def rule_of(section: Section, receivers: set[str]) -> Rule:
    """One rule; `receivers` are the names of those who may be told."""
    about = section.one_of("on", ABOUT, "") if section.required("on") else ""
    common = {
        "name": section.required("name"),
        "about": about,
        "words": section.each("words", phrase),
        "outlets": tuple(each.casefold() for each in section.texts("outlets")),
        "states": section.each("states", state),
        "within": section.of("within", seconds, None),
        "past": section.truth("past"),
        "receivers": section.each("tell", _known(receivers, "receiver")),
    }
    own = _OWN[about](section) if about else {}
    if about:
        section.close()
    return Rule(**common, **own)  # type: ignore[arg-type]  # the values are as Rule has them, key by key


def _of_claim(section: Section) -> dict[str, object]:
    from mahdar.checking.registry import kinds

    given = section.each("verdicts", _known(get_args(VerdictLabel), "verdict"))
    return {
        "verdicts": given or ("refuted",),
        "kinds": section.each("kinds", _pattern(list(kinds()))),
        "topics": section.each("topics", topic),
    }


def _of_vote(section: Section) -> dict[str, object]:
    agenda = section.texts("agenda")
    return {
        "verdicts": section.each("verdicts", _known(get_args(VerdictLabel), "verdict")),
        "agenda": tuple(phrase(each) for each in agenda if _wordy(section, each)),
        "agenda_codes": tuple(code for each in agenda if (code := _code(each))),
        "symbols": tuple(each.partition(" (")[0].upper() for each in section.texts("symbols")),
    }


def _of_statement(section: Section) -> dict[str, object]:
    return {
        "principals": section.each("principals", who),
        "speakers": section.each("speakers", who),
        "acts": section.each("acts", _known(get_args(Act), "act")),
        "topics": section.each("topics", topic),
    }


def _of_report(section: Section) -> dict[str, object]:
    return {"topics": section.each("topics", topic)}


_OWN: dict[str, Callable[[Section], dict[str, object]]] = {
    "claim": _of_claim,
    "statement": _of_statement,
    "vote": _of_vote,
    "report": _of_report,
}


def _wordy(section: Section, text: str) -> bool:
    try:
        phrase(text)
    except ValueError as error:
        section.fault("agenda", str(error))
        return False
    return True


def _code(text: str) -> str | None:
    try:
        return topic(text)
    except ValueError:
        return None


def _known(values: Iterable[str], what: str) -> Callable[[str], str]:
    known = sorted(values)

    def read(text: str) -> str:
        if text not in known:
            raise ValueError(f"{text!r} is no {what}" + (f" ({', '.join(known)})" if known else ""))
        return text

    return read


def _pattern(names: list[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not matching(names, text):
            raise ValueError(f"{text!r} is no kind of claim ({', '.join(sorted(names))})")
        return text

    return read
