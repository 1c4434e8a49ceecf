"""The noun that an English number counts, over the adjectives between."""

from __future__ import annotations

from mahdar.language.numbers import Number
from mahdar.language.numbers.words import english_words
from mahdar.reading.figures_units import REJECTED, Counted, Units

_FARTHEST = 5
_YEAR = 4  # digits
_SHORT = 3  # letters of the name of a model
_NO_WHOLE = frozenset(("every", ""))
_PRONOUNS = frozenset(("them", "whom", "those", "these", "which", "us"))


class EnglishUnits(Units):
    """The noun stands behind the number, adjectives between."""

    language = "en"

    def counted(self, number: Number) -> Counted | None:
        currency = self._currency(number)
        if currency is not None:
            return currency
        k = number.j
        if self._form(k) == "-" and self.tokens.touches(k) and self._is_word(k + 1):
            return self._compound(number, k + 1)
        if self._form(k) == "of" and not number.weak and self._whole(self._past_owner(k + 1)):
            return Counted(number.i, number.j, None)
        determined = self._is("determiners", self._form(k + 1))
        if self._form(k) == "of" and (number.kind == "indefinite" or determined):
            k = k + 2 if determined else k + 1
            k += self._is_word(k) and self._form(k + 1)[:1].isdigit()  # of the expected 2,500 officers
            if self._form(k)[:1].isdigit() or self._form(k) in english_words():
                spent = self._is("durations", self._form(k + 1))  # 27 of his 62 years
                return REJECTED if spent else Counted(number.i, number.j, None)
        if self._form(k) == "of" and self._form(k + 1) in _PRONOUNS and not number.weak:
            return Counted(number.i, number.j, None)
        if self._form(k) == "out" and self._form(k + 1) == "of" and self._form(k + 2) not in _NO_WHOLE:
            return Counted(number.i, number.j, None)
        head = self._head(k)
        end = k + 1 if head is None else head + 1
        if self._is_street(k) or self._times(k, end) or (number.low == 1 and head is not None and self._one_in(end)):
            return REJECTED
        if head is None or (number.weak and not (number.low == 1 and self._is("ones", self.forms[head]))):
            return None
        return Counted(number.i, head + 1, self.tokens.original(head, head + 1), number.skip)

    def _one_in(self, k: int) -> bool:
        """One person in five: a share, where nothing is counted by the second number."""
        behind = self._form(k + 1)
        number = behind in english_words() or (behind.isdigit() and len(behind) < _YEAR)
        return self._form(k) == "in" and number and not (self._is_word(k + 2) and self._head(k + 2) is not None)

    def _past_owner(self, k: int) -> int:
        """Behind whose they are: ten of the Council's 15 members, eight of Gaza's 36 hospitals."""
        owned = next((m for m in range(k, k + _FARTHEST) if self._form(m) == "'s"), None)
        return k if owned is None else owned + 1

    def _whole(self, k: int) -> bool:
        """Whether an amount stands at token k of which another is a part: 132 of 262 recommendations; no year."""
        form = self._form(k)
        digits = form[:1].isdigit() and (len(form) != len("2023") or not form.isdigit())
        return digits and self._head(k + 1) is not None

    def is_common(self, counted: Counted) -> bool:
        return self._is_plural(counted.j - 1)

    def _times(self, i: int, j: int) -> bool:
        """Whether tokens i to before j speak of durations or hours."""
        durations = any(self._is("durations", form) for form in self.forms[i:j])
        return durations or self._is("clock", self._form(i))

    def _compound(self, number: Number, k: int) -> Counted | None:
        """15-member; not seven-year, two-state."""
        if not self._is("compounds", self.forms[k]) or self._is("not_compounds", self.forms[k]) or number.weak:
            return REJECTED
        return Counted(number.i, k + 1, self.tokens.original(k, k + 1))

    def _head(self, k: int) -> int | None:
        """The first plural within reach; else, right behind the number, a singular that is no modifier."""
        m = k
        while m < min(k + _FARTHEST, len(self.forms)):
            form = self.forms[m]
            if form == "-" and m > k and self.tokens.touches(m) and self._is_word(m + 1):
                m += 1
                continue
            if form == "-" and m == k + 1 and self._is_model(m):
                if self._is_word(m + 2):
                    m += 2  # two F-16 jets
                    continue
                return None
            if form == "and" and m > k and self._joins_adjectives(m):
                m += 1
                continue
            if not self._is_word(m) or (self._is("function", form) and not self._is("plurals", form)):
                break
            if self._is_plural(m) and not self._goes_on(m):
                return m
            m += 1
        return self._singular(k)

    def _is_model(self, m: int) -> bool:
        """Whether the dash at token m joins a short name in capitals to digits: F-16, Su-27."""
        named = self.tokens.is_capital(m - 1) and len(self.forms[m - 1]) <= _SHORT
        return (
            named
            and self.tokens.touches(m)
            and m + 1 < len(self.forms)
            and self.tokens.touches(m + 1)
            and self.tokens.is_number(m + 1)
        )

    def _joins_adjectives(self, m: int) -> bool:
        """21 military and civilian personnel, 44 Arab and Kurdish activists."""
        if not self._is_word(m + 1):
            return False
        capitals = self.tokens.is_capital(m - 1) and self.tokens.is_capital(m + 1)
        capitals = capitals and (not self._is_plural(m - 1) or self._joins_peoples(m - 1))
        return self._is("modifiers", self.forms[m - 1]) or (capitals and self._is_word(m + 2))

    def _goes_on(self, m: int) -> bool:
        """United Nations staff, armed forces members: the run goes on to another plural."""
        if self._joins_peoples(m):
            return True
        return self._is_word(m + 1) and self._is_plural(m + 1) and not self._is("function", self.forms[m + 1])

    def _joins_peoples(self, m: int) -> bool:
        """44 Burmese and Thai activists: two peoples that the noun behind them is of."""
        if self._form(m + 1) != "and" or not self._is_word(m + 3) or not self._is_plural(m + 3):
            return False
        peoples = (
            self.tokens.is_capital(m) and self.tokens.is_capital(m + 2) and not self._is("function", self._form(m + 2))
        )
        return peoples and not self._is("function", self._form(m + 3)) and not self.forms[m].endswith("s")

    def _singular(self, k: int) -> int | None:
        return k if self._is_word(k) and self._is("ones", self.forms[k]) else None

    def _is_plural(self, m: int) -> bool:
        form = self.forms[m]
        if self._is("plurals", form):
            return form != "in"
        if form.endswith("is"):
            return self.tokens.is_capital(m)
        plural = len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us"))
        return plural and not self._is("not_plural", form)

    def _is_street(self, k: int) -> bool:
        return any(
            self._is("streets", self._form(m)) and self.tokens.is_capital(m)
            for m in range(k, min(k + 3, len(self.forms)))
        )
