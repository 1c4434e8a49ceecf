"""Who speaks together: names joined by و, a title with its name, speakers who are only counted."""

from __future__ import annotations

from mahdar.language.tokens import COMMAS, Span
from mahdar.reading.passage import Named
from mahdar.reading.statements.arabic_cues import phrases, words
from mahdar.reading.statements.arabic_unknown import unknown
from mahdar.reading.statements.arabic_words import feminine, voice_of, with_proclitic
from mahdar.reading.statements.scene import Scene, Voice


def counts_speakers(scene: Scene, k: int, end: int) -> bool:
    """Whether a numeral in words and a noun for several who may speak stand at token k: خمس منظمات."""
    counted = words("counted_speakers") | words("states_counted")
    return scene.forms[k] in words("numerals_of_people") and k + 1 < end and scene.forms[k + 1] in counted


def counted_at(scene: Scene, k: int, end: int) -> tuple[Voice, int] | None:
    """So many who speak together without their names: 40 states, 17 organisations."""
    if k + 1 >= end or scene.forms[k + 1] not in words("members") | words("counted_speakers"):
        return None
    j = k + 2
    while j < end and scene.forms[j] in words("counted_adjectives"):
        j += 1
    ids = () if scene.forms[k + 1] in words("states_counted") else (unknown(scene, k, j),)
    return Voice(ids, scene.text(k, j), feminine(scene, k + 1)), j


def past_composition(scene: Scene, j: int, end: int) -> int:
    """Past the number of an organ's members behind its name: المؤلف من 47 عضوا."""
    if j + 2 >= end or scene.forms[j] not in words("composed") or scene.forms[j + 1] != "من":
        return j
    return next((k + 1 for k in range(j + 2, min(end, j + 7)) if scene.forms[k] in words("members")), j)


def past_others(scene: Scene, j: int, end: int) -> int:
    """Past how many more speak, without their names: و30 منظمة أخرى, دبلوماسيون آخرون."""
    if j < end and scene.forms[j] in words("more_of_them"):
        return j + 1
    k = j + (j < end and scene.forms[j] == "و")
    counted = k + 2 < end and scene.passage.tokens.is_number(k) and scene.forms[k + 2] in words("more_of_them")
    return k + 3 if counted and k > j else j


def coordinated(scene: Scene, i: int, end: int) -> tuple[Voice, int]:
    """The names joined by و that begin at token i, as one voice."""
    group = list(scene.heads_from(i))
    return joined_to(scene, group, Span(i, max(named.j for named in group)), end)


def joined_to(scene: Scene, names: list[Named], span: Span, end: int) -> tuple[Voice, int]:
    """The names that stand at these tokens, with those joined to them by و, as one voice."""
    group, first, j = list(names), span.i, span.j
    while j < end:
        further = _in_marks(scene, j, end)
        if further:
            group += further
            j = further[-1].j
            continue
        beside = _besides(scene, j, end) if len(group) > 1 else []  # one who stands beside another speaks alone
        if beside:
            group += beside
            j = max(named.j for named in beside)
            continue
        k = j + 1 if scene.forms[j] in COMMAS else j
        k = _past_likewise(scene, k)
        nexts = scene.heads_from(k) if k < end else []
        if (
            not nexts
            or not _joined(scene, k, nexts[0])
            or (k > j and scene.forms[j] in COMMAS and _is_clause(scene, k))
        ):
            break
        group += nexts
        j = max(named.j for named in nexts)
    return _with_name(scene, voice_of(scene, group, first, j), j)


def _besides(scene: Scene, j: int, end: int) -> list[Named]:
    """The names behind "along with" at token j, a comma before it or not: إلى جانب الأمين العام لـ."""
    k = j + (scene.forms[j] in COMMAS)
    hit = phrases("besides").at(scene.passage.tokens, k) if k < end else None
    heads = scene.heads_from(hit.j) if hit is not None and hit.j < end else []
    return heads if heads and heads[0].start == scene.passage.tokens.start(heads[0].i) else []


def _in_marks(scene: Scene, j: int, end: int) -> list[Named]:
    """The names that fill the marks behind و at token j, or behind the mark that closes there: "X" و"Y"."""
    k = j + (j + 1 in scene.quote_to or scene.forms[j] in COMMAS)
    quote = scene.quote_at.get(k + 1) if k + 1 < end and scene.forms[k] == "و" else None
    heads = scene.heads_from(quote.i) if quote is not None and quote.balanced else []
    return heads if heads and quote is not None and heads[-1].j == quote.j else []


def _with_name(scene: Scene, voice: Voice, j: int) -> tuple[Voice, int]:
    """A title and the name right behind it are one speaker: the minister So-and-so."""
    names = [n for n in scene.heads_from(j) if n.kind == "person" and not with_proclitic(scene, n)]
    titled = scene.named_to.get(j)
    title = titled is not None and (titled.kind == "office" or (titled.kind == "anaphor" and _is_person(titled)))
    if not names or not title:
        return voice, j
    return Voice((names[0].entity,), voice.text + " " + scene.text(j, names[0].j), voice.feminine, True), names[0].j


def _is_person(named: Named) -> bool:
    return named.entity.startswith("person:")


def _past_likewise(scene: Scene, k: int) -> int:
    joins = k + 1 < len(scene.forms) and (scene.forms[k] == "و" or scene.forms[k] in words("likewise"))
    return k + 1 if joins else k


def _joined(scene: Scene, k: int, named: Named) -> bool:
    """Whether a name is tied to the one before it by و, or stands in a list."""
    before, glued = scene.forms[k - 1], scene.passage.text[scene.passage.tokens.start(k) : named.start]
    if glued:
        return glued == "و"
    return before == "و" or before in words("likewise") or before in COMMAS


def _is_clause(scene: Scene, k: int) -> bool:
    """After a comma, a name not joined by و is an apposition or a new clause, not a further speaker."""
    return not scene.forms[k].startswith("و")
