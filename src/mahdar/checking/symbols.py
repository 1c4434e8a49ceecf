"""Resolutions by number (2216, 1696 و1737, 68/262, ES-11/1), and the symbol that a body gives such a number."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from mahdar.checking.cues import Cue
from mahdar.checking.once import once
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import Span
from mahdar.tables import read_toml

_BEARING_REACH = 4  # tokens from "which bears" to the word for number
_SESSIONS = {
    "s": "S",
    "es": "ES",
    "دا": "S",
    "داط": "ES",
}  # as they are written in front of a number: ES-11/1, دإط-11/1
_EMERGENCY = "ES-"  # special sessions that only the Assembly has
_ROMAN = frozenset("ivxl")
HEAD_REACH = 9
_OF_TIME = 3  # tokens from a number to the time that "of" joins to it
_OWNED = 4  # tokens before a resolution in which its body stands
_RIGHTS_BEGAN, _A_YEAR = 2006, 3  # the Human Rights Council first met, and meets so often a year
_SESSIONS_SINCE = 1977  # the Assembly's numbers name their session since the end of 1976
_FOUNDED, _LAST_YEAR = 1946, 2099
_FAR = 2.5  # times as high as the Council's the Assembly's numbers were, at least
_FIRST_PLAIN = 400  # the Council's own numbers were past this by then


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "numbers.toml", name)


def numbers_after(scene: Scene, cue: Cue) -> list[tuple[str, int, int]]:
    """The numbers that follow a resolution, with their tokens: رقم 2216, 1696 و1737, 68/262, ES-11/1."""
    sentence = scene.sentence(cue.i)
    k = cue.j
    stop = min(sentence.j, cue.j + HEAD_REACH)
    while k < stop and not _numeral(scene, k):
        if not _passes(scene, cue, k):
            return []
        k += 1
    found: list[tuple[str, int, int]] = []
    while k < sentence.j and _numeral(scene, k):
        number, k2 = _read_number(scene, k, sentence.j)
        found.append((number, k, k2))
        k = _past_year(scene, k2, sentence.j)
        linked = k
        while linked < sentence.j and scene.forms[linked] in _word_list("joining"):
            linked += 1
        if linked == k or (cue.form == "one" and len(found) == 1 and not _four(scene, linked)):
            break
        k = linked
    dates = {t.i for t in scene.times_in(cue.j, sentence.j)}
    counted = {n.i for n in scene.any_of(("votes", "member"), cue.j, sentence.j) if n.form in ("unit", "country", "")}
    return [
        (n, a, b)
        for n, a, b in found
        if n.count("/") or not (a in dates or _past_bracket(scene, b) in counted or _of_all(scene, b))
    ]


def _past_bracket(scene: Scene, k: int) -> int:
    """The token behind a number, and behind the bracket that closes it: لصالح القرار (128) دولة."""
    return k + 1 if scene.forms[k : k + 1] == [")"] else k


def _of_all(scene: Scene, k: int) -> bool:
    """Whether the number before token k counts some of all there are: لصالح القرار 13 من أصل 15."""
    behind = scene.forms[k : k + 2]
    return behind[:1] == ["من"] and behind[-1] in words("mahdar.checking", "votes.toml", "out_of")


@once
def of_one_text(scene: Scene, sentence: Span) -> bool:
    """Whether a sentence names at most one numbered text: not "resolution 1 in May, resolution 2 in June"."""
    return sum(1 for c in scene.within("resolution", sentence.i, sentence.j) if numbers_after(scene, c)) < 2


def _four(scene: Scene, k: int) -> bool:
    return k < len(scene.forms) and scene.forms[k].isdigit() and len(scene.forms[k]) == 4


def _passes(scene: Scene, cue: Cue, k: int) -> bool:
    """Whether the reading of a number may go on over token k: a word for number, the name of the body, a list's
    head.
    """
    bodies = [c for c in scene.within("body", cue.j, k + 1) if c.i <= k < c.j]
    numbered = scene.forms[k] in ",،" and scene.forms[k + 1 : k + 2] and scene.forms[k + 1] in _word_list("number")
    words = (
        bool(numbered)
        or scene.forms[k] in _word_list("number")
        or scene.forms[k] in ("s", "a", "res", "hrc", "/", "-", ":", "#")
    )
    return bool(bodies) or words or _bears(scene, k)


def _bears(scene: Scene, k: int) -> bool:
    """Whether token k only leads to the word for number: القرار الذي يحمل الرقم 75/287, "the resolution bearing the
    number 75/287".
    """
    words = scene.forms[k : k + _BEARING_REACH]
    led = next((m for m, form in enumerate(words) if form not in _word_list("bearing") and form != "the"), 0)
    return (
        bool(words) and words[led] in _word_list("number") and (words[0] in _word_list("bearing") or words[0] == "the")
    )


def entitled(scene: Scene, k: int) -> bool:
    """Whether token k may stand between a text and its number: "a text, ES-11/2", "a draft (numbered S-31/1)"."""
    return scene.forms[k] in _word_list("number") or scene.forms[k] in ",،"


def _numeral(scene: Scene, k: int) -> bool:
    form = scene.forms[k] if k < len(scene.forms) else ""
    return (form.isdigit() and len(form) <= 4) or special(scene, k)


def special(scene: Scene, k: int) -> bool:
    """Whether the number of a special session begins at token k: S-31/1, ES-11/1."""
    part = scene.forms[k : k + 5]
    return len(part) > 3 and part[0] in _SESSIONS and part[1] == "-" and part[2].isdigit() and part[3] == "/"


def _read_number(scene: Scene, k: int, stop: int) -> tuple[str, int]:
    """A number with its parts by slash: 68/262, ES-11/1, S-31/1."""
    text, k = _SESSIONS.get(scene.forms[k], scene.forms[k].upper()), k + 1
    while (
        k + 1 < stop
        and scene.forms[k] in "/-"
        and scene.tokens.touches(k)
        and scene.tokens.touches(k + 1)
        and scene.forms[k + 1].isdigit()
    ):
        text, k = text + scene.forms[k] + scene.forms[k + 1], k + 2
    return text, k


def _past_year(scene: Scene, k: int, stop: int) -> int:
    """Past a year in brackets, or behind "of": 242 (1967), 242 of 1967, 242 لعام 1967."""
    if k + 2 < stop and scene.forms[k] == "(" and scene.forms[k + 2] == ")":
        return k + 3
    dated = k + 1 < stop and scene.forms[k] in _word_list("of_year") and _four(scene, k + 1) and k + 2 < stop
    return k + 2 if dated and scene.forms[k + 2] in _word_list("joining") else k


def year_behind(scene: Scene, k: int) -> TimePhrase | None:
    """The year of adoption in brackets at token k, behind a number: 242 (1967)."""
    if scene.forms[k : k + 1] != ["("] or scene.forms[k + 2 : k + 3] != [")"] or not _four(scene, k + 1):
        return None
    year = int(scene.forms[k + 1])
    if not _FOUNDED <= year <= _LAST_YEAR:
        return None
    start, end = scene.tokens.start(k + 1), scene.tokens.end(k + 1)
    return TimePhrase(k + 1, k + 2, start, end, Interval.year(year))


def written_behind(scene: Scene, k: int) -> TimePhrase | None:
    """The time that is written as part of the number that ends at token k: "resolution 1737 of December 2006"."""
    time = next(iter(scene.times_in(k, k + _OF_TIME)), None)
    between = scene.forms[k : time.i] if time is not None else []
    return time if between and all(form in _word_list("of_number") for form in between) else None


def symbol_of(body: str, number: str) -> str | None:
    """The symbol of a body's resolution by its number; None where such a number cannot be one."""
    if body == "council":
        return f"S/RES/{number}" if number.isdigit() and int(number) < 4000 else None
    if "/" not in number:
        return f"A/RES/{number}" if body == "assembly" and number.isdigit() and 1 <= int(number) <= 3541 else None
    return f"A/RES/{number}" if body == "assembly" else f"A/HRC/RES/{number}"


def sessional(scene: Scene, k: int) -> bool:
    """Whether the session of the Assembly stands in brackets at token k, as it did until 1975: 181 (II), 181 (د-2)."""
    part = scene.forms[k : k + 5]
    if len(part) < 3 or part[0] != "(":
        return False
    roman = part[2] == ")" and set(part[1]) <= _ROMAN
    return roman or (len(part) == 5 and part[1] == "د" and part[2] == "-" and part[3].isdigit())


def of_body(body: str, number: str) -> str:
    """Whose resolution has such a number, where the words around it suggest a body: that of an emergency session can
    only be the Assembly's.
    """
    return "assembly" if number.startswith(_EMERGENCY) else body


def whose(scene: Scene, cue: Cue, body: str, numbers: list[tuple[str, int, int]]) -> str:
    """Whose resolution it is, by its number, where the words around it suggest a body: numbers of emergency sessions
    and sessions in brackets are the Assembly's, a number with a slash is never the Security Council's. A bare one is
    never the Assembly's if it is dated after 1976 or the Council reached it in a year that the sentence tells, and is
    if the Council had come nowhere near it by its year.
    """
    number, _, end = numbers[0]
    body = of_body(body, number)
    if body == "assembly" and (plain_since(scene, cue, number, numbers[-1][2]) or _reached(scene, cue, number)):
        return "council"
    if body == "council" and "/" in number and number[0].isdigit():
        return _slashed(scene, int(number.split("/")[0]))
    if body == "council" and _too_high(scene, cue, number, numbers[-1][2]):
        return "assembly"
    return "assembly" if body != "committee" and sessional(scene, end) else body


def _slashed(scene: Scene, session: int) -> str:
    """The body that has such a session: the one of two that the report speaks of, the Human Rights Council only where
    it had met so often by then; else "".
    """
    days = scene.passage.published
    year = days.last.year if days is not None and days.last is not None else None
    late = year is not None and _RIGHTS_BEGAN + session // _A_YEAR > year + 1
    able = [body for body in ("assembly", "rights_council") if scene.speaks_of(body)]
    able = [body for body in able if body == "assembly" or not late]
    return able[0] if len(able) == 1 else ""


def _adopted_then(between: list[str]) -> bool:
    """Whether only words of adoption and of dates stand between a number and a time, one of adoption among them."""
    return bool(_word_list("adopted") & {*between}) and {*between} <= _leading()


def plain_since(scene: Scene, cue: Cue, number: str, end: int) -> bool:
    """Whether a number without a session, of a resolution that names no body, is dated when only the Council had such
    numbers: "resolution 2728 of 25 March 2024".
    """
    low = max(0, cue.i - _OWNED) if scene.passage.language == "en" else cue.j
    if not number.isdigit() or int(number) < _FIRST_PLAIN or scene.within("body", low, end):
        return False
    time = next(iter(scene.times_in(end, min(scene.clause(cue.i).j, end + HEAD_REACH))), None)
    if time is None or not _adopted_then(scene.forms[end : time.i]):
        return False
    days = time.absolute if time.absolute is not None else scene.passage.published
    return days is not None and days.first is not None and days.first.year >= _SESSIONS_SINCE


def _reached(scene: Scene, cue: Cue, number: str) -> bool:
    """Whether the Council came to a bare number in a year of its sentence, or in that of the report or the one before
    where it tells none; not where the sentence names only another body: "14 April 2012: Resolution 2042 sent men".
    """
    sentence, published = scene.sentence(cue.i), scene.passage.published
    bodies = scene.bodies(sentence.i, sentence.j)
    if not number.isdigit() or (bodies and "council" not in bodies):
        return False
    told = [time.absolute for time in scene.times_in(sentence.i, sentence.j) if time.absolute is not None]
    years = {days.first.year for days in told if days.first is not None}
    if not told and published is not None and published.last is not None:
        years = {published.last.year, published.last.year - 1}
    return bisect_left(_counts(), int(number)) + _FOUNDED in years


def _too_high(scene: Scene, cue: Cue, number: str, end: int) -> bool:
    """Whether a bare number of a resolution that names no council is of a year when the Council had come nowhere near
    it: "resolution 2758 of 1971".
    """
    low = max(0, cue.i - _OWNED) if scene.passage.language == "en" else cue.j
    named = any(scene.which(one) == "council" for one in scene.within("body", low, end))
    time = next(iter(scene.times_in(end, min(scene.clause(cue.i).j, end + HEAD_REACH))), None)
    if named or not number.isdigit() or time is None or time.absolute is None or time.absolute.first is None:
        return False
    between = {*scene.forms[end : time.i]}
    year = time.absolute.first.year - _FOUNDED
    if year not in range(_SESSIONS_SINCE - 1 - _FOUNDED) or not between <= _word_list("passing") | _leading():
        return False
    return int(number) > _FAR * _counts()[year]


def _leading() -> frozenset[str]:
    return _word_list("adopted") | _word_list("of_year") | _word_list("dated")


@cache
def _counts() -> tuple[int, ...]:
    """How many resolutions the Council had adopted by the end of 1946, 1947 and so on."""
    return tuple(read_toml("mahdar.checking", "numbers.toml")["council_by_year"])
