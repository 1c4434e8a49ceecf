"""What a past verb only agrees, orders or promises: agreed to meet on Friday, قرر المجلس عقد جلسة يوم الجمعة."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.language.lexicon import proclitic_splits
from mahdar.language.times.vocabulary import word_set
from mahdar.language.tokens import NEWLINE

_REACH = 8  # tokens from the verb to what it agrees
_MARKS = frozenset(',،;؛:()«»"“”')
_TO, _ON = "to", "on"
_STOPS = frozenset(".!?؟" + NEWLINE)
_HEAD = 5  # tokens of the subject of a headline


def appointed(forms: Sequence[str], language: str, k: int, i: int) -> bool:
    """Whether the word at token k only agrees or orders what is then to happen at the time at token i."""
    if language == "en":
        at = _infinitive(forms, k + 1, i) if forms[k] in word_set("en", "committing") else _called_for(forms, k, i)
    elif _is(forms[k], "committing"):
        at = next((m for m in range(k + 1, min(i, k + 1 + _REACH)) if _is_agreed(forms, m)), None)
    else:
        at = k if _is_agreed(forms, k) and _committed(forms, k) else None
    return at is not None and (_MARKS | word_set(language, "causes")).isdisjoint(forms[at:i])


def announced(forms: Sequence[str], language: str, k: int, i: int) -> bool:
    """Whether the word at token k announces what is held at a set time, at the time at token i or announced then."""
    table = word_set(language, "announcing")
    if not (forms[k] in table if language == "en" else any(stem in table for _, stem in proclitic_splits(forms[k]))):
        return False
    between = forms[k + 1 : min(i, k + 1 + _REACH)]
    if not _MARKS.isdisjoint(between) or not word_set(language, "causes").isdisjoint(between):
        return False
    if language == "en":
        return not word_set("en", "called_for").isdisjoint(between)
    return any(_is(form, "appointed") or _is(form.removesuffix("ا"), "appointed") for form in between)


def decides(forms: Sequence[str], language: str, k: int) -> bool:
    """Whether the word at token k announces or decides what takes effect: علقت الوزارة الدراسة اعتبارا من الأحد."""
    return forms[k] in word_set("en", "deciding") if language == "en" else _is(forms[k], "deciding")


def takes_effect(forms: Sequence[str], language: str, i: int) -> bool:
    """Whether words of taking effect end before token i: اعتبارا من, effective, starting on."""
    i -= forms[i - 1] == _ON
    words = " ".join(forms[max(0, i - 1 - (language == "ar")) : i])
    return any(stem in word_set(language, "effective") for _, stem in proclitic_splits(words)) if words else False


def headlined(forms: Sequence[str], language: str, i: int) -> bool:
    """Whether a headline says what is to be done: Council to vote Friday on …, where no verb tells a tense."""
    if language != "en":
        return False
    k = next((k for k in range(i - 2, max(0, i - 2 - _REACH), -1) if forms[k] == _TO or forms[k] in _STOPS), 0)
    start = next((m + 1 for m in range(k - 1, max(-1, k - 2 - _HEAD), -1) if forms[m] in _STOPS), 0)
    subject = forms[start:k]
    plain = 0 < len(subject) <= _HEAD and word_set("en", "no_verb_behind").isdisjoint(subject)
    return plain and forms[k] == _TO and forms[k + 1] in word_set("en", "appointed")


def _called_for(forms: Sequence[str], k: int, i: int) -> int | None:
    """Where what is called for stands before token i: called for a strike on Sunday."""
    if forms[k] not in word_set("en", "calling") or forms[k + 1 : k + 2] != ["for"]:
        return None
    return next((m for m in range(k + 2, min(i, k + _REACH)) if forms[m] in word_set("en", "called_for")), None)


def _infinitive(forms: Sequence[str], i: int, j: int) -> int | None:
    """Where "to meet", "to appear" stands between tokens i and j, before any mark."""
    at = next((k for k in range(i, min(j - 1, i + _REACH)) if forms[k] == _TO or forms[k] in _MARKS), None)
    return at if at is not None and forms[at] == _TO and forms[at + 1] in word_set("en", "appointed") else None


def _is_agreed(forms: Sequence[str], m: int) -> bool:
    """Whether the noun at token m is what is agreed, and no occasion: not خلال اجتماع, في جلسة."""
    return _is(forms[m], "appointed") and forms[m - 1] not in word_set("ar", "occasions") | _MARKS


def _committed(forms: Sequence[str], m: int) -> bool:
    """Whether a verb of agreeing or ordering stands shortly before the noun at token m."""
    for k in range(m - 1, max(-1, m - 1 - _REACH), -1):
        if forms[k] in _MARKS:
            return False
        if _is(forms[k], "committing"):
            return True
    return False


def _is(form: str, name: str) -> bool:
    words = word_set("ar", name)
    return form in words or any(stem in words for _, stem in proclitic_splits(form))
