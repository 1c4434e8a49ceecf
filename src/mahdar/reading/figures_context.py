"""What around a number says that it is a name, a time, a year, or a count without a noun."""

from __future__ import annotations

from mahdar.language.numbers import Number
from mahdar.language.numbers.notation import past_bracket
from mahdar.language.times.vocabulary import known_days
from mahdar.language.tokens import NEWLINE, Tokens
from mahdar.reading.figures_polled import Polled
from mahdar.reading.figures_words import is_in
from mahdar.reading.passage import Passage

_REACH, _VOTE_REACH = 5, 7
_FAR_REACH = 12  # from a number behind "to" back to the word of a total: the number of those held there rises to four
_TO = frozenset(("الي", "to", "at"))
_IN, _SINCE = frozenset(("in", "on", "في")), frozenset(("from", "من"))
_TOTAL = 3  # tokens: the total number
_TOWARDS = frozenset({"to", "in", "from"})
_FROM = frozenset(("من", "بين", "from", "between"))  # المواد من 5 إلى 9
_PERFECT = frozenset(("had", "have"))  # 400 had died
_BODY_REACH = 5  # tokens of the name of a body
_OLD_SESSION = "د"  # القرار 217 ألف (د-3)
_NUMBER = "number"  # he wore number 10
_PER = frozenset(("per", "لكل"))
_LINKS = frozenset({"و", ",", "،", "and", "or", "او", "/", "-", "&", "to", "الي"})
_LIST_MARKS, _OPENING, _CLOSING = frozenset(".)-/:"), frozenset("[("), frozenset("])")
_SLASHES = frozenset("/⁄")
_MARKS = frozenset({":", ".", "(", '"', "«", "-", "#"})
_YEARS = range(1900, 2100)


class Context:
    """Answers about the numbers of one report."""

    def __init__(self, passage: Passage, language: str, found: list[Number]) -> None:
        self.tokens: Tokens = passage.tokens
        self.forms = passage.tokens.forms
        self.language = language
        self.timed = _timed(passage)
        self.named = self._names(found)
        places = [n for n in passage.named if n.kind in ("state", "capital")]
        self.places = frozenset(n.i for n in places)
        self.polled = Polled(self.tokens, language, frozenset(n.j for n in places))

    def in_time(self, number: Number) -> bool:
        """Whether a time expression covers part of the number's words."""
        return any(self.timed[k] for k in range(*number.core))

    def is_name(self, number: Number) -> bool:
        """Whether the number names a document, a model, a place in a list, a time of day or a score."""
        return number.core[0] in self.named

    def is_place(self, number: Number, j: int) -> bool:
        """Whether a state or capital is named between the number and the noun before token j, which it does not open.

        Twelve Myanmar officials are officials; of two from Algeria nobody says what they are.
        """
        between = self.places.intersection(range(number.j, j))
        return bool(between) and not (self.language == "en" and between == {j - 2})

    def looks_like_year(self, number: Number) -> bool:
        """Four bare digits between 1900 and 2099, or a range of them; not more than 2000."""
        if number.high is None and number.kind == "cardinal":
            return False
        i, j = number.core
        digits = all(len(self.forms[k]) == 4 and self.tokens.is_number(k) for k in (i, j - 1))
        return digits and all(value in _YEARS for value in (number.low, number.high) if value is not None)

    def counts_alone(self, number: Number) -> bool:
        """Whether a number without a noun counts people or things all the same."""
        if number.weak or self.looks_like_year(number):
            return False
        if number.kind == "cardinal" and self.polled.got(*number.core):
            return True
        if self._behind_capital(number):
            return False
        if number.kind == "indefinite":
            return True
        i = number.core[0]
        if not self.tokens.is_number(i) and number.low == number.high == 1:
            return False
        if (self._form(i - 1) == "of" and self._form(i - 2) == "out") or self._is_rate(number.j):
            return True
        ranged = number.low != number.high and "-" not in self.forms[number.core[0] : number.core[1]]  # no score 1-3
        bounded = ranged and not is_in(self.language, "places", self.forms[number.i])
        grouped = "," in self.forms[i] and isinstance(number.low or number.high, int)  # 1,200, not 7,8
        large = number.scale >= 1000 or grouped
        told = self._totals(number) or self._shares(number) or self._risen_to(i)
        return bool(bounded or large or told or self._triggered(number.i, number.j) or self._tally(i))

    def _totals(self, number: Number) -> bool:
        """Whether the total that the number makes stands behind it: "brings to four the number of those held"."""
        behind = self.forms[number.j : number.j + _TOTAL]
        return (
            self._form(number.i - 1) == "to"
            and behind[:1] == ["the"]
            and any(is_in("en", "totals_before", form) for form in behind)
        )

    def _risen_to(self, i: int) -> bool:
        """What it rose or fell to, behind the time of the first number: from 468 in May to 592 in June."""
        k = i - 2
        while k > max(0, i - _FAR_REACH) and (self.timed[k] or self._form(k) in _IN):
            k -= 1
        risen = self._form(i - 1) in _TO and 0 < k < i - 2 and self.tokens.is_number(k)
        return risen and self.forms[k - 1] in _SINCE and self._triggered(k, k + 1)

    def _shares(self, number: Number) -> bool:
        """Whether a number that is not exact stands before a place: "about 200 to Iraq, some 50 in Libya"."""
        exact = number.i == number.core[0] or self.language != "en"
        return not exact and self._form(number.j) in _TOWARDS and number.j + 1 in self.places

    def _is_rate(self, j: int) -> bool:
        """14.5 per 100,000, 14 لكل 100 ألف."""
        return self._form(j) in _PER and j + 1 < len(self.forms) and self.tokens.is_number(j + 1)

    def _behind_capital(self, number: Number) -> bool:
        """Office 39, Apollo 11: digits right behind a name, in English."""
        i = number.core[0]
        if (
            self.language != "en"
            or i != number.i
            or i < 2
            or not (self.tokens.is_number(i) and self.tokens.is_word(i - 1))
        ):
            return False
        starts = self.forms[i - 2] in (NEWLINE, ".")
        return (
            self.tokens.is_word(i - 1)
            and self.tokens.is_capital(i - 1)
            and not starts
            and not is_in("en", "triggers", self.forms[i - 1])
        )

    def _triggered(self, i: int, j: int) -> bool:
        """A word of casualties or totals within reach before, or right behind."""
        behind = j + (self.language == "en" and self._form(j) in _PERFECT)
        if behind < len(self.forms) and is_in(self.language, "after_triggers", self.forms[behind]):
            return True
        i -= past_bracket(self.tokens, i, i + 1) > i + 1
        reach = _FAR_REACH if self._form(i - 1) in _TO else _REACH
        for k in range(i - 1, max(-1, i - 1 - reach), -1):
            form = self.forms[k]
            if not (self.tokens.is_word(k) or form in "$€£" or (reach > _REACH and self.tokens.is_number(k))):
                return False
            if i - k <= _REACH and is_in(self.language, "triggers", form) and not (k == i - 1 and form == _NUMBER):
                return True
            if reach > _REACH and is_in(self.language, "totals_before", form):
                return True
        return False

    def is_tally(self, number: Number) -> bool:
        """Whether a range with a hyphen is rather two sides of a vote (16-21)."""
        i, j = number.core
        return j == i + 3 and self.forms[i + 1] == "-" and self._tally(i)

    def _tally(self, i: int) -> bool:
        """A word of voting close by the number, or by the other side of the vote (54-46)."""
        i -= 2 * (self._form(i - 1) == "-" and i > 1 and self.tokens.is_number(i - 2))
        near = range(max(0, i - _VOTE_REACH), min(len(self.forms), i + _VOTE_REACH))
        return any(is_in(self.language, "votes", self.forms[k]) for k in near)

    def _names(self, found: list[Number]) -> frozenset[int]:
        """The first tokens of numbers that are names; a list of them (1696 و1737) runs on."""
        named: set[int] = set()
        last = (0, 0)
        for number in found:
            i, j = number.core
            aged = (number.i < i and self._form(number.i - 1) == "aged") or self._is_age(i, j)
            first = number.i if number.i < i and self.forms[number.i] in _FROM else i
            free = number.definite or (number.skip > 0 and self.forms[i].startswith("ل"))  # أب لثلاثة أطفال
            by_name = (self._named_before(first) and not free and not self._counted_behind(j)) or aged
            if by_name or self._is_known_day(i, j) or self._bad_neighbours(i, j) or self._runs_on(last, i, j):
                named.add(i)
                last = (i, j)
        return frozenset(named)

    def _is_age(self, i: int, j: int) -> bool:
        """Died at 83, at the age of 83, nothing counted behind."""
        of = self._form(i - 1) == "of" and is_in("en", "ages", self._form(i - 2))
        died = self._form(i - 1) == "at" and is_in("en", "died", self._form(i - 2)) and not self._counted_behind(j)
        died = died and self._form(i - 3) != "of"  # put the number of dead at 38
        return self.language == "en" and (of or died)

    def _is_known_day(self, i: int, j: int) -> bool:
        """A day of history behind its month, before what happened then: the September 11 attacks."""
        if self.language != "en" or not any(self._form(j) in words for words in known_days("en").values()):
            return False
        k = i - 1 - (self._form(i - 1) == ".")
        return k >= 0 and self.tokens.is_capital(k) and is_in("en", "weak_naming", self.forms[k])

    def _runs_on(self, last: tuple[int, int], i: int, j: int) -> bool:
        """Whether the digits at i continue a list of names: the same size, nothing counted behind."""
        gap = self.forms[last[1] : i] if last[1] and i - last[1] <= 2 else []
        if not gap or not all(form in _LINKS for form in gap):
            return False
        if self.timed[last[0]]:
            return False  # in 2023, 512 homes
        sizes = len(self.forms[i]) - len(self.forms[last[0]])
        return self.forms[i].isdigit() and j == i + 1 and abs(sizes) <= 1 and not self._counted_behind(j)

    def _counts_in_brackets(self, i: int, j: int) -> bool:
        """(1200) مشروع: an amount in brackets as some Arab agencies write it, before a noun that is often counted."""
        if self.language == "ar" and is_in("ar", "triggers", self._form(i - 2)):
            return True  # بلغ عددهم (345)
        if self.language != "ar" or j >= len(self.forms) or not self.tokens.is_word(j):
            return False
        often = self._counted_behind(j) or any(is_in("ar", key, self.forms[j]) for key in ("plurals", "people"))
        return often or (len(self.forms[i]) > 1 and self.forms[j].endswith("ا") and not self.timed[j])

    def _counted_behind(self, j: int) -> bool:
        """A noun behind the number ends a list of names."""
        if j >= len(self.forms) or not self.tokens.is_word(j):
            return False
        form = self.forms[j]
        accusative = self.language == "ar" and is_in("ar", "counted", form.removesuffix("ا"))
        return accusative or is_in(self.language, "counted", form)

    def _named_before(self, i: int) -> bool:
        """A word that numbers documents, places and models right before, marks between."""
        k = i - 1
        while k > max(0, i - 4) and self.forms[k] in _MARKS:
            k -= 1
        low = max(0, k - _BODY_REACH)  # قرار مجلس الأمن 2657
        while k > low and self.language == "ar" and is_in("ar", "naming_bodies", self.forms[k]):
            k -= 1
        if k < 0 or not is_in(self.language, "naming", self.forms[k]):
            return False
        if self.forms[k] == "numbered" and is_in("en", "triggers", self._form(k - 1)):
            return False  # the wounded numbered 40
        weak = is_in(self.language, "weak_naming", self.forms[k])
        return not weak or (len(self.forms[i]) == 4 and self.forms[i].isdigit())

    def _bad_neighbours(self, i: int, j: int) -> bool:
        """Clock times, list numbers, notes, hash tags."""
        before, after = self._form(i - 1), self._form(j)
        touching = j < len(self.forms) and self.tokens.touches(j)
        clock = (after == ":" and touching and self._touches(j + 1)) or (before == ":" and self.tokens.touches(i))
        tied = after == "-" and touching and self._touches(j + 1)  # 15-member Council
        listed = before in (NEWLINE, "") and after in _LIST_MARKS and not tied
        noted = before in _OPENING and after in _CLOSING and not self._counts_in_brackets(i, j + 1)
        noted = noted or (after in _OPENING and self._form(j + 1) == _OLD_SESSION)
        slashed = (after in _SLASHES and touching) or before in _SLASHES or before in ("#", "+")
        added = after == "+" and touching and self._touches(j + 1) and self.tokens.is_number(j + 1)
        return (
            added
            or is_in(self.language, "rates", before)
            or clock
            or listed
            or noted
            or slashed
            or is_in(self.language, "clock", after)
        )

    def _form(self, k: int) -> str:
        return self.forms[k] if 0 <= k < len(self.forms) else ""

    def _touches(self, k: int) -> bool:
        return k < len(self.forms) and self.tokens.touches(k)


def context(passage: Passage, language: str, found: list[Number]) -> Context:
    """The context of a report's numbers."""
    return Context(passage, language, found)


def _timed(passage: Passage) -> bytearray:
    """One byte a token: whether it is part of a time."""
    covered = bytearray(len(passage.tokens))
    for time in passage.times:
        covered[time.i : time.j] = b"\x01" * (time.j - time.i)
    return covered
