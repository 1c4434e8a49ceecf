"""Whether a clause speaks of what lies behind or ahead: the nearest cue before a time decides, else one behind it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from mahdar.language.lexicon import proclitic_splits
from mahdar.language.times.appointed import announced, appointed, decides, headlined, takes_effect
from mahdar.language.times.lookups import Lookups
from mahdar.language.times.senses import Tense
from mahdar.language.times.verbs import future_verb, past_verb
from mahdar.language.times.vocabulary import context, word_set
from mahdar.language.tokens import NEWLINE

_BY = frozenset(("by", "بحلول"))
_FOR, _HAD = "for", "had"
_WENT = frozenset(("went", "going"))
_OFF = "off"
_TO = frozenset(("الي", "to"))
_MAY = "may"  # with a capital a month: on 3 May and 5 May
_THAT, _BEFORE = "ان", frozenset(("قبل", "وقبل"))
_PERHAPS = "قد"  # may, before a verb of the present; indeed, before one of the past
_AUXILIARIES = frozenset(("is", "was", "has"))
_INFINITIVE = frozenset(("be", "get"))  # will be held: the participle is no past
_WAS = frozenset(("was", "were"))
_BASE = frozenset(("to", "not"))  # before a verb that then tells no tense: refused to resume, did not convene
_SINCE, _OF = frozenset(("since", "منذ", "ومنذ")), frozenset(("on", "of", "in"))
_WHERE = frozenset(("where", "حيث"))
_ENTERING = "حيز"  # يدخل القانون حيز التنفيذ
_STOPS = frozenset(".!?؟" + NEWLINE)
_MARKS = _STOPS | frozenset(",،;؛:()«»\"“”'")
_LONGEST_UNTIL = 4  # tokens
_LOOK_BACK = 16
_LOOK_AHEAD = 8
_MOST_DAYPARTS = 2
_NEAR = 6  # tokens from a verb to the word that governs it
_DAYPARTS, _PARTITIVE = frozenset(("daypart", "part-of-day")), frozenset(("of", "من"))
_TIES = frozenset(("من", "يوم", "on", "of"))
_PRESENT = "يت"
_RELATIVE = frozenset(("الذي", "التي", "اللذين", "اللتين", "الذين"))  # and a verb of the past behind it


class Tenses(Lookups):
    """Tokens with the tense of the clause around a time."""

    def ahead(self, i: int, j: int) -> bool:
        """Whether the clause around tokens i to j speaks of what is to come: the nearest cue before it decides."""
        return self.tense(i, j) not in ("past", "due")

    def tense(self, i: int, j: int) -> Tense:
        """Where tokens i to j lie; ``soon``: near what a deed of the past led up to (met ahead of Friday's vote).

        ``due``: near too, but for days and months behind: what was only planned (had been scheduled for Friday).
        """
        return self.told_tense(i, j) or "past"

    def told_tense(self, i: int, j: int) -> Tense | None:
        """The same, None where nothing tells it."""
        i = self._past_dayparts(i)
        if self.form(i - 1) in _BY:
            return "past" if self._was(j) or self._stood(i) else "future"
        if self._behind_until(i):
            return "past" if self._was(j) or self._lasted(i) or self._ended(i, j) else "future"
        fixed = "past" if self.form(i - 1) in _SINCE or self._of_mishap(i, j) else self._fixed(i, j)
        if fixed:
            return fixed
        effective = i > 0 and takes_effect(self.forms, self.language, i)
        soon = False
        for cue in self._cues(i, j, effective):
            if cue != "soon":
                return "soon" if soon and cue == "past" else cue
            soon = True
        return "future" if soon or effective or headlined(self.forms, self.language, i) else None

    def _fixed(self, i: int, j: int) -> Tense | None:
        """What is put off to a time, set for it, or has it for its date."""
        if self.form(i - 1) in _TO and self.put_off(i - 1):
            return "future"
        if self.form(j) == "موعدا" or (self.form(j) == "as" and self.form(j + 2) in word_set("en", "appointments")):
            return "future"
        if self.language == "ar":
            k = i - 1 - (self.form(i - 1) in _TIES or self.form(i - 1) == "في")
            fixed = self.form(k) in word_set("ar", "fixed_for") and not self._says(k - 1)
            return ("due" if self._behind_was(k) else "future") if fixed else None
        return self._fixed_for(i - 1, j) if self.form(i - 1) == _FOR else None

    def _says(self, k: int) -> bool:
        """Whether a verb of the past stands at token k, whose subject a rapporteur is: قالت المقررة الاثنين."""
        hit = context("ar").at(self.tokens, k) if k >= 0 and self.form(k) not in word_set("ar", "was") else None
        return hit is not None and hit.value == "past"

    def _of_mishap(self, i: int, j: int) -> bool:
        """Whether a time is that of what nobody plans: Tuesday's attack, the raid on 3 April, هجوم الاثنين."""
        mishaps = word_set(self.language, "mishaps")
        if self.language == "ar":
            k = i - 1 - (self.form(i - 1) == "يوم")
            return any(stem in mishaps for _, stem in proclitic_splits(self.form(k)))
        owned = self.form(j) == "'s" and self.form(j + 1) in mishaps
        return owned or (self.form(i - 2) in mishaps and self.form(i - 1) in _OF and self.form(i - 3) == "the")

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
            elif announced(self.forms, self.language, k, i) and self.word(i, "weekday", "unit") is None:
                yield "due"
            cue = self._cue(k)
            if cue and not (cue == "soon" and self._names_hour(k + 1)):
                yield cue
        for k in range(j, min(len(self.forms), j + _LOOK_AHEAD)):
            if self.forms[k] in _STOPS or self.forms[k] in _WHERE:
                break
            cue = None if self._goes_on(k) else self._cue(k)
            if cue and not (cue == "future" and self._describes(k)):
                yield cue

    def _describes(self, k: int) -> bool:
        """Whether a present takes up the noun before it, which it only describes: ترأس الأربعاء أول جلسة يعقدها."""
        return self.language == "ar" and self.forms[k][0] in _PRESENT and self.forms[k].endswith(("ه", "ها"))

    def _goes_on(self, k: int) -> bool:
        """The ceasefire of 10 October is holding: what goes on tells nothing of a time before it."""
        return self.forms[k] in _AUXILIARIES | {"are"} and self.form(k + 1).endswith("ing")

    def _past_dayparts(self, i: int) -> int:
        """Before the parts of a day, month or year that lead to token i: حتى صباح الأحد, by the end of June."""
        for _ in range(_MOST_DAYPARTS):
            starts = (k for k in range(max(0, i - _LONGEST_UNTIL), i) if self._leads(k, i))
            before = next(starts, i)
            if before == i:
                break
            i = before
        return i - (self.form(i - 1) == "the" and self.form(i - 2) in _BY)

    def _leads(self, k: int, i: int) -> bool:
        """Whether a part of the day stands at token k and ends before token i, a preposition or يوم between or not."""
        return any(h.j in (i, i - 1) and self._joins(h.value.kind, h.j, i) for h in self.hits(k))

    def _joins(self, kind: str, j: int, i: int) -> bool:
        if kind == "part":
            return j == i or self.form(j) in _PARTITIVE  # not: talks start on Monday
        return kind in _DAYPARTS and (j == i or self.form(j) in _TIES)

    def _was(self, j: int) -> bool:
        """Whether the main clause behind tokens up to j is in the past: by Tuesday, 30 had been found."""
        behind = range(j, min(len(self.forms), j + _LOOK_AHEAD))
        clause = takewhile(lambda k: self.forms[k] not in _STOPS, behind)
        return any(self.forms[k] in word_set(self.language, "by_then") for k in clause)

    def _stood(self, i: int) -> bool:
        """Whether a number before "by" had been reached: the toll stood at 31 by Tuesday."""
        for k in range(i - 2, max(-1, i - _LOOK_BACK), -1):
            form = self.forms[k]
            if form in _STOPS or future_verb(form) or (form == "to" and not self.starts_number(k + 1)):
                return False
            if any(stem in word_set(self.language, "by_then") for _, stem in proclitic_splits(form)):
                return form not in _WAS | {_HAD} | word_set("ar", "was") and self.form(k - 1) != "have"
        return False

    def _lasted(self, i: int) -> bool:
        """Whether what stands before "until" lasted or was counted: fighting went on until Sunday, قتل 40 حتى الأحد."""
        for k in range(i - 1, max(-1, i - _LOOK_BACK), -1):
            if self.forms[k] in _MARKS or future_verb(self.forms[k]):
                return False
            if any(stem in word_set(self.language, "lasted") for _, stem in proclitic_splits(self.forms[k])):
                return self.form(k - 1) not in _INFINITIVE
        return False

    def _ended(self, i: int, j: int) -> bool:
        """Whether what stands before "until" was over then: had been closed, went on, was held and then freed."""
        before = list(takewhile(lambda k: self.forms[k] not in _STOPS, range(i - 1, max(-1, i - _LOOK_BACK), -1)))
        if any(future_verb(self.forms[k]) or self._cue(k) == "future" for k in before):
            return False
        if self.language == "ar":
            return self.form(j) == "ثم" and self.form(j + 1)[:1] not in {*_PRESENT, "س", "ن", ""}
        went_on = self.form(i - 3) in _WENT and self.form(i - 2) == "on"
        then = self.forms[j : j + 2] == ["and", "then"]
        return went_on or then or any(self.forms[k] == _HAD for k in before[:_NEAR])

    def put_off(self, i: int) -> bool:
        """Whether something is put off to what stands behind token i."""
        k = self._said_before(i, word_set(self.language, "postponed"))
        return k is not None and (self.forms[k] != _OFF or self.form(k - 1) in word_set("en", "put"))

    def _fixed_for(self, i: int, j: int) -> Tense | None:
        """Whether something is set for what stands behind token i, or was: a hearing set for Sunday was called off."""
        k = self._said_before(i, word_set("en", "fixed_for"))
        if k is None:
            return None
        before = self.form(k - 1 - (self.form(k - 1).endswith("ly")))
        behind = self.form(j + (self.form(j) == ","))
        was = before in _WAS or (before == "been" and self.form(k - 2) == _HAD)
        return "due" if was or behind in _WAS else "future"

    def _said_before(self, i: int, words: frozenset[str]) -> int | None:
        """The nearest token before token i, in its sentence, that is one of the words."""
        for k in range(i - 1, max(-1, i - _LOOK_AHEAD), -1):
            if self.forms[k] in _STOPS:
                return None
            if any(stem in words for _, stem in proclitic_splits(self.forms[k])):
                return k
        return None

    def _behind_until(self, i: int) -> bool:
        return any(h.j == i and h.value.kind == "until" for k in range(i - _LONGEST_UNTIL, i) for h in self.hits(k))

    def _cue(self, k: int) -> Tense | None:
        if self.forms[k] == _MAY and self.tokens.is_capital(k):
            return None
        hit = context(self.language).at(self.tokens, k)
        if hit:
            return self._cue_of(hit.value, k)
        return self._arabic_cue(k) if self.language == "ar" else self._english_cue(k)

    def _arabic_cue(self, k: int) -> Tense | None:
        """The tense of a verb by its shape."""
        form = self.forms[k]
        if form == _PERHAPS:
            return "future" if self.form(k + 1)[:1] in _PRESENT else "past"
        if form in _RELATIVE:
            return "past" if self.form(k + 1)[:1] not in "يتنسل" else None
        if form == _ENTERING:
            return self._entering(k)
        if future_verb(form):
            return self._planned_before(k) or "future"
        return "past" if past_verb(form) else None

    def _entering(self, k: int) -> Tense | None:
        """يدخل وقف إطلاق النار حيز التنفيذ: the verb stands before its subject."""
        verbs = (self.forms[m] for m in range(k - 1, max(-1, k - _NEAR), -1))
        return next(("future" for form in verbs if form.endswith(("يدخل", "تدخل"))), None)

    def _english_cue(self, k: int) -> Tense | None:
        """The tense of a verb by its ending."""
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
            return self._english_cue_of(tense, k)
        if tense != "future":
            return tense
        if before in word_set("ar", "past_before") and before not in word_set("ar", "was"):
            return "past"
        return self._planned_before(k) or tense

    def _english_cue_of(self, tense: Tense, k: int) -> Tense | None:
        before = self.form(k - 1)
        if tense != "future":
            return None if before in _INFINITIVE else tense
        governed = self.form(k) == "to" and before.endswith(("ed", "due", "set"))  # was expected to be released
        if self._is_plural(k) or governed or (before in _BASE and self.form(k) not in _BASE):
            return None
        planned = before in _WAS or (before == "been" and self.form(k - 2) == _HAD)
        return "past" if before == _HAD else "due" if planned else tense

    def _planned_before(self, k: int) -> Tense | None:
        """The tense of a verb behind كان: كان من المقرر أن يبدأ was only planned, كانت الولاية تنتهي is past."""
        if not self._behind_was(k):
            return None
        form = self.forms[k]
        does = form[0] in _PRESENT and form not in word_set("ar", "planned") and self.form(k - 1) != _THAT
        return "past" if does else "due"

    def _behind_was(self, k: int) -> bool:
        """Whether كان governs the word at token k, over its subject or over what it hangs on."""
        for m in range(k - 1, max(-1, k - 1 - _NEAR), -1):
            form = self.forms[m]
            if any(stem in word_set("ar", "was") for _, stem in proclitic_splits(form)):
                return True
            apart = form in _MARKS or form[0] == "و" or (form.startswith(_THAT) and m < k - 1)
            hit = None if apart else context("ar").at(self.tokens, m)
            if apart or (hit is not None and hit.value == "past") or (hit is None and past_verb(form)):
                return False
        return False

    def _is_plural(self, k: int) -> bool:
        """Whether an English verb in -s is a noun here: by 14 votes, its visits, in secret meets."""
        before = self.form(k - 1)
        if not self.forms[k].endswith("s") or self.forms[k] in _AUXILIARIES:
            return False
        return self.starts_number(k - 1) or before in word_set("en", "no_verb_behind")
