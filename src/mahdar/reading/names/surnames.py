"""Surnames, and family names that come first, as short forms of people whom the same report names in full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mahdar.reading.names.families import is_of_family
from mahdar.reading.names.hits import Found
from mahdar.reading.names.people import is_said
from mahdar.reading.names.scene import CONJUNCTIONS, Scene
from mahdar.reading.names.words import english_verbs, name_words, speech_verbs, written_words
from mahdar.reading.names.words_of_names import GOD, name_end
from mahdar.reading.passage import Named

_SHORTEST = 3
_ARTICLES = frozenset({"al", "el"})
_TITLED = 3  # tokens of a surname with its article: al-Maliki
_SERVANTS = frozenset({"عبد"})
_LONG = 4  # letters of a frequent word that may be a surname
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_SURNAME_FIRST = frozenset({"state:PRK", "state:KOR", "state:CHN"})


def short_forms(scene: Scene) -> dict[str, tuple[str, str]]:
    """Each word that is short for a person of this report, as it may stand: its proclitics and the person."""
    return {lead + form: (lead, key) for form, key in _short_forms(scene).items() for lead in _leads(form)}


def is_surname_of_origin(scene: Scene, hit: Found, short: Mapping[str, tuple[str, str]]) -> bool:
    """Whether an adjective of a state is here the surname of a person of this report: وقال السوداني, Turk said."""
    if hit.value.kind != "demonym" or hit.j - hit.i > 1 or scene.form(hit.i) not in short:
        return False
    if scene.is_latin(hit.i):
        return scene.form(hit.j) in english_verbs() or scene.form(hit.i - 1) in english_verbs()
    before = scene.form(hit.i - 1)
    return before in speech_verbs() or (before[:1] in CONJUNCTIONS and before[1:] in speech_verbs())


def link_surnames(scene: Scene, short: Mapping[str, tuple[str, str]]) -> None:
    """Name each free word that is the short form of a person of this report."""
    common = name_words("common")
    if not short:
        return
    _settle_bare(scene, short)
    taken = scene.cast.taken
    pairs = {form.partition(" ")[0] for form in short if " " in form}
    for i, form in enumerate(scene.tokens.forms):
        longer = f"{form} {scene.form(i + 1)}" if form in pairs else ""
        if longer in short and not scene.cast.is_taken(i, i + 2) and name_end(scene, i) <= i + 2:
            scene.cast.name(i, i + 2, short[longer][0], short[longer][1], "person")
        if form not in short or taken[i] or not _fits(scene, i) or is_of_family(scene, i, short[form][1]):
            continue
        if form not in common or _is_spelled(scene, i, form) or (len(form) >= _LONG and is_said(scene, i)):
            scene.cast.name(i, i + 1, short[form][0], short[form][1], "person")


def _settle_bare(scene: Scene, short: Mapping[str, tuple[str, str]]) -> None:
    """Give a bare surname of the table (Maliki) to whom this report named in full before, if not that person too."""
    named = [(n, one) for n, one in enumerate(scene.cast.named) if one.kind == "person" and scene.is_latin(one.i)]
    bare = {n: words[-1] for n, one in named if len(words := _but_particles(_last_words(scene, one))) == 1}
    first = {one.entity: one.i for _, one in sorted(named, key=lambda pair: -pair[1].i)}
    full = {one.entity for n, one in named if n not in bare or one.j - one.i > _TITLED}
    for n, one in named:
        meant = short.get(bare.get(n, ""))
        if meant is not None and one.entity not in full and first.get(meant[1], one.i) < first[one.entity]:
            scene.cast.named[n] = replace(one, entity=meant[1])


def _but_particles(words: list[str]) -> list[str]:
    particles = name_words("particles") | _ARTICLES
    return [word for word in words if word not in particles]


def _is_spelled(scene: Scene, i: int, form: str) -> bool:
    """A name that folds like a frequent word (بان, بأن) is known by its letters as written."""
    written = scene.tokens.original(i, i + 1)
    return form in name_words("surname_first") and written not in written_words("common")


def _leads(form: str) -> tuple[str, ...]:
    """The proclitics that may stand before a short form."""
    return ("",) if form[0].isascii() else _PROCLITICS


def _short_forms(scene: Scene) -> dict[str, str]:
    """Short form to person; a form that two people share stands for the one named first."""
    found: dict[str, str] = {}
    for named in sorted(scene.cast.named, key=lambda n: n.i):
        if named.kind == "person":
            for form in _own_short_forms(scene, named):
                found.setdefault(form, named.entity)
    return found


def _own_short_forms(scene: Scene, named: Named) -> list[str]:
    """The last word of the person's own name, or the first one of an East Asian name."""
    own = scene.cast.entities.get(named.entity)
    if own is None:
        return []
    words = _last_words(scene, named)
    if len(words) < 2:
        return []
    if words[0] in name_words("surname_first") or (own.principal in _SURNAME_FIRST and words[0].isascii()):
        return [words[0]]
    pair = " ".join(words[-2:]) if words[-2] in name_words("of_god") | _SERVANTS else ""
    if words[-1] == GOD:
        return [pair] if pair and len(words) > 2 else []  # فضل الله
    last = words[-1]
    bare = last[2:] if last.startswith("ال") else last
    particles = name_words("particles")
    return [f for f in (last, bare, pair) if len(f) >= _SHORTEST and f not in particles]


def _last_words(scene: Scene, named: Named) -> list[str]:
    span = scene.cast.name_spans.get((named.i, named.j), (named.i, named.j))
    return [scene.form(k) for k in range(*span) if scene.form(k)[0].isalpha()]


def _fits(scene: Scene, i: int) -> bool:
    if scene.is_latin(i):
        return scene.tokens.is_capital(i)
    family = scene.form(i) in name_words("surname_first")
    hit = scene.at.get(i)
    return (hit is None or hit.value.kind == "demonym") and not (family and name_end(scene, i) > i + 1)
