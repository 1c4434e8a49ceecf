"""How reports say how large a body is: "the 15-member Council", المجلس المؤلف من 15 عضوا."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from mahdar.checking.cues import Cue
from mahdar.checking.numerals import Count, counts
from mahdar.checking.once import once
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words

_EVER = {"council": (11, 15), "rights_council": range(40, 60), "un": range(100, 211), "assembly": range(100, 211)}
_LARGE = ("un", "assembly")
_BARE = "bare"
_ARTICLE = "ال"
_OUT_OF = "اصل"  # "out of", behind which those who took part may be counted
_BODY, _UN = "body:", "body:un"
_MOST = 210  # members; more than any body ever had, so that a number too high is read as well
_KIND_REACH = 4  # tokens from a number to the kind of members that it counts
_OF_REACH = 5  # tokens from "of" to the members
_BEFORE, _BEHIND = 6, 12  # tokens around a body within which its size may stand


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "votes.toml", name)


@dataclass(frozen=True, slots=True)
class Size:
    """A body said to have so many members."""

    body: str
    i: int
    j: int
    members: int
    sure: bool = True  # whether the text names the body itself


@once
def sizes(scene: Scene) -> tuple[Size, ...]:
    """Every size that the text gives of a body: "the 15-member Council", المجلس المؤلف من 15 عضوا."""
    return tuple(_sizes(scene))


def sizes_within(scene: Scene, i: int, j: int) -> tuple[Size, ...]:
    """The sizes whose words begin between two tokens, in order."""
    starts, ordered = _by_start(scene)
    return ordered[bisect_left(starts, i) : bisect_left(starts, j)]


@once
def _by_start(scene: Scene) -> tuple[list[int], tuple[Size, ...]]:
    ordered = tuple(sorted(sizes(scene), key=lambda size: size.i))
    return [size.i for size in ordered], ordered


def _sizes(scene: Scene) -> Iterator[Size]:
    for cue in scene.any_at_all(("body", "organisation")):
        low, high = cue.i - _BEFORE, cue.j + _BEHIND
        if not (scene.numbers_in(low, high) or scene.within("votes", low, high)):
            continue
        body = scene.which(cue) if cue.sense.concept == "body" else organisation(scene, cue)
        size = _size(scene, cue, body) if body in ("council", "rights_council", "un", "assembly") else None
        if size is not None:
            yield Size(body, *size, sure=cue.sense.concept == "body" and scene.forms[size[0] - 1] != _OUT_OF)
    yield from _nicknamed(scene)


def organisation(scene: Scene, cue: Cue) -> str:
    """The body that "the organisation" means: the United Nations, if they, or who speaks for them, were named last."""
    if cue.form == _BARE:  # "the 188-nation organization"
        ahead = counts(scene, max(0, cue.i - _BEFORE), cue.i, _MOST)[-1:]
        large = bool(ahead) and ahead[0].value in _EVER["un"] and _hyphened(scene, ahead[0].j, cue.i)
        return "un" if large and (scene.speaks_of("un") or scene.speaks_of("assembly")) else ""
    k = scene.passage.sentence_of(cue.i)
    low = scene.passage.sentences[max(0, k - 1)].i
    near = [scene.passage.principal(n.entity) for n in scene.named_in(low, cue.i)]
    bodies = [name for name in near if name.startswith(_BODY)]
    return "un" if bodies and bodies[-1].startswith(_UN) else ""


def _nicknamed(scene: Scene) -> Iterator[Size]:
    """ "The 15-nation council", where only the bare noun names the body."""
    for number in counts(scene, 0, len(scene.forms)) if "-" in scene.forms else ():
        behind = scene.forms[number.j : number.j + 3]
        if (
            number.value
            and behind[:1] == ["-"]
            and behind[1:2]
            and behind[1] in _word_list("hyphened")
            and behind[2:] in (["council"], ["body"], ["assembly"])
        ):
            body = "assembly" if behind[2] == "assembly" else scene.body(number.i)
            yield Size(body, number.i, number.j + 3, number.value)


def _size(scene: Scene, cue: Cue, body: str) -> tuple[int, int, int] | None:
    """Where the size of a body stands, and how many: behind the body, else before it."""
    sentence = scene.sentence(cue.i)
    ahead = counts(scene, cue.j, min(sentence.j, cue.j + _BEHIND), _MOST)
    behind = _size_behind(scene, cue, body, ahead[0]) if ahead else None
    if behind is not None:
        return behind
    for number in reversed(counts(scene, max(sentence.i, cue.i - _BEFORE), cue.i, _MOST)):
        ever = number.value in _EVER.get(body, ())
        named = _hyphened(scene, number.j, cue.i) and (ever or _acts(scene, cue.j))
        if number.value and (named or (_whole(scene, cue, number) and not _ranks(scene, number.i))):
            return number.i, cue.j, number.value
    return None


def _size_behind(scene: Scene, cue: Cue, body: str, number: Count) -> tuple[int, int, int] | None:
    """The size that the first number behind a body tells: "is made up of 15 members", المجلس بأعضائه الـ15."""
    ever = number.value in _EVER.get(body, ())
    unit = scene.within("votes", number.j, number.j + 2) or scene.within("member", number.j, number.j + 2)
    unit = unit or _of_members(scene, number.j)
    if _part(scene, number, scene.sentence(cue.i).j) or not (ever or _all_of_them(scene, number, unit)):
        return None
    direct = number.i - cue.j <= 1 and _of_all(scene, cue, number.i)
    direct = direct or _with_its_members(scene, cue.j, number.i) or _where_all(scene, cue.j, number)
    said = (ever and direct) or _is_composed(scene, cue, body, number, unit)
    end = max(number.j, *(c.j for c in unit)) if unit else number.j
    return (cue.i, end, number.value) if number.value and said else None


def _is_composed(scene: Scene, cue: Cue, body: str, number: Count, unit: list[Cue]) -> bool:
    """Whether a word for what a body consists of leads to a number of its members."""
    ever = number.value in _EVER.get(body, ())
    composed = scene.within("composed", cue.j, min(number.i, cue.j + 3))
    composed = [c for c in composed if not _another_subject(scene, cue.j, c.i)]
    composed = composed or _composed_before(scene, cue, number.i)
    said = ever or body not in _LARGE or bool(scene.within("member", number.j, number.j + 3))
    counted = bool(unit) or (ever and _counted_by(scene, number.i))
    return bool(composed) and said and counted and number.i - max(cue.j, composed[-1].j) <= 2


def _with_its_members(scene: Scene, i: int, j: int) -> bool:
    """Whether only a word for its members stands between a body and a number: المجلس بأعضائه الـ15."""
    between = {*scene.forms[i:j]}
    return bool(between - {"ال"}) and between <= _word_list("its_members")


def _counted_by(scene: Scene, i: int) -> bool:
    """Whether a word for their number leads to a count that has no unit: البالغ عددهم 193."""
    return scene.forms[i - 1].startswith("عدد") or scene.forms[i - 1].startswith("وعدد")


def _another_subject(scene: Scene, i: int, j: int) -> bool:
    """Whether a name stands between a body and an English verb: "on the Council, Africa has three seats"."""
    english = scene.passage.language == "en"
    return english and any(scene.tokens.is_word(k) and scene.tokens.is_capital(k) for k in range(i, j))


def _where_all(scene: Scene, i: int, number: Count) -> bool:
    """Whether all members of a body are counted in a clause on it: "the Assembly, where all 138 members vote"; not
    those of another body.
    """
    between = {*scene.forms[i : number.i]}
    return {"all"} <= between <= _word_list("where_all") and scene.forms[number.j + 1 : number.j + 2] not in (
        ["of"],
        ["in"],
    )


def _part(scene: Scene, number: Count, stop: int) -> bool:
    """Whether only some members are counted: خمس دول دائمة العضوية, "ten elected members"."""
    near = min(stop, number.j + _KIND_REACH)
    end = next((k for k in range(number.j, near) if not scene.forms[k][0].isalpha()), near)
    return bool(scene.any_of(("elected", "permanent"), number.j, end))


def _all_of_them(scene: Scene, number: Count, unit: list[Cue]) -> bool:
    """Whether a number that the body never had counts its members at all: not "three African members", "five members
    with a veto", خمسة أعضاء جدد.
    """
    if not unit or unit[0].i != number.j:
        return False
    end = max(c.j for c in unit)
    return end >= len(scene.forms) or not scene.tokens.is_word(end)


def _acts(scene: Scene, i: int) -> bool:
    """Whether the name of a body ends at token i: a mark or a verb stands there, and no noun that it describes."""
    if i >= len(scene.forms) or not scene.tokens.is_word(i):
        return True
    return any(c.form in ("past", "present", "future") for c in scene.begins(i))


def _of_members(scene: Scene, i: int) -> list[Cue]:
    """The members behind "of": 15 من الدول الأعضاء, "15 of the world body's members"."""
    if scene.forms[i : i + 1] not in (["من"], ["of"]):
        return []
    return scene.within("member", i + 1, i + _OF_REACH) or scene.within("nations", i + 1, i + _OF_REACH)


def _whole(scene: Scene, cue: Cue, number: Count) -> bool:
    """Whether "all 15 members of", الدول الـ15 الأعضاء في says the whole body: only a number that a body ever had."""
    members = scene.within("member", number.i - 2, number.j + 2)
    definite = scene.forms[number.i].startswith("ال") or scene.forms[number.i - 1] in _word_list("whole")
    part = scene.any_of(("elected", "permanent"), number.i - 2, cue.i)
    part = part or scene.within("relative", cue.j, cue.j + 1)  # "the 11 members of the Council that backed it"
    near = bool(members) and cue.i - max(number.j, members[-1].j) <= 2
    return definite and near and not part and number.value in _EVER.get(scene.which(cue), ())


def _ranks(scene: Scene, i: int) -> bool:
    """Whether a number is the rank of one member: العضو الـ193."""
    k = i - 1 if scene.forms[i - 1] != _ARTICLE else i - 2
    return k >= 0 and scene.forms[k] in _word_list("one_of_them")


def _composed_before(scene: Scene, cue: Cue, i: int) -> list[Cue]:
    """The verb of composition before the body, its number right behind it: يتألف المجلس من 15 عضوا."""
    before = scene.within("composed", max(0, cue.i - 5), cue.i)
    return [c for c in before if i - cue.j <= 1 and cue.i - c.j <= 1]


def _of_all(scene: Scene, cue: Cue, i: int) -> bool:
    """أعضاء المجلس الـ15, أعضاء المجلس الخمسة عشر; the Council's 15 members."""
    joined = scene.forms[cue.j].startswith("ال")
    all_members = joined and bool(scene.within("member", max(0, cue.i - 2), cue.i))
    return all_members or (scene.forms[cue.j] == "'s" and bool(scene.within("member", i + 1, i + 2)))


def _hyphened(scene: Scene, i: int, j: int) -> bool:
    """Whether "-member" or "-nation" stands between a number and a body."""
    between = scene.forms[i:j]
    return len(between) <= 4 and "-" in between and not _word_list("hyphened").isdisjoint(between)
