"""How reports speak of the decisions of UN bodies, whichever body: resolutions by number or by subject, and their
adoption.

The Security Council, the General Assembly and the Human Rights Council decide in the same words; each mechanism
takes the mentions of its own body. A draft is no resolution, and a plural without numbers, count or time names
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking.assertion import asserted, negated, titled
from mahdar.checking.coordinated import joined_deed
from mahdar.checking.cues import Cue, Sense
from mahdar.checking.decision import Decided, bracketed, decision
from mahdar.checking.direct import place, referred
from mahdar.checking.once import once
from mahdar.checking.owners import HEAD_VERBS, actors, linked, of_un, owner, verbs_of
from mahdar.checking.refusal import undone
from mahdar.checking.scene import Scene
from mahdar.checking.symbols import HEAD_REACH, entitled, numbers_after, of_body, symbol_of, whose, year_behind
from mahdar.checking.topics import named_topic
from mahdar.checking.voters import counted_voters
from mahdar.checking.when import When
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import tokens_of

_SYMBOL = re.compile(
    r"\b(?:s/res/\d{1,4}|s/\d{4}/\d{1,4}|a/hrc/res/(?:s-)?\d{1,2}/\d{1,2}|a/res/(?:es-|s-)?\d{1,2}/\d{1,3}"
    r"|es-\d{1,2}/\d{1,3})\b"
)
_BODY_OF = {"s/res": "council", "a/hrc": "rights_council", "a/res": "assembly"}
_EMERGENCY, _OF_ASSEMBLY = "ES-", "A/RES/"
_ARTICLES, _ARTICLE_REACH = frozenset({"a", "an"}), 4
_DEMANDS = ("wish", "vote.decides")
_TEXT_REACH = 4  # tokens between a text and its number
_DRAFT_REACH = 12  # tokens from a verb of adopting to the draft that is its object
_BY_SYMBOL = Sense("resolution", "one", "")


def _word_list(name: str) -> frozenset[str]:
    return words("mahdar.checking", "numbers.toml", name)


@once
def decided(scene: Scene) -> tuple[Decided, ...]:
    """Every decision mentioned, in order of the words that name it; each mechanism takes those of its body."""
    return tuple(_decided(scene))


def _decided(scene: Scene) -> Iterator[Decided]:
    for cue in scene.all("resolution"):
        if of_any(scene, cue):
            continue
        numbers = numbers_after(scene, cue)
        body = owner(scene, cue, bare=bool(numbers))
        body = whose(scene, cue, body, numbers) if numbers else body
        if body in ("council", "assembly", "rights_council"):
            yield from _numbered(scene, cue, body, numbers) if numbers else _by_subject(scene, cue, body)
    yield from _definite(scene)
    yield from _by_symbol(scene)
    yield from _drafts(scene)


def _drafts(scene: Scene) -> Iterator[Decided]:
    """Drafts that a body is said to have adopted, as Arabic has it: اعتمد المجلس مشروع قرار، صوتت لصالح قرار."""
    if scene.passage.language == "en":
        return
    for cue in scene.any_at_all(("draft", "resolution")):
        verb = _taken_by(scene, cue)
        body = actors(scene, verb, 0)[-1:] if verb is not None else []
        if verb is None or not body or scene.which(body[0]) not in _BODY_OF.values() or counted_voters(scene, verb):
            continue
        sentence = scene.sentence(cue.i)
        numbered = any(numbers_after(scene, c) for c in scene.within("resolution", sentence.i, sentence.j))
        if not numbered and not _blocked(scene, cue) and asserted(scene, verb.i) and not negated(scene, verb):
            yield decision(scene, cue, scene.which(body[0]), verb.i, cue.j, None, verb)


def _taken_by(scene: Scene, cue: Cue) -> Cue | None:
    """The verb of adopting whose object a draft is, or of voting for a text, with nothing else to adopt between."""
    low = max(scene.clause(cue.i).i, cue.i - _DRAFT_REACH)
    favour = [c for c in scene.within("favour", cue.i - 1, cue.i) if c.form == "post" and c.j == cue.i]
    concepts = ("vote",) if favour else ("adopt", "approve") if cue.sense.concept == "draft" else ()
    verbs = [c for c in scene.any_of(concepts, low, cue.i) if c.form == "past" or _of_title(scene, c)]
    between = scene.any_of(("resolution", "draft", "deed_object"), verbs[-1].j, cue.i) if verbs else []
    return verbs[-1] if verbs and not between else None


def _of_title(scene: Scene, verb: Cue) -> bool:
    return verb.form == "present" and titled(scene, verb.i)


def _definite(scene: Scene) -> Iterator[Decided]:
    """ "The resolution, numbered ES-11/1": in English two words that otherwise mean one told of before."""
    for cue in scene.all("text") if scene.passage.language == "en" else ():
        if scene.forms[cue.j - 1] == "resolution" and "draft" not in scene.forms[cue.i : cue.j]:
            named = Cue(cue.j - 1, cue.j, _BY_SYMBOL, "")
            numbers = numbers_after(scene, named)
            body = of_body(owner(scene, named, bare=True), numbers[0][0]) if numbers else ""
            yield from _numbered(scene, named, body, numbers) if body in _BODY_OF.values() else ()


def of_any(scene: Scene, cue: Cue) -> bool:
    """Whether it is no certain resolution: "any resolution", "a new resolution" that somebody wishes."""
    low = max(0, cue.i - 2)
    return any(c.j >= cue.i for c in scene.within("any", low, cue.i))


# -- by number
def _numbered(scene: Scene, cue: Cue, body: str, numbers: list[tuple[str, int, int]]) -> Iterator[Decided]:
    end = numbers[-1][2]
    if undone(scene, cue, end):
        return
    verbs = [v for v in verbs_of(scene, cue) if v.form not in ("participle",) and not _of_another(scene, v)]
    verbs = verbs or [v for v in scene.within("vote", scene.clause(cue.i).i, cue.i)[-1:] if v.form == "past"]
    placed = [(v, place(scene, cue, end, v)) for v in verbs]
    placed = [(v, how) for v, how in placed if how == "direct" or v.sense.concept != "vote"]
    verbs = [v for v, _ in placed]
    verb, how = next(((v, how) for v, how in placed if how == "direct"), (None, ""))
    if verb is None and not (referred(scene, cue) or any(how == "background" for _, how in placed)):
        verb = next(iter(verbs), None)
    deed = _deed_before(scene, cue) if verb is None and bracketed(scene, cue) else None
    verb = deed if deed is not None else verb
    own = _own_times(scene, cue, numbers)
    for k, (number, _, b) in enumerate(numbers):
        symbol = symbol_of(body, number)
        if symbol is None:
            continue
        made = decision(scene, cue, body, cue.i, end, symbol, verb)
        made = made if how == "direct" or verb is None else replace(made, firm_time=False)
        year = own[k] if own is not None else None if _dated(made) else year_behind(scene, b)
        yield made if year is None else replace(made, when=When(year), firm_time=True)


def _of_another(scene: Scene, verb: Cue) -> bool:
    """Whether another body than one of the United Nations stands right before a verb: "the parliament endorsed"."""
    return any(scene.which(c) == "other" for c in actors(scene, verb, 0))


def _dated(made: Decided) -> bool:
    """Whether the text says when it was adopted."""
    return made.firm_time and made.when.time is not None


def _deed_before(scene: Scene, cue: Cue) -> Cue | None:
    """The deed of a sentence that ends in the number of its resolution, in brackets."""
    sentence = scene.sentence(cue.i)
    deeds = scene.any_of(("adopt", "approve", "assembly.deed", "council.deed"), sentence.i, cue.i)
    told = [c for c in deeds if c.form == "past" and asserted(scene, c.i) and not negated(scene, c)]
    return told[-1] if told else None


def _own_times(scene: Scene, cue: Cue, numbers: list[tuple[str, int, int]]) -> list[TimePhrase] | None:
    """A time for each of several numbers: "242 of 1967 and 338 of 1973", "242 and 338, adopted in 1967 and 1973"."""
    if len(numbers) < 2:
        return None
    low, end = numbers[0][2], numbers[-1][2]
    times = scene.times_in(low, min(scene.clause(cue.i).j, end + HEAD_REACH))
    return times if len(times) == len(numbers) else None


def _by_symbol(scene: Scene) -> Iterator[Decided]:
    text = scene.tokens.folded.folded
    for match in _SYMBOL.finditer(text) if "/" in text else ():
        i = scene.tokens.token_at(scene.tokens.folded.start(match.start()))
        j = scene.tokens.token_at(scene.tokens.folded.end(match.end()) - 1) + 1
        number = match.group().upper()
        body = of_body(_BODY_OF.get(match.group()[:5], ""), number)
        if body and not any(
            c.j >= i - 3 for c in scene.any_of(("resolution", "text"), max(0, i - 4), i) if _noun(scene, c)
        ):
            here = Cue(i, j, _BY_SYMBOL, "")
            symbol = _OF_ASSEMBLY + number if number.startswith(_EMERGENCY) else number
            verb = _verb_of_text(scene, here)
            yield decision(scene, here, body, verb.i if verb else i, j, symbol, verb)


def _noun(scene: Scene, cue: Cue) -> bool:
    return cue.sense.concept == "resolution" or scene.forms[cue.j - 1] == "resolution"


def _verb_of_text(scene: Scene, number: Cue) -> Cue | None:
    """The adoption of the text whose number stands behind it: "adopted a text on aid, ES-11/2"."""
    texts = scene.any_of(("draft", "deed_object"), max(0, number.i - _TEXT_REACH), number.i)
    if not texts or not all(entitled(scene, k) for k in range(texts[-1].j, number.i)):
        return None
    verbs = scene.any_of(("adopt", "approve"), scene.clause(number.i).i, texts[-1].i)
    told = [v for v in verbs if v.form != "participle" and asserted(scene, v.i)]
    return told[-1] if told and not scene.within("resolution", told[-1].j, number.i) else None


# -- by subject
def _by_subject(scene: Scene, cue: Cue, body: str) -> Iterator[Decided]:
    if undone(scene, cue, cue.j) or _object_of_veto(scene, cue):
        return
    stop = joined_deed(scene, cue.j, scene.clause(cue.i).j)
    verb = next((v for v in verbs_of(scene, cue) if v.i < stop), None)
    if verb is not None and verb.form == "noun" and scene.within("voted_down", scene.clause(cue.i).i, verb.i):
        return  # عرقلت واشنطن صدور قرار
    if verb is not None and verb.form not in ("participle",) and _act(scene, cue, verb):
        if asserted(scene, verb.i) or verb.form in ("passive",):
            yield decision(scene, cue, body, min(verb.i, cue.i), max(cue.j, verb.j), None, verb)
        return
    if (demand := _in_resolution(scene, cue, body)) is not None:
        yield decision(scene, cue, body, demand.i, cue.j, None, demand)
        return
    if (cue.form == "many" and not _counted(scene, cue)) or _blocked(scene, cue):
        return
    if _is_open(scene, cue):
        return
    about = named_topic(scene, cue.j, min(scene.clause(cue.i).j, cue.j + 22))
    if about is not None and _names_body(scene, cue, body):
        yield decision(scene, cue, body, cue.i, cue.j, None, None)


def _is_open(scene: Scene, cue: Cue) -> bool:
    """Whether an English resolution without a number is one that is only hoped for: "may lead to a resolution"."""
    bodies = scene.within("body", max(0, cue.i - _ARTICLE_REACH), cue.i)
    first = bodies[0].i if bodies else cue.i
    article = not _ARTICLES.isdisjoint(scene.forms[max(0, first - 2) : first])
    return scene.passage.language == "en" and article and not asserted(scene, cue.i)


def _in_resolution(scene: Scene, cue: Cue, body: str) -> Cue | None:
    """The verb of a body that says something in a resolution: دعا المجلس، في قرار بشأن, "the Council, in a resolution
    on X, called for".
    """
    if not {*scene.forms[max(0, cue.i - 2) : cue.i]} & _word_list("inside") or scene.forms[cue.i - 1] not in _word_list(
        "inside_a"
    ):
        return None
    clause = scene.clause(cue.i)
    bodies = [c for c in scene.within("body", clause.i, cue.i) if of_un(scene, scene.which(c)) == body]
    if not bodies or not _only_dated(scene, bodies[-1].j, cue.i):
        return None
    subject, arabic = bodies[-1], scene.passage.language != "en"
    low, high = (subject.i - 1, subject.i) if arabic else (cue.j, clause.j)
    for verb in scene.any_of(_DEMANDS, low, high):
        called = scene.forms[verb.i].removeprefix("و") in _word_list("called") and _agrees(scene, verb, body)
        if called and asserted(scene, verb.i, open_future=True) and not negated(scene, verb):
            return verb
    return None


def _agrees(scene: Scene, verb: Cue, body: str) -> bool:
    """Whether an Arabic verb can have the body as its subject: a council is masculine, the Assembly feminine."""
    return scene.passage.language == "en" or scene.forms[verb.i].endswith("ت") == (body == "assembly")


def _only_dated(scene: Scene, i: int, j: int) -> bool:
    """Whether nothing but times and commas stands between tokens i and j, "in a" left out."""
    timed = tokens_of(scene.times_in(i, j))
    return all(k in timed or scene.forms[k] in _word_list("dated") for k in range(i, j))


def _blocked(scene: Scene, cue: Cue) -> bool:
    """A text that was vetoed or voted down is no resolution, though reports call it one."""
    clause = scene.clause(cue.i)
    vetoed = scene.any_of(("veto", "veto_verb"), clause.i, joined_deed(scene, cue.j, clause.j))
    return bool(vetoed or scene.within("voted_down", clause.i, cue.i))


def _object_of_veto(scene: Scene, cue: Cue) -> bool:
    """Whether it is what was vetoed, whatever stands behind it: "vetoed a resolution backed by 14 members"."""
    vetoes = scene.within("veto_verb", scene.clause(cue.i).i, cue.i)
    parted = ("resolution", "draft", "adopt", "approve", "not")
    if not vetoes or scene.any_of(parted, vetoes[-1].i - 1, cue.i):
        return False
    return _word_list("joining").isdisjoint(scene.forms[vetoes[-1].j : cue.i])


def _act(scene: Scene, cue: Cue, verb: Cue) -> bool:
    """Whether the verb adopts this resolution: it stands close, or its body stands between them."""
    between = scene.any_of(("wish", "doubt", "break"), min(cue.j, verb.j), max(cue.i, verb.i))
    return not between and abs(cue.i - verb.i) <= HEAD_VERBS // 2


def _counted(scene: Scene, cue: Cue) -> bool:
    """A plural that says how many or since when."""
    clause = scene.clause(cue.i)
    number = bool(scene.numbers_in(cue.i - 2, max(cue.i + 3, cue.j + 1)))
    return number and bool(scene.times_in(cue.j, min(clause.j, cue.j + 8)))


def _names_body(scene: Scene, cue: Cue, body: str) -> bool:
    """Whether the noun itself carries the body: "Security Council resolution", قرار مجلس الأمن, قرار أعدته الجمعية."""
    low, high = max(0, cue.i - 4), min(len(scene.forms), cue.j + HEAD_REACH)
    near = [
        c for c in scene.within("body", low, high) if c.j >= cue.i - 1 and (c.i - cue.j <= 1 or linked(scene, cue, c))
    ]
    return any(of_un(scene, scene.which(c)) == body for c in near)
