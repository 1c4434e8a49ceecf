"""What a word can mean for the reading of events: a trigger with conditions, or a class that conditions ask for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mahdar.language.folding import fold_word
from mahdar.language.lexicon import Lexicon
from mahdar.tables import values

CARRIER = "*"
DUTY = "must"


@dataclass(frozen=True, slots=True)
class Condition:
    """A class wanted near a trigger: ``side`` is ``>`` behind, ``<`` before, ``+`` directly behind,

    ``^`` in the subject before it, ``=`` in the direct object behind it, or empty.
    """

    wanted: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Sense:
    """One row of a table: a word that reports ``type`` if one of ``needs`` is met in full and nothing of ``unless``.

    ``form`` is the grammatical form of the word, ``kind`` the table's own remark, ``row`` the name of the row.
    """

    type: str
    form: str
    needs: tuple[tuple[Condition, ...], ...] = ()
    unless: tuple[Condition, ...] = ()
    kind: str = ""
    row: str = ""


@dataclass(slots=True)
class Word:
    """All that one spelling can be; ``triggers`` in the order of the table."""

    triggers: tuple[Sense, ...] = ()
    deeds: tuple[Sense, ...] = ()
    classes: frozenset[str] = frozenset()

    @property
    def matters(self) -> bool:
        """Whether a sentence without any such word can report nothing."""
        return bool(self.triggers or self.deeds) or DUTY in self.classes


@dataclass(slots=True)
class Vocabulary:
    """Words while a grammar's tables are being read; ``lexicon`` gives the finished matcher."""

    words: dict[str, Word] = field(default_factory=dict)

    def trigger(self, form: str, sense: Sense) -> None:
        """Add a word that can report an event by itself."""
        word = self._word(form)
        word.triggers = (*word.triggers, sense)

    def deed(self, form: str, sense: Sense, classes: Iterable[str] = ()) -> None:
        """Add a noun that names a happening; it is of the class ``deed`` beside those given."""
        word = self._word(form)
        word.deeds = (*word.deeds, sense)
        word.classes |= {"deed", *classes}

    def classify(self, form: str, name: str) -> None:
        """Add a word to a class."""
        self._word(form).classes |= {name}

    def classify_known(self, form: str, name: str) -> None:
        """Add a word to a class if it stands in the tables already."""
        word = self.words.get(fold_word(form))
        if word:
            word.classes |= {name}

    def lexicon(self) -> Lexicon[Word]:
        """The matcher."""
        return Lexicon(self.words.items(), everywhere=True)

    def _word(self, form: str) -> Word:
        return self.words.setdefault(fold_word(form), Word())


def needs(cell: str) -> tuple[tuple[Condition, ...], ...]:
    """The alternatives of a table cell: ``>fire|rocket&armed`` is fire behind it, or both rocket and armed."""
    return tuple(tuple(_condition(part) for part in one.split("&")) for one in values(cell))


def unless(cell: str) -> tuple[Condition, ...]:
    """The forbidding classes of a table cell."""
    return tuple(_condition(part) for part in values(cell))


def _condition(text: str) -> Condition:
    return Condition(text[1:], text[0]) if text[0] in "<>+^=" else Condition(text)
