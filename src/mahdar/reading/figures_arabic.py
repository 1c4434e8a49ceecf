"""The noun that an Arabic number counts: behind it, or before it where the number is an adjective."""

from __future__ import annotations

from dataclasses import replace

from mahdar.language.numbers import Number
from mahdar.reading.figures_units import REJECTED, Counted, Units
from mahdar.reading.figures_words import words_of

_NISBA = ("ي", "يه", "يا", "يين", "يون", "يات")
_DEFINITE = ("ال", "وال", "بال", "لل", "فال", "كال", "ولل")
_DUALS = ("ين", "ان")
_YEARS, _DAY = frozenset(("عام", "سنه")), "يوم"
_ATTACHED, _OWN_ENDINGS = frozenset("بل"), ("ا", "يين", "يون")
_YEAR, _GROUP = 4, 3  # digits
_SHORTEST_BROKEN = 6  # letters of الأشهر
_ONCE = "مره"
_PREPOSED = ("لل", "بال", "كال")
_PRONOUNS = ("ها", "هم", "ه")
_CARRIED = str.maketrans("ئؤ", "ءء")  # a hamza at the end of a noun, as it is written before a pronoun


def _thousandfold(value: int | float | None) -> int | None:
    return None if value is None else round(value * 1000)


class ArabicUnits(Units):
    """The noun stands behind the number, or before it where the number is an adjective."""

    language = "ar"

    def counted(self, number: Number) -> Counted | None:
        currency = self._currency(number)
        if currency is not None:
            return currency
        if number.weak:
            return self._single(number)
        if self._doubles(number):
            i = number.core[0]
            noun = self.forms[i - 1][:-2]
            if self._is("durations", noun) or self._is("durations", noun.removesuffix("ت") + "ه"):
                return REJECTED  # شهرين اثنين
            return self._behind_noun(i - 1, noun, number.j)
        if self._noun_before(number) and not self._counts_behind(number):
            return self._adjective(number)
        if self._numbered(number):
            return REJECTED
        return self._behind(number)

    def as_amount(self, number: Number) -> Number:
        """القتلى الأحد عشر, الاثنا عشر قتيلا: behind a plural or before what is counted, eleven, not the eleventh."""
        i = number.core[0]
        if self._dotted(number):
            return replace(number, low=_thousandfold(number.low), high=_thousandfold(number.high))
        if number.kind != "ordinal" or not number.definite or not self._is("teens", self.forms[i]):
            return number
        noun = self._form(number.j)
        counts = noun.endswith("ا") and self._is_word(number.j) and not self._is("function", noun)
        k = self._before(number)
        plural = self._form(k).startswith(_DEFINITE) and self._is_plural(k)
        return replace(number, kind="cardinal", definite=plural) if counts or plural else number

    def _dotted(self, number: Number) -> bool:
        """1.200 شخص: a dot before three digits parts thousands where what is counted has no decimals."""
        form, noun = self.forms[number.core[0]], self._form(number.j)
        whole, dot, rest = form.partition(".")
        plain = number.kind == "cardinal" and number.scale == 1 and number.core[1] == number.core[0] + 1
        grouped = plain and dot and len(rest) == _GROUP and rest.isdigit() and whole.isdigit() and 0 < int(whole) < 1000
        return bool(grouped) and self._is("people", noun.removesuffix("ا"))

    def _behind(self, number: Number) -> Counted | None:
        """The noun behind the number, with من between or not."""
        k = self._past_quote(number)
        of = self._form(k) == "من"
        k += of
        if of and (self._is("totals", self._form(k)) or self._part_of(number, k)):
            return Counted(number.i, number.j, None, number.skip)
        if of and self._is("left", self._form(k)):
            return None
        if self._dates(k):
            return None  # 4100 عام 2019
        if self._form(k + 1) == "من" and self._form(k + 2) == "كل":
            return REJECTED  # ثلاث أسر من كل أربع
        spent = ("durations", "clock", "ages") if of else ("durations", "clock")
        if self._is_word(k) and any(self._is(key, self.forms[k]) for key in spent):
            return REJECTED
        if not self._is_noun(k, number, partitive=of):
            return None
        return Counted(number.i, self._past_adjective(k), self.tokens.original(k, k + 1), number.skip)

    def _dates(self, k: int) -> bool:
        """Whether a word for day or year at token k belongs to the date behind it: ثلاثة يوم 25 يونيو."""
        noun, behind = self._form(k), self._form(k + 1)
        return behind.isdigit() and (
            (noun in _YEARS and len(behind) == _YEAR) or (noun == _DAY and len(behind) < _GROUP)
        )

    def _part_of(self, number: Number, k: int) -> bool:
        """9 من 15 دولة: an amount in digits at token k of which the number is a part."""
        form = self._form(k)
        larger = form.isdigit() and len(form) < _YEAR and number.low is not None and int(form) > number.low
        return larger and self._is_word(k + 1) and not self._is("function", self.forms[k + 1])

    def is_common(self, counted: Counted) -> bool:
        word = counted.unit or ""
        k = next(
            (k for k in range(counted.j - 1, counted.i, -1) if self.tokens.original(k, k + 1) == word), counted.j - 1
        )
        form = self.forms[k]
        return self._is("counted", form) or self._is("counted", form.removesuffix("ا"))

    def _single(self, number: Number) -> Counted | None:
        """شخص واحد: one, behind a noun that is counted."""
        i = number.core[0]
        if i == 0 or not self._is_word(i - 1):
            return None
        if not self._is("ones", self.forms[i - 1]) and (number.high is not None or self.forms[i - 1] != _ONCE):
            return None  # مرة واحدة على الأقل, with its bound
        if self.forms[i - 1] in words_of("ar", "not_ones"):
            return None
        return self._behind_noun(i - 1, self.forms[i - 1], number.j)

    def _doubles(self, number: Number) -> bool:
        """مسؤولين اثنين: the numeral behind a noun that says two by itself."""
        i = number.core[0]
        plain = number.low == number.high == 2 and not self.tokens.is_number(i) and not number.skip and i == number.i
        return plain and self._is_word(i - 1) and len(self.forms[i - 1]) > 4 and self.forms[i - 1].endswith(_DUALS)

    def _behind_noun(self, k: int, noun: str, j: int) -> Counted:
        """A figure up to token j whose noun stands first, without the و that is no part of it (ومصورين اثنين)."""
        own = noun in words_of("ar", "waw_nouns") or noun.removesuffix("ت") + "ه" in words_of("ar", "waw_nouns")
        skip = int(noun.startswith("و") and not own)
        return Counted(k, j, self.tokens.text[self.tokens.start(k, skip) : self.tokens.end(k)], skip)

    def _noun_before(self, number: Number) -> bool:
        """القرارات السبعة, الدول الـ15."""
        if number.kind == "indefinite" or not number.definite:
            return False
        k = self._before(number)
        form = self._form(k)
        if self._owned(self._next_to(number)) is not None or self._with_owner(k):
            return True
        definite = len(form) > 4 and form.startswith(_DEFINITE)
        if not definite or not self._is_word(k) or self._is("function", form):
            return False
        return not self.tokens.is_number(number.core[0]) or self._is_plural(k)

    def _counts_behind(self, number: Number) -> bool:
        """تجاوزت الحصيلة الألف قتيل: a magnitude with the article before what is counted."""
        return number.scale > 1 and self._is("counted", self._form(number.j).removesuffix("ا"))

    def _owned(self, k: int) -> int | None:
        """أعضاء المجلس الـ15, أعضاء مجلس الأمن الـ15: the counted plural before the noun at token k that owns it."""
        if not self._form(k).startswith(_DEFINITE) or self._is_plural(k):
            return None
        for noun in (k - 1, k - 2):
            if not self._is_word(noun) or self.forms[noun].startswith(_DEFINITE):
                return None
            if self._is("plurals", self.forms[noun]):
                return noun
        return None

    def _with_owner(self, k: int) -> str:
        """أعضائه الـ15: the counted plural at token k, its clitics and the pronoun of its owner apart; else nothing."""
        form = self._form(k)
        noun = next((form.removesuffix(p) for p in _PRONOUNS if form.endswith(p)), "").translate(_CARRIED)
        return noun if self._is("plurals", noun) else ""

    def _numbered(self, number: Number) -> bool:
        """العضو الـ193: digits with the article behind a definite singular, nothing counted behind."""
        i = number.core[0]
        if not number.definite or not self.tokens.is_number(i):
            return False
        k = self._before(number)
        if not self._form(k).startswith(_DEFINITE):
            return False
        return not self._is("function", self.forms[k]) and not self._is(
            "counted", self._form(number.j).removesuffix("ا")
        )

    def _is_plural(self, k: int) -> bool:
        """Behind a singular الـ193 is an ordinal; behind a plural it counts."""
        form = self.forms[k]
        hamza = self.tokens.original(k, k + 1)[2:3] == "أ" and len(form) >= _SHORTEST_BROKEN  # not الأمن
        broken = hamza or self._is("plurals", form)
        return broken or form.endswith(("ات", "ين", "ون", "اء"))

    def _before(self, number: Number) -> int:
        """The noun before, over an adjective or apposition between (القوى الدولية الست، الدول الأعضاء الـ193)."""
        k = self._next_to(number)
        if self._is("appositions", self._form(k)) and self._form(k - 1).startswith(_DEFINITE):
            return k - 1
        owned = self._owned(k)
        if owned is not None:
            return owned
        adjective = self._form(k).startswith("ال") and self._form(k).endswith("يه")
        return k - 1 if adjective and self._form(k - 1).startswith(_DEFINITE) else k

    def _next_to(self, number: Number) -> int:
        """The token right before a number, over an article of its own."""
        k = number.core[0] - 1
        return k - 1 if self._form(k) == "ال" else k

    def _adjective(self, number: Number) -> Counted | None:
        k = self._before(number)
        if self._is("durations", self.forms[k]):
            return REJECTED
        j = number.j
        while j < len(self.forms) and j < number.j + 2 and self.forms[j].startswith("ال") and self._is_word(j):
            if self._is("function", self.forms[j]):
                break
            j += 1
        owned = self._with_owner(k)
        glued = owned != "" and owned not in words_of("ar", "plurals")
        skip = 1 if glued or self.forms[k].startswith(("وال", "فال", "ولل", "بال", "كال")) else 0
        return Counted(k, j, self.tokens.text[self.tokens.start(k, skip) : self.tokens.end(k)], skip)

    def _is_noun(self, k: int, number: Number, partitive: bool) -> bool:
        if not self._is_word(k) or self._is("function", self.forms[k]):
            return False
        form = self.forms[k]
        if len(form) < 2 or form.isascii():
            return False
        takes_article = partitive or number.kind == "indefinite" or number.definite
        if not takes_article and self._has_article(k):
            return False
        if self._begins_clause(form) or (form.startswith(_PREPOSED) and not form.startswith("بالغ")):
            return False
        return partitive or (self._agrees(form, number) and not self._is_governed(form))

    def _is_governed(self, form: str) -> bool:
        """A word behind its preposition (لدعم, بعموم), and no noun of its own with this letter, accusative or nisba."""
        if form[0] not in _ATTACHED or form.endswith(_OWN_ENDINGS):
            return False
        return form not in words_of("ar", "attached_nouns")

    def _has_article(self, k: int) -> bool:
        """ال written with a plain alef; ألغام begins alike only when folded."""
        return self.forms[k].startswith("ال") and len(self.forms[k]) > 4 and self.tokens.original(k, k + 1)[0] in "اٱ"

    def _begins_clause(self, form: str) -> bool:
        """A word with و that is no noun of its own, or a verb in the plural (يعيشون، فروا)."""
        if form.endswith("وا") and not self._is("ones", form.removesuffix("ا")):
            return True
        if form[0] == "و":
            return form not in words_of("ar", "waw_nouns")
        return len(form) > 4 and form[0] in "يت" and form.endswith("ون")

    def _agrees(self, form: str, number: Number) -> bool:
        """Behind 11 to 99 a singular in the accusative, unless the noun is a common one."""
        value = number.high if number.high is not None else number.low
        if number.kind == "indefinite" or not isinstance(value, int) or number.scale > 1:
            return True
        if not 11 <= value % 100 <= 99:
            return True
        if form.endswith(("ا", "ه", "ء", "ي", "ين", "ون")) or self._is("counted", form):
            return True
        # In front of another noun it has no ending of its own: 14 مركز احتجاز.
        return not form.startswith(("ي", "ت", "س", "ن"))

    def _past_adjective(self, k: int) -> int:
        """Behind the noun and one adjective that goes with it."""
        noun, adjective = self.forms[k], self._form(k + 1)
        if not adjective or not self._is_word(k + 1) or self._is("function", adjective):
            return k + 1
        if noun.startswith("ال"):
            return k + 2 if adjective.startswith("ال") else k + 1
        fits = adjective.endswith(_NISBA) and not adjective.startswith(("ال", "و", "ب", "ل", "ف"))
        return k + 2 if fits and len(adjective) > 3 else k + 1
