"""Parameters of pages: what each may be, said once for the page, its `.json` twin and OpenAPI."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from mahdar.edtf import Interval
from mahdar.web.problems import Invalid
from mahdar.web.wording import N_

Kind = Literal["text", "integer", "day", "time", "state", "choice", "flag"]
LONGEST = 300  # characters of a parameter
_TRUE, _FALSE = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})
MESSAGES = {
    "integer": N_("%(name)s: write a whole number from %(least)s to %(most)s"),
    "day": N_("%(name)s: write a day such as 2024-03-28"),
    "time": N_("%(name)s: write a day, month or year such as 2024-03-28, 2024-03 or 2024"),
    "state": N_("%(name)s: no state is called “%(value)s”; write a code such as PRK, or a name"),
    "choice": N_("%(name)s: write one of %(choices)s"),
    "flag": N_("%(name)s: write true or false"),
    "text": N_("%(name)s: too long, or with characters that no name has"),
}


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of the query. `time` gives an `Interval`, `day` an ISO day, `state` a code (ISO alpha-3).

    With `many` it may come more than once and its value is a tuple. An empty value counts as none given.
    """

    name: str
    kind: Kind = "text"
    about: str = ""
    default: Any = None
    choices: Sequence[str] = ()
    least: int = 1
    most: int = 1_000_000
    many: bool = False
    example: Any = None

    def value(self, given: Sequence[str]) -> Any:
        """The value of what was given. Raises Invalid with what should be written instead."""
        found = [self._one(text.strip()) for text in given if text.strip()]
        if self.many:
            return tuple(found)
        return found[0] if found else self.default

    def _one(self, text: str) -> Any:
        if len(text) > LONGEST or "\0" in text or any(0xD800 <= ord(char) < 0xE000 for char in text):
            raise self._wrong("text", text)
        return _READERS[self.kind](self, text)

    def _wrong(self, kind: str, value: str) -> Invalid:
        from mahdar.web.asking import current

        told = {"name": self.name, "value": value[:40], "choices": ", ".join(self.choices)}
        return Invalid(current().say(MESSAGES[kind], **told, least=self.least, most=self.most))

    def _integer(self, text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) < 10 and self.least <= int(text) <= self.most):
            raise self._wrong("integer", text)
        return int(text)

    def _day(self, text: str) -> str:
        found = self._interval(text, "day")
        if found.first is None or found.days() != 1:
            raise self._wrong("day", text)
        return found.first.isoformat()

    def _interval(self, text: str, kind: str = "time") -> Interval:
        try:
            return Interval.parse(text)
        except ValueError:
            raise self._wrong(kind, text) from None

    def _state(self, text: str) -> str:
        from mahdar.checking.states import find

        code = find(text)
        if code is None:
            raise self._wrong("state", text)
        return code

    def _choice(self, text: str) -> str:
        if text not in self.choices:
            raise self._wrong("choice", text)
        return text

    def _flag(self, text: str) -> bool:
        if text.lower() not in _TRUE | _FALSE:
            raise self._wrong("flag", text)
        return text.lower() in _TRUE

    def schema(self) -> dict[str, Any]:
        """The parameter in JSON Schema, as OpenAPI 3.1 has it."""
        kinds: dict[str, dict[str, Any]] = {
            "integer": {"type": "integer", "minimum": self.least, "maximum": self.most},
            "day": {"type": "string", "format": "date"},
            "time": {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
            "state": {"type": "string", "pattern": "^[A-Z]{3}$"},
            "choice": {"type": "string", "enum": list(self.choices)},
            "flag": {"type": "boolean"},
            "text": {"type": "string", "maxLength": LONGEST},
        }
        made = kinds[self.kind]
        return {"type": "array", "items": made} if self.many else made


_READERS: Mapping[str, Any] = {
    "text": lambda _, text: text,
    "integer": Param._integer,
    "day": Param._day,
    "time": Param._interval,
    "state": Param._state,
    "choice": Param._choice,
    "flag": Param._flag,
}
