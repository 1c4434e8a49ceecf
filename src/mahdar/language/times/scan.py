"""A text as the grammar of times sees it: which table words and which numbers begin at a token."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mahdar.language.lexicon import Hit, proclitic_splits
from mahdar.language.numbers import Number
from mahdar.language.times.appointed import appointed, decides, takes_effect
from mahdar.language.times.senses import Sense, Style, Tense
from mahdar.language.times.verbs import future_verb, past_verb
from mahdar.language.times.vocabulary import Word, context, lexicon, word_set
from mahdar.language.tokens import NEWLINE, Tokens

_BY = frozenset(("by", "بحلول"))
_FOR, _HAD = "for", "had"
_OFF = "off"
_TO = frozenset(("الي", "to"))
_PLUPERFECT = frozenset(("had", "was", "were"))
_MAY = "may"  # with a capital a month: on 3 May and 5 May
_THAT, _BEFORE = "ان", frozenset(("قبل", "وقبل"))
_GENERAL = "العام"
_EXPECTED, _EXPECTED_REACH = frozenset(("كان", "وكان", "كانت", "وكانت")), 4  # كان من المقرر أن يعقد
_PERHAPS = "قد"  # may, before a verb of the present; indeed, before one of the past
_AUXILIARIES = frozenset(("is", "was", "has"))
_INFINITIVE = frozenset(("be", "get"))  # will be held: the participle is no past
_STOPS = frozenset(".!?؟" + NEWLINE)
_LONGEST_UNTIL = 4  # tokens
_LOOK_BACK = 16
_HALF = 0.5
_LOOK_AHEAD = 8
_MOST_DAYPARTS = 2
_DAYPARTS = frozenset(("daypart", "part-of-day"))
_TIES = frozenset(("من", "يوم", "on", "of"))
_PRESENT = "يت"
_RELATIVE = frozenset(("الذي", "التي", "اللذين", "اللتين", "الذين"))  # and a verb of the past behind it


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens ``i`` to ``j`` say a time, which may grow by what stands around it.

    ``kind`` names the rule; ``skip`` is how many letters of the first token are proclitics; ``weekday`` and ``choice``
    tell a weekday that may lie in a week named nearby, ``turn`` the week that the time itself is, ``away`` the grain
    and steps from another time of the sentence on which this one hangs.
    """

    i: int
    j: int
    sense: Sense
    kind: str
    skip: int = 0
    weekday: int | None = None
    choice: str | None = None
    turn: int | None = None
    away: tuple[str, int] | None = None


class Scan:
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
        if form[:1].isdigit():
            if not form.isdigit() or len(form) > 4:
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
        return i in self._numbers or self.form(i)[:1].isdigit()

    def number_skip(self, i: int) -> int:
        """How many letters of token i are proclitics before the number that begins there (والحادي عشر)."""
        number = self._numbers.get(i)
        return number.skip if number else 0

    def ahead(self, i: int, j: int) -> bool:
        """Whether the clause around tokens i to j speaks of what is to come: the nearest cue before it decides."""
        return self.tense(i, j) != "past"

    def tense(self, i: int, j: int) -> Tense:
        """Where tokens i to j lie; ``soon``: near what a deed of the past led up to (met ahead of Friday's vote)."""
        return self.told_tense(i, j) or "past"

    def told_tense(self, i: int, j: int) -> Tense | None:
        """The same, None where nothing tells it."""
        i = self._past_dayparts(i)
        if self.form(i - 1) in _BY or self._behind_until(i):
            return "past" if self._was(j) else "future"
        if (self.form(i - 1) in _TO and self.put_off(i - 1)) or (self.form(i - 1) == _FOR and self._fixed_for(i - 1)):
            return "future"
        effective = i > 0 and takes_effect(self.forms, self.language, i)
        soon = False
        for cue in self._cues(i, j, effective):
            if cue != "soon":
                return "soon" if soon and cue == "past" else cue
            soon = True
        return "future" if soon or effective else None

    def _names_hour(self, k: int) -> bool:
        """Whether a part of the day begins at token k: shortly before dawn, قبيل منتصف ليل."""
        return self.word(k, "daypart", "part-of-day", "part") is not None

    def _cues(self, i: int, j: int, effective: bool) -> Iterator[Tense]:
        """What speaks of tense around tokens i to j within their sentence, the nearest before them first."""
        for k in range(i - 1, max(-1, i - _LOOK_BACK), -1):
            if self.forms[k] in _STOPS:
                break
            if appointed(self.forms, self.language, k, i) or (effective and decides(self.forms, self.language, k)):
                yield "future"
            cue = self._cue(k)
            if cue and not (cue == "soon" and self._names_hour(k + 1)):
                yield cue
        for k in range(j, min(len(self.forms), j + _LOOK_AHEAD)):
            if self.forms[k] in _STOPS:
                break
            cue = self._cue(k)
            if cue and not (cue == "future" and self._describes(k)):
                yield cue

    def _describes(self, k: int) -> bool:
        """Whether a present takes up the noun before it, which it only describes: ترأس الأربعاء أول جلسة يعقدها."""
        return self.language == "ar" and self.forms[k][0] in _PRESENT and self.forms[k].endswith(("ه", "ها"))

    def _past_dayparts(self, i: int) -> int:
        """Before the words for a part of the day that lead to token i: حتى صباح الأحد, until late on Sunday."""
        for _ in range(_MOST_DAYPARTS):
            starts = (k for k in range(max(0, i - _LONGEST_UNTIL), i) if self._leads(k, i))
            before = next(starts, i)
            if before == i:
                return i
            i = before
        return i

    def _leads(self, k: int, i: int) -> bool:
        """Whether a part of the day stands at token k and ends before token i, a preposition or يوم between or not."""
        return any(h.value.kind in _DAYPARTS and h.j in (i, i - 1) and self._joins(h.j, i) for h in self.hits(k))

    def _joins(self, j: int, i: int) -> bool:
        return j == i or self.form(j) in _TIES

    def _was(self, j: int) -> bool:
        """Whether the main clause behind tokens up to j is in the past: by Tuesday, 30 had been found."""
        for k in range(j, min(len(self.forms), j + _LOOK_AHEAD)):
            if self.forms[k] in _STOPS:
                return False
            if self.forms[k] in _PLUPERFECT:
                return True
        return False

    def put_off(self, i: int) -> bool:
        """Whether something is put off to what stands behind token i."""
        return self._said_before(i, word_set(self.language, "postponed"))

    def _fixed_for(self, i: int) -> bool:
        """Whether something is set for what stands behind token i: set a hearing for Sunday."""
        return self._said_before(i, word_set("en", "fixed_for"))

    def _said_before(self, i: int, words: frozenset[str]) -> bool:
        for k in range(i - 1, max(-1, i - _LOOK_AHEAD), -1):
            if self.forms[k] in _STOPS:
                return False
            if any(stem in words for _, stem in proclitic_splits(self.forms[k])):
                return self.forms[k] != _OFF or self.form(k - 1) in word_set("en", "put")
        return False

    def _behind_until(self, i: int) -> bool:
        return any(h.j == i and h.value.kind == "until" for k in range(i - _LONGEST_UNTIL, i) for h in self.hits(k))

    def _cue(self, k: int) -> Tense | None:
        if self.forms[k] == _MAY and self.tokens.is_capital(k):
            return None
        hit = context(self.language).at(self.tokens, k)
        if hit:
            return self._cue_of(hit.value, k)
        if self.language == "ar":
            if self.forms[k] == _PERHAPS:
                return "future" if self.form(k + 1)[:1] in _PRESENT else "past"
            if self.forms[k] in _RELATIVE:
                return "past" if self.form(k + 1)[:1] not in "يتنسل" else None
            return "future" if future_verb(self.forms[k]) else "past" if past_verb(self.forms[k]) else None
        form = self.forms[k]
        verb = len(form) > 4 and form.endswith("ed") and self.form(k - 1) not in word_set("en", "no_past_behind")
        longer = context("en").at(self.tokens, k - 1) if verb and k else None
        if longer and longer.j > k:  # is expected
            return self._cue_of(longer.value, k - 1)
        described = longer is not None and longer.value == "future" and self.forms[k - 1].endswith("s")
        return "past" if verb and not described else None  # holds closed talks

    def _cue_of(self, tense: Tense, k: int) -> Tense | None:
        """The tense of a cue at token k, with what stands before it: will be held, لم يعقد."""
        before = self.form(k - 1)
        if before == _THAT and self.form(k - 2) in _BEFORE:
            return None  # قبل أن يغادر: as the main clause
        if self.language == "en":
            if tense == "future":
                return None if self._is_plural(k) else "past" if before == _HAD else tense
            return None if before in _INFINITIVE else tense
        was = before == _THAT and not _EXPECTED.isdisjoint(self.forms[max(0, k - _EXPECTED_REACH) : k])
        return "past" if tense == "future" and (was or before in word_set("ar", "past_before")) else tense

    def _is_plural(self, k: int) -> bool:
        """Whether an English verb in -s is a noun here: by 14 votes, its visits, in secret meets."""
        before = self.form(k - 1)
        if not self.forms[k].endswith("s") or self.forms[k] in _AUXILIARIES:
            return False
        return self.starts_number(k - 1) or before in word_set("en", "no_verb_behind")
