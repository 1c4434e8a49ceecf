"""Whoever an Arabic subject takes up from before: the organisation, the same source, the very one, the latter."""

from __future__ import annotations

from mahdar.language.folding import fold_word
from mahdar.reading.names.generic import is_group
from mahdar.reading.passage import UNNAMED
from mahdar.reading.statements.arabic_cues import phrases, words
from mahdar.reading.statements.arabic_words import feminine, is_complementizer
from mahdar.reading.statements.scene import Scene, Voice
from mahdar.reading.united_nations import is_of_un

_FAR_BACK = 40
_SEVERAL = 2
_ORGANISATION = "المنظمه"
_SENTENCES = 3  # over which the name of an organisation is remembered


def _is_organisation(form: str) -> bool:
    stem = form.removeprefix("ال")
    return stem in words("organisations") or stem in words("movements")


def organisation_again(scene: Scene, k: int) -> tuple[Voice, int] | None:
    """المنظمة, المركز: the organisation of no table that spoke last, where nobody it could mean was named since."""
    if scene.last_unknown is None or not _is_organisation(scene.forms[k]):
        return None
    voice, since = scene.last_unknown
    heads, text = scene.heads_from(k), scene.forms[k]
    if (
        not text.startswith("ال")
        or _goes_on(scene, k + 1)
        or (heads and (heads[0].kind != "anaphor" or heads[0].j > k + 1))
    ):
        return None
    first = fold_word(voice.text.split(" ")[0]).removeprefix("ال")
    alike = first == text[2:] or text == _ORGANISATION
    near = scene.passage.sentence_of(k) - scene.passage.sentence_of(since) <= _SENTENCES
    named = {n.entity for m in range(since, k) for n in scene.named_from.get(m, ()) if n.kind != "anaphor"}
    if not alike or not near or (heads and heads[0].entity in named):
        return None
    return Voice(voice.ids, scene.text(k, k + 1), feminine(scene, k)), k + 1


def same_source(scene: Scene, k: int) -> tuple[Voice, int] | None:
    """المصدر نفسه: whoever spoke last, unless that is a person and a source without a name stands before."""
    hit = phrases("same_source").at(scene.passage.tokens, k)
    last = scene.last
    if hit is None or last is None or (last.person and scene.first_named.get(UNNAMED, k) < k):
        return None
    return Voice(last.ids, scene.text(k, hit.j), feminine(scene, k)), hit.j


def officer_again(scene: Scene, k: int) -> tuple[Voice, int] | None:
    """المسؤول الأممي: the officer of a body of the United Nations who spoke last, of the gender of the word."""
    if k + 1 >= len(scene.forms) or scene.forms[k] not in words("officers") or scene.forms[k + 1] not in words("of_un"):
        return None
    gender = feminine(scene, k)
    last = scene.last_of.get(gender) or scene.last
    if last is None or last is not scene.last or not last.person or len(last.ids) != 1:
        return None
    ours = is_of_un(scene.passage.principal(last.ids[0]))
    return (Voice(last.ids, scene.text(k, k + 2), gender, True), k + 2) if ours else None


def the_very_one(scene: Scene, k: int) -> tuple[Voice, int] | None:
    """المتحدثة ذاتها, المسؤول نفسه: whoever spoke last, of the gender of the word."""
    itself = k + 1 < len(scene.forms) and scene.forms[k + 1] in words("selves")
    itself = itself or _is_unnamed_officer(scene, k)
    if not itself or not scene.forms[k].startswith("ال") or scene.forms[k][2:] not in words("posts_alone"):
        return None
    gender = feminine(scene, k)
    last = scene.last if scene.last is not None and scene.last.feminine in (None, gender) else scene.last_of.get(gender)
    j = max([min(k + 2, len(scene.forms)), *(named.j for named in scene.heads_from(k))])
    return (Voice(last.ids, scene.text(k, j), gender, True), j) if last is not None else None


def _is_unnamed_officer(scene: Scene, k: int) -> bool:
    """Whether a definite officer whom the report gives no name is the person who has just spoken: المسؤول الحكومي."""
    last, heads = scene.last, scene.heads_from(k)
    unnamed = bool(heads) and heads[0].entity == UNNAMED and scene.forms[k].startswith("ال")
    if not unnamed or last is None or not last.person or len(last.ids) != 1:
        return False
    near = scene.last_place >= scene.passage.sentence_of(k) - 1
    official = scene.passage.principal(last.ids[0]) != last.ids[0] and last.feminine in (None, feminine(scene, k))
    return near and official


def _goes_on(scene: Scene, k: int) -> bool:
    """Whether what stands behind a definite noun belongs to its name: an adjective, what it is for."""
    return k < len(scene.forms) and scene.forms[k].startswith(("ال", "ل")) and not scene.heads_from(k)


def stranger_again(scene: Scene, k: int) -> tuple[Voice, int] | None:
    """The last name alone of somebody of no table who spoke before."""
    voice = scene.strangers.get(scene.forms[k]) if not scene.in_name[k] else None
    return (Voice(voice.ids, scene.text(k, k + 1), voice.feminine, True), k + 1) if voice is not None else None


def those_again(scene: Scene, k: int) -> tuple[Voice, int] | None:
    """الوزراء, الدول الثلاث: those who spoke last together."""
    last = scene.last
    if (
        scene.forms[k] not in words("several_again")
        or last is None
        or len(last.ids) < _SEVERAL
        or _goes_on(scene, k + 1)
    ):
        return None
    heads = scene.heads_from(k)
    whole = not heads or heads[0].j == k + 1
    near = scene.passage.sentence_of(k) - scene.last_place <= _SENTENCES
    return (Voice(last.ids, scene.text(k, k + 1), False), k + 1) if whole and near else None


def person_again(scene: Scene, k: int) -> tuple[Voice, int] | None:
    """الناشط الحقوقي, الباحثة: the person who has just spoken, of the gender of the word, where no name follows it."""
    last = scene.last
    if scene.forms[k] not in words("persons_again") or last is None or not last.person or len(last.ids) != 1:
        return None
    gender = feminine(scene, k)
    near = scene.last_place >= scene.passage.sentence_of(k) - 1
    if not near or last.feminine not in (None, gender) or not last.ids[0].startswith("person:"):
        return None
    j = k + 1
    while j < len(scene.forms) and scene.forms[j].startswith("ال") and scene.forms[j].endswith(("ي", "ه")):
        j += 1
    ends = j >= len(scene.forms) or not scene.passage.tokens.is_word(j) or scene.forms[j] in words("prepositions")
    ends = ends or is_complementizer(scene, j) or scene.forms[j].startswith(("بان", "ب"))
    return (Voice(last.ids, scene.text(k, j), gender, True), j) if ends and not scene.in_name[j] else None


def latter(scene: Scene, i: int) -> tuple[Voice, int] | None:
    """الأخير: the last person or other head named before, by the gender of the word; أخرى: one more of a group."""
    of_group = scene.last.ids if scene.forms[i] in words("another") and scene.last is not None else ()
    if of_group and is_group(of_group[0]) and not _goes_on(scene, i + 1):
        return Voice(of_group, scene.text(i, i + 1), scene.forms[i] != "اخر"), i + 1
    hit = phrases("latter").at(scene.passage.tokens, i)
    if hit is None:
        return None
    reach = range(i - 1, max(0, i - _FAR_BACK), -1)
    before = [n for k in reach for n in scene.heads_from(k) if n.kind != "outlet"]
    wanted = scene.forms[hit.j - 1].endswith("ه")
    agreeing = (n for n in before if feminine(scene, n.i) == wanted or (wanted and n.kind == "person"))
    last = next(agreeing, None)
    return (Voice((last.entity,), scene.text(i, hit.j), wanted, last.kind == "person"), hit.j) if last else None
