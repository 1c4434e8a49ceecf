"""Texts made to be hard: units that are repeated without an end, words that mean much to the reader, odd characters."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import mahdar
from mahdar.model import Reading

# Each is repeated to any length behind a sentence that settles the language.
ARABIC = {
    "quotes never closed": '«قال “الوزير " ',
    "single marks": "' ",
    "brackets": "( [ ",
    "closed before opened": "» ) ",
    "digits and commas": "12,345,678, ٣٤٥، ",
    "digits joined by and": "3 و4 و",
    "digits": "7 ",
    "one long number": "7",
    "one long word": "س",
    "number words": "مئة وخمسة وعشرون ألفا و",
    "and": "و ",
    "verbs of speech joined": "وقال وزير وقالت وزارة ",
    "said that": "قال إن ",
    "according to": "وفقا لـ ",
    "questions and answers": "س: هل تقبل روسيا؟\nج: نعم، تقبل.\n",
    "relayed": "نقلت وكالة عن مسؤول قوله إن ",
    "quoted and quoted again": "« قالت روسيا ». وأضافت « ",
    "accused": "اتهمت روسيا الولايات المتحدة بأن ",
    "names": "روسيا ",
    "names joined": "روسيا والصين و",
    "pairs of states": "الأمريكية-الألبانية ",
    "posts and persons": "وزير الخارجية الروسي سامي الفارس ",
    "months": "كانون الثاني/يناير ",
    "weekdays": "الجمعة ",
    "dates": "يوم 5 مايو 2020 ",
    "between": "بين 3 و5 ",
    "between dates": "بين 3 مايو 2019 و4 يونيو 2020 ",
    "since": "منذ ",
    "slashes": "1/2/",
    "happenings": "وقتل ثلاثة وجرح خمسة هجوم ",
    "votes": "صوت مجلس الأمن بأغلبية 13 صوتا مقابل صوتين ",
    "vetoes": "استخدمت روسيا حق النقض الفيتو ",
    "resolutions": "القرار 2397 ",
    "distances between deeds": "استخدمت روسيا الفيتو في 3 مايو 2020 وبعد ثلاثة أيام من اجتماع المجلس في 2 مايو 2020 ",
    "presidencies": "تترأس البرازيل مجلس الأمن في يوليو ",
    "treaties": "صادقت روسيا على العهد الدولي الخاص بالحقوق المدنية والسياسية ",
    "reviews": "قبلت مصر 132 من 262 توصية في الاستعراض الدوري الشامل ",
    "relative clauses": "الذي قال إنه الذي ",
    "negations": "لم لن لا ",
    "conditions": "إذا ",
    "points": "...",
    "commas": "، ",
    "experts of a body": "قال خبراء اللجنة إن الحرب انتهت. ",
    "posts of nobody": "بدأ الأمين العام زيارة إلى الكويت و ",
    "members of an organ": "وقال عضو في مجلس الأمن إن القرار صحيح. ",
    "carried on": "وصادقت على الاتفاقية ولم تصادق عليها. ",
    "paragraphs": "قال\n\n",
}
ENGLISH = {
    "questions and answers": "Q: Will Russia agree?\nA: Yes, it will.\n",
    "quotes never closed": '“the ‘ " ',
    "single marks": "' ",
    "brackets": "( [ the ",
    "digits and commas": "12,345,678, 9 the ",
    "digits joined by and": "3 and 4 and ",
    "number words": "one hundred and twenty thousand and ",
    "one long word": "a",
    "and": "and ",
    "said": "said ",
    "verbs of speech joined": "he said and she said and ",
    "said that": "said that ",
    "according to": "according to the ",
    "relayed": "an agency quoted an official as saying that the ",
    "quoted and quoted again": "“the,” he said, “",
    "accused": "Russia accused the United States of ",
    "names": "Russia ",
    "sizes": "The vote in the 15-member Security Council was 13-1, with the United Kingdom abstaining, on Friday and ",
    "american towns": "Police in Lima, Ohio, arrested two men and ",
    "the court": "Canada voiced support for the court and ",
    "chained cues": "state:KEN | deny | the report and ",
    "names joined": "Russia and China and ",
    "pairs of states": "the US-Albanian ",
    "posts and persons": "the Russian Foreign Minister Sami Faris ",
    "capitals": "The Big Man ",
    "months": "the January ",
    "weekdays": "the Friday ",
    "dates": "on 5 May 2020 the ",
    "between": "between 3 and 5 the ",
    "between dates": "between 3 May 2019 and 4 June 2020 the ",
    "slashes": "1/2/",
    "happenings": "killed the attack was attacked by ",
    "votes": "the Security Council voted 13 to 2 ",
    "vetoes": "Russia vetoed the draft ",
    "distances between deeds": "Russia vetoed a draft on 3 May 2020 and three days after China met on 2 May 2020 ",
    "shared out": "Egypt and Jordan sat on the Security Council in 2016 and 2014 respectively and ",
    "assembly": "the General Assembly adopted a resolution by 141 votes to 5 ",
    "presidencies": "Brazil presides over the Security Council in July ",
    "treaties": "Russia ratified the Convention against Torture ",
    "reviews": "Egypt accepted 132 of 262 recommendations in the Universal Periodic Review ",
    "relative clauses": "who said that who ",
    "conditions": "if the ",
    "points": "the...",
    "commas": "the, ",
    "members of an organ": "Two members of the Council opposed it, it said. ",
    "carried on": "It ratified the convention, which it signed. ",
    "false, first, alone": "It is false that Russia alone first vetoed it. ",
    "paragraphs": "the said\n\n",
}
UNITS = {"ar": ARABIC, "en": ENGLISH}
_LEADS = {
    "ar": "قال وزير الخارجية الروسي إن المجلس اجتمع يوم الجمعة. ",
    "en": "The Russian foreign minister said that the Council met on Friday. ",
}

ODD = {
    "nothing": "",
    "a dash at the end": "قال الوزير إن الدول ستجتمع -",
    "one word to a line": "أصدرت\nقال\nsaid\n-\n«\nوفقا\n",
    "spaces": " \t\u00a0\u3000 ",
    "line ends": "\n\r\n\u2028\u2029\x85\n",
    "lone surrogates": "\ud800 قال \udfff إن said \udbff",
    "controls": "قال\x00 الوزير\x01\x1b[31m إن \x7f the \x0b minister\x0c said",
    "bidi marks": "\u202bقال\u202c \u2067الوزير\u2069 إن \u200eUN\u200f «\u202a15\u202c دولة»",
    "zero width": "ق\u200bا\u200cل\u200d ا\ufeffلوزير إن the\u200b minister\u00ad said",
    "emoji": "قال 🇺🇳 الوزير 👩‍👩‍👧‍👦 إن 5️⃣ said 🏴‍☠️ that",
    "only marks": "«»“”\"'،؛؟.,;:!?()[]{}…—–-/\\*&^%$#@",
    "only digits": "123 ٤٥٦ ۷۸۹ ½ ² 十 𝟙 १२",
    "only marks of vowels": "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670",
    "one letter many marks": "ا" + "\u064e" * 500 + "\u0301" * 500,
    "letters that grow when folded": "İSTANBUL ẞ ŉ ﷺ ﷽ ﻻ ﬁ ǰ ΐ said that İ",
    "huge numbers": "9" * 5000 + " دولة and 1e400 states voted on " + "1" * 400 + "/5/2020",
    "impossible days": "يوم 31 فبراير 2020 و45 مايو 0000 on 30 February 9999 and 00/00/0000 in year 99999",
    "far years": "منذ 5000 عام و in 9999 since 0001 until 10000 next year, ten thousand years ago, بعد مليون سنة",
    "numbers of no size": "مليار مليار مليار مليار تريليون trillion trillion billion billion",
}


_WORDS = {"ar": "[\u0621-\u0652]+(?: [\u0621-\u0652]+)*", "en": "[A-Za-z\u00c0-\u017f]{2,}(?: [A-Za-z]+)*"}
_BETWEEN = [
    ". ",
    ", ",
    "، ",
    "؟ ",
    "\n",
    "\n\n",
    " « ",
    " » ",
    " “",
    "” ",
    ' " ',
    " (",
    ") ",
    " - ",
    "–",
    ": ",
    " ...",
    "/",
]
_BETWEEN += [" 5 ", " ١٢ ", " 2019 ", " 15", "% ", " في 12 مايو 2020 ", " on 3 May 2021 ", " A/RES/68/262 ", " (2024) "]


class Quoted(NamedTuple):
    """A span of one layer of a reading."""

    layer: str
    start: int
    end: int
    text: str


def grown(language: str, name: str, length: int) -> str:
    """A unit of a language, repeated to about this many code points."""
    unit = UNITS[language][name]
    return _LEADS[language] + unit * (length // len(unit))


@cache
def vocabulary(language: str) -> list[str]:
    """The words and phrases of one script in all the tables that the reader and the checks go by."""
    found: set[str] = set()
    for path in sorted(Path(mahdar.__file__).parent.glob("**/tables/*")):
        if path.suffix in (".csv", ".toml") and "record" not in path.parts:
            lines = (line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
            found.update(re.findall(_WORDS[language], "\n".join(lines)))
    return sorted(found)


def jumbled(seed: int) -> str:
    """Words of the tables in any order, with marks, numbers, dates and symbols between them."""
    chance = random.Random(seed)
    words = [word for language in chance.choice((["ar"], ["en"], ["ar", "en"])) for word in vocabulary(language)]
    pieces = (
        chance.choice(words) + (chance.choice(_BETWEEN) if chance.random() < 0.3 else " ")
        for _ in range(chance.randrange(20, 160))
    )
    return "".join(pieces)


def spans(reading: Reading) -> Iterator[Quoted]:
    """Every span of every layer."""
    for layer in ("mentions", "times", "figures", "statements", "events", "claims"):
        for span in getattr(reading, layer):
            yield Quoted(layer, span.start, span.end, span.text)


def ratio(work: Callable[[str], float], language: str, name: str, length: int) -> float:
    """How much more work four times the text makes."""
    return work(grown(language, name, 4 * length)) / work(grown(language, name, length))
