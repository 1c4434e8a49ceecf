"""People taken up by what the report said they are: "Ana Ruiz, a miner", then "the miner", "the 57-year-old"."""

from __future__ import annotations

from mahdar.reading.names.words import name_words
from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker

_AGED = ["-", "year", "-", "old"]
_APPOSED = 10  # tokens of what stands behind a name
_OWNED = 2
_SMALL = name_words("small_en") | {"-"}
_FAMILY = 4  # the father of three


class Described:
    """The people of one passage by the nouns and ages with which they were introduced."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._by_noun: dict[str, Speaker] = {}
        self._by_age: dict[str, Speaker] = {}

    def note(self, speaker: Speaker, phrase: Phrase) -> None:
        """Keep by what a person who speaks is described; a nameless one takes the noun away from who bore it."""
        forms = self.view.forms
        if forms[phrase[0]] in self.view.words.indefinite and not self.view.capital(phrase[1] - 1):
            self._by_noun.pop(forms[phrase[1] - 1], None)
        elif len(speaker.ids) == 1 and speaker.ids[0].startswith("person:") and self.view.capital(phrase[1] - 1):
            self._by_noun |= dict.fromkeys(self._nouns(phrase), speaker)
            self._by_age |= dict.fromkeys(self._ages(phrase), speaker)

    def meant(self, phrase: Phrase, last: Speaker) -> Speaker | None:
        """Who is meant by "the miner", "the 57-year-old"; of a new age, or a parent, the last."""
        i, j = phrase
        forms, text = self.view.forms[i:j], self.view.tokens.original(i, j)
        if forms[0] != "the":
            return None
        if forms[2:6] == _AGED:
            return Speaker(self._by_age.get(forms[1], last).ids, text)
        family = len(forms) == _FAMILY and forms[2] == "of" and forms[3] in self.view.words.counts
        if family and forms[1] in self.view.words.kin:
            return Speaker(last.ids, text)
        if (len(forms) == _OWNED and self._is_of(i + 1, last)) or self._is_placed(phrase, last):
            return Speaker(last.ids, text)
        known = self._by_noun.get(forms[1], NOBODY) if len(forms) == _OWNED and not self.view.capital(i + 1) else NOBODY
        return Speaker(known.ids, text) if known.ids else None

    def _is_of(self, k: int, last: Speaker) -> bool:
        """Whether the word for one of a people at token k can mean who spoke last: Tusk, then "the Pole"."""
        named = self.view.named(k)
        if named is None or named.kind != "demonym" or len(last.ids) != 1 or self.view.forms[k].endswith("s"):
            return False
        principal = self.view.passage.principal(last.ids[0])
        return principal in {named.entity, last.ids[0]} or principal.startswith("body:")

    def _is_placed(self, phrase: Phrase, last: Speaker) -> bool:
        """Whether only a place or house tells of a noun for one person of nobody known: "the Texas lawyer"."""
        (i, j), view = phrase, self.view
        one = view.forms[j - 1] in view.words.private and not view.forms[j - 1].endswith("s") and j - i > _OWNED
        placed = one and all(view.capital(k) and view.named(k) is None for k in range(i + 1, j - 1))
        return placed and len(last.ids) == 1 and view.passage.principal(last.ids[0]) == last.ids[0]

    def _nouns(self, phrase: Phrase) -> list[str]:
        """The noun before a name, the title with which it begins, and the noun of what stands behind its comma."""
        (i, j), view = phrase, self.view
        name = j - 1
        while name > i and (view.capital(name - 1) or view.forms[name - 1] in _SMALL):
            name -= 1
        found = [view.forms[name - 1]] if name > i and view.word(name - 1) else []
        found += [view.forms[name]] if view.forms[name] in view.words.called_by_title and name < j - 1 else []
        apposed = self._apposed(j)
        return [*found, apposed] if apposed is not None else found

    def _apposed(self, comma: int) -> str | None:
        """The noun of an apposition in small letters behind a name: ", a 40-year-old | miner from the north,"."""
        view, w = self.view, self.view.words
        if view.form(comma) != "," or view.form(comma + 1) not in {"a", "an", "the", "one"}:
            return None
        k = comma + 2
        while k < comma + _APPOSED and (view.word(k) or view.form(k) == "-" or view.form(k)[:1].isdigit()):
            form = view.forms[k]
            if form in w.inside or form in w.prepositions or form in w.relatives or view.capital(k):
                break
            k += 1
        return view.forms[k - 1] if k > comma + 2 and view.word(k - 1) and view.form(k) != "'s" else None

    def _ages(self, phrase: Phrase) -> list[str]:
        """The age told in a phrase or right behind its name: "the 57-year-old Ana Ruiz", "Ana Ruiz, 57,"."""
        (i, j), view = phrase, self.view
        end = min(j + _APPOSED, view.sentence(i)[1])
        found = [view.forms[k] for k in range(i, end) if view.forms[k + 1 : k + 5] == _AGED]
        alone = view.form(j) == "," and view.form(j + 2) == "," and view.form(j + 1).isdigit()
        return [*found, view.forms[j + 1]] if alone else found
