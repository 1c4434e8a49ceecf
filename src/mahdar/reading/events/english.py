"""Events in English sentences: which verbs assert a happening, and what a declared intention or duty amounts to.

Tables: ``events_en_verbs.csv``, ``events_en_nouns.csv``, ``events_en.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from mahdar.kept import kept
from mahdar.language.lexicon import Hit, Lexicon
from mahdar.reading.events.candidates import role_words
from mahdar.reading.events.chains import conjoined
from mahdar.reading.events.english_forms import forms
from mahdar.reading.events.found import Found
from mahdar.reading.events.scene import Scene, turned
from mahdar.reading.events.senses import CARRIER, DUTY, Sense, Vocabulary, Word, needs, unless
from mahdar.tables import Row, read_rows, read_toml, values

_ROOM = "mahdar.reading"
_LOOK_BACK = 3
_WORKS = frozenset({"arts", "works"})
_ANOTHER = 2  # breaks before another clause
_NOTHING: frozenset[str] = frozenset()
# PLOVER codes a declared will to cooperate as AGREE, one to harm as THREATEN, a duty laid on others as REQUEST.
_INTENDED = {
    **dict.fromkeys(("AID", "CONSULT", "SUPPORT", "COOPERATE", "CONCEDE", "RETREAT", "AGREE"), "AGREE"),
    **dict.fromkeys(("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"), "THREATEN"),
}
_DUTY = Sense("REQUEST", DUTY, row="events_en:must")


def find(scene: Scene) -> Iterator[Found]:
    """The events that an English sentence asserts, in order."""
    if scene.asks:
        return
    start = frame = -1
    told: set[str] = set()
    for k, hit in enumerate(scene.hits):
        goes_on = hit.i < frame
        if goes_on and not conjoined(scene, k, start):
            continue
        found = _verb(scene, k) if hit.value.triggers else _duty(scene, k)
        if found and not (found.sense.form == "ing" and found.type in told):  # bombed a school, killing five
            yield replace(found, main=True) if goes_on else found
            told.add(found.type)
            if found.sense.kind == "frame":
                start, frame = hit.i, scene.clause(hit.i).j


def _verb(scene: Scene, k: int) -> Found | None:
    aux = _auxiliaries(scene, k)
    for sense in scene.hits[k].value.triggers:
        if not scene.fits(k, sense, "being" in aux and sense.form == "past") or _denied(scene, k):
            continue
        if "intent" in aux and sense.form in ("base", "past"):
            return _intention(scene, k, sense, aux)
        if _asserted(scene, k, sense, aux):
            return _reported(scene, k, sense, _passive(scene, k, sense, aux))
    return None


def _passive(scene: Scene, k: int, sense: Sense, aux: frozenset[str]) -> bool:
    """Whether the subject suffers what a past form tells: was arrested, but not is opposed to."""
    past = sense.form == "past" and "stative" not in scene.hits[k].value.classes
    return past and ("being" in aux or _titled(scene, k))


def _reported(scene: Scene, k: int, sense: Sense, passive: bool) -> Found | None:
    if sense.type != CARRIER:
        return Found(sense.type, k, k, sense, passive)
    carried = scene.carried(k, sense)
    if carried is None and passive:
        carried = scene.carried(k, replace(sense, needs=tuple(tuple(map(turned, group)) for group in sense.needs)))
        return Found(carried[1].type, carried[0], k, sense, passive) if carried else None
    return Found(carried[1].type, carried[0], k, sense) if carried else None


def _auxiliaries(scene: Scene, k: int) -> frozenset[str]:
    """The classes of the small words just before hit k, as far as they belong to its verb phrase."""
    classes: set[str] = set()
    for other in range(k - 1, max(-1, k - 5), -1):
        hit = scene.hits[other]
        if scene.hits[k].i - hit.j >= _LOOK_BACK or scene.parted(hit.i, scene.hits[k].i) or hit.value.triggers:
            break
        if not scene.tokens.original(hit.i, hit.j).isupper() and not _is_month(scene, hit):  # WHO is no relative
            classes |= hit.value.classes
    return frozenset(classes)


def _is_month(scene: Scene, hit: Hit[Word]) -> bool:
    """Whether a modal verb written large stands beside a number or behind a preposition: 3 May, in May."""
    tokens, i = scene.tokens, hit.i
    if "modal" not in hit.value.classes or not tokens.is_capital(i) or i == scene.span.i:
        return False
    behind = hit.j < scene.span.j and tokens.is_number(hit.j)
    return behind or tokens.is_number(i - 1) or tokens.forms[i - 1] in role_words()["governing"]


def _asserted(scene: Scene, k: int, sense: Sense, aux: frozenset[str]) -> bool:
    if aux & {"negator", "modal", "infinitive", "relative", DUTY} or _unreal(scene, k):
        return False
    if sense.form == "ing":
        if scene.is_before(k, "determiner"):  # wary of agreeing
            return False
        return "being" in aux or (scene.hits[k].i > scene.span.i and scene.tokens.forms[scene.hits[k].i - 1] == ",")
    if (scene.is_before(k, "determiner") and not _counted(scene, k)) or _reduced(scene, k, aux):
        return False
    if sense.form == "past" and not aux & {"being", "having"} and _attributive(scene, k):
        return False
    return sense.form == "past" or _present(scene, k, sense)


def _attributive(scene: Scene, k: int) -> bool:
    """Whether a past form behind an adverb describes the noun behind it: of forcibly displaced people."""
    hit, forms = scene.hits[k], scene.tokens.forms
    if hit.i - 2 < scene.span.i or hit.j >= scene.span.j or not scene.tokens.is_word(hit.j):
        return False
    adverb = forms[hit.i - 1].endswith("ly") and forms[hit.i - 1] not in _nouns_in_ly()
    words = role_words()
    leads = forms[hit.i - 2] in words["preposition"] | words["determining"]
    return adverb and leads and forms[hit.j] not in words["governing"]


@cache
def _nouns_in_ly() -> frozenset[str]:
    return frozenset(read_toml(_ROOM, "grammar_en.toml")["nouns_in_ly"])


def _unreal(scene: Scene, k: int) -> bool:
    """Whether nobody suffered it, it is called untrue, or Had opens its clause: killed no one; had they attacked, …."""
    hit, clause = scene.hits[k], scene.clause(scene.hits[k].i)
    if any(_predicate(scene, other) for other in scene.belied(k)):
        return True
    nobody = _next(scene, k) and "nothing" in scene.hits[k + 1].value.classes
    return nobody or (hit.i > clause.i and scene.tokens.forms[scene.opening(hit.i)] == "had")


def _predicate(scene: Scene, hit: Hit[Word]) -> bool:
    """Whether an adjective is said of the subject, or of what somebody calls so: were utterly false, called … false."""
    before = hit.i - 1 - scene.tokens.forms[hit.i - 1].endswith("ly")
    said = next((other for other in scene.within(before - 1, hit.i) if other.j == before + 1), None)
    if scene.tokens.forms[before] == "as" or (said is not None and "being" in said.value.classes):
        return True
    return any("calling" in other.value.classes for other in scene.within(scene.clause(hit.i).i, hit.i))


def _counted(scene: Scene, k: int) -> bool:
    """Whether a headline opens with how many suffered the deed: two killed in …."""
    hit = scene.hits[k]
    return scene.headline and hit.i == scene.span.i + 1 and "suffering" in hit.value.classes


def _reduced(scene: Scene, k: int, aux: frozenset[str]) -> bool:
    """Whether a past form only describes the noun before it: areas besieged by the army, the attack that killed two."""
    hit, words = scene.hits[k], scene.tokens.forms
    if hit.i > scene.span.i and words[hit.i - 1] == "that":
        return True
    if aux & {"being", "having"} or hit.j >= scene.span.j:
        return False
    behind = scene.hits[k + 1].value.classes if _next(scene, k) else _NOTHING
    if _titled(scene, k):
        return False
    return (words[hit.j] == "by" and "phone_word" not in behind) or _depends(scene, k, behind)


def _next(scene: Scene, k: int) -> bool:
    """Whether a known word stands directly behind hit k."""
    return k + 1 < len(scene.hits) and scene.hits[k + 1].i == scene.hits[k].j


def _depends(scene: Scene, k: int, behind: frozenset[str]) -> bool:
    """Whether a past without its object tells who suffered it: the men arrested in March."""
    return "suffering" in scene.hits[k].value.classes and "depending" in behind


def _titled(scene: Scene, k: int) -> bool:
    """Whether a headline tells what somebody suffered, without an auxiliary: two killed in raid, crew seized by mob."""
    hit = scene.hits[k]
    if not scene.headline or "suffering" not in hit.value.classes or hit.j >= scene.span.j:
        return False
    behind = scene.hits[k + 1].value.classes if _next(scene, k) else _NOTHING
    start = scene.clause(hit.i).i
    first = not any(other.value.triggers for other in scene.earlier(k) if other.i >= start)
    return first and ("depending" in behind or scene.tokens.forms[hit.j] == "by")


def _present(scene: Scene, k: int, sense: Sense) -> bool:
    """A present tense behind its subject: a name, or a plural; acts of speech, or any act in a headline."""
    i = scene.hits[k].i
    if i == scene.span.i or not (sense.kind in ("frame", "speech") or scene.headline):
        return False
    before = scene.tokens.forms[i - 1]
    if scene.tokens.is_capital(i):
        return False
    if not before.isalpha() or scene.tokens.is_capital(i - 1):
        return before.isalpha()
    return before.endswith("s") if sense.form == "base" else _third_person(scene, k)


def _third_person(scene: Scene, k: int) -> bool:
    """Whether a form in -s behind a singular noun is a headline's verb and not a plural: drone strike kills three."""
    hit = scene.hits[k]
    before = scene.tokens.forms[hit.i - 1]
    known = scene.before(k)
    small = known is not None and bool(known.classes & {"determiner", "depending", "infinitive"})
    return scene.headline and not small and not before.endswith("s") and "plural" not in hit.value.classes


def _denied(scene: Scene, k: int) -> bool:
    """Whether a denial or a tale comes before hit k, or a condition in its clause."""
    start = scene.clause(scene.hits[k].i).i
    return _narrated(scene, k) or any(
        "denial" in hit.value.classes or ("conditional" in hit.value.classes and hit.i >= start)
        for hit in scene.earlier(k)
    )


def _narrated(scene: Scene, k: int) -> bool:
    """Whether a film or book tells what stands at hit k: the film tells how rebels killed 20, but not shows that."""
    forms, here = scene.tokens.forms, scene.hits[k].i
    return scene.has("narrating") and any(
        one.j == other.i and one.value.classes & _WORKS and "narrating" in other.value.classes
        for one, other in pairwise(scene.earlier(k))
        if forms[other.j] != "that" and scene.parted(other.i, here) < _ANOTHER
    )


def _intention(scene: Scene, k: int, sense: Sense, aux: frozenset[str]) -> Found | None:
    """What somebody declares that he will do, or will not."""
    kind = _INTENDED.get(sense.type)
    if kind is None or not scene.has("declare"):
        return None
    if "negator" in aux:
        return Found("REJECT", k, k, sense) if kind == "AGREE" else None
    return Found(kind, k, k, sense)


def _duty(scene: Scene, k: int) -> Found | None:
    if DUTY in scene.hits[k].value.classes and scene.has("declare") and not _denied(scene, k):
        return Found("REQUEST", k, k, _DUTY)
    return None


@kept
def lexicon() -> Lexicon[Word]:
    """All words of the English tables."""
    vocabulary = Vocabulary()
    irregular = read_toml(_ROOM, "events_en.toml")["irregular"]
    for number, row in enumerate(read_rows(_ROOM, "events_en_verbs.csv")):
        _add_verb(vocabulary, row, f"events_en_verbs:{number + 1}:{row['verb']}", irregular)
    for row in read_rows(_ROOM, "events_en_nouns.csv"):
        sense = Sense(row["type"], "noun", needs(row["needs"]), unless(row["unless"]), row["kind"])
        for form in values(row["forms"]):
            vocabulary.deed(form, sense, values(row["classes"]))
    for table in ("classes", "cues"):
        for name, words in read_toml(_ROOM, "events_en.toml")[table].items():
            for word in words:
                vocabulary.classify(word, name)
    return vocabulary.lexicon()


def _add_verb(vocabulary: Vocabulary, row: Row, name: str, irregular: dict[str, list[str]]) -> None:
    wanted, forbidden = needs(row["needs"]), unless(row["unless"])
    for form, spellings in forms(row["verb"], irregular).items():
        for spelling in spellings:
            vocabulary.trigger(spelling, Sense(row["type"], form, wanted, forbidden, row["kind"], name))
