"""Which table words and which numbers begin at a token of a text."""

from __future__ import annotations

from collections.abc import Iterable

from mahdar.language.lexicon import Hit, proclitic_splits
from mahdar.language.numbers import Number
from mahdar.language.times.senses import Style
from mahdar.language.times.vocabulary import Word, lexicon, word_set
from mahdar.language.tokens import Tokens

_GENERAL = "العام"
_HALF = 0.5


class Lookups:
    """Tokens with look-ups by kind of word. Positions past either end have no words."""

    def __init__(self, tokens: Tokens, numbers: list[Number], language: str, style: Style) -> None:
        self.tokens, self.forms, self.language, self.style = tokens, tokens.forms, language, style
        self._lexicon = lexicon(language)
        self._numbers = {n.core[0]: n for n in numbers if n.low is not None and n.low == n.high}
        self._hits: dict[int, list[Hit[Word]]] = {}

    def __len__(self) -> int:
        return len(self.forms)

    @property
    def news(self) -> bool:
        return self.style == "news"

    def form(self, i: int) -> str:
        return self.forms[i] if 0 <= i < len(self.forms) else ""

    def hits(self, i: int) -> list[Hit[Word]]:
        """Every table word that begins at token i and is as long as can be."""
        found = self._hits.get(i)
        if found is None:
            inside = 0 <= i < len(self.forms)
            found = self._hits[i] = self._lexicon.all_at(self.tokens, i) if inside else []
        return found

    def word(self, i: int, *kinds: str) -> Hit[Word] | None:
        """The table word of one of these kinds at token i, with the fewest proclitics."""
        for hit in self.hits(i):
            if hit.value.kind in kinds:
                return hit
        return None

    def past(self, i: int, *kinds: str) -> int:
        """The token after a word of these kinds at i, or i where there is none."""
        hit = self.word(i, *kinds)
        return hit.j if hit else i

    def integer(self, i: int) -> tuple[int, int] | None:
        """A whole number that begins at token i, in digits or words: where it ends, and its value."""
        form = self.form(i)
        if form[:1].isdecimal():
            if not form.isdecimal() or len(form) > 4:
                return None
            return i + 1, int(form)
        number = self._numbers.get(i)
        if number is None or number.kind not in ("cardinal", "ordinal") or number.low is None:
            return None
        value = int(number.low)
        return (number.core[1], value) if value == number.low else None

    def halves(self, i: int) -> tuple[int, int] | None:
        """How many halves a number with a half says (two and a half), and where it ends."""
        number = self._numbers.get(i)
        if number is None or number.low is None or number.low % 1 != _HALF:
            return None
        return number.core[1], int(2 * number.low)

    def ordinal(self, i: int) -> tuple[int, int] | None:
        """An ordinal that begins at token i: where it ends, and its value."""
        number = self._numbers.get(i)
        if number is None or number.kind != "ordinal" or number.low is None:
            return None
        return number.core[1], int(number.low)

    def is_general(self, i: int) -> bool:
        """Whether العام at token i is no year but "general": الأمين العام الحالي, القطاع العام."""
        if i == 0 or not self.form(i).endswith(_GENERAL):
            return False
        return any(stem in word_set("ar", "general") for _, stem in proclitic_splits(self.forms[i - 1]))

    @property
    def number_starts(self) -> Iterable[int]:
        """The tokens at which a number begins."""
        return self._numbers

    def starts_number(self, i: int) -> bool:
        return i in self._numbers or self.form(i)[:1].isdecimal()

    def number_skip(self, i: int) -> int:
        """How many letters of token i are proclitics before the number that begins there (والحادي عشر)."""
        number = self._numbers.get(i)
        return number.skip if number else 0
