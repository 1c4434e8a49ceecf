"""Several who speak as one: "both", "the two ministers", "the three countries", "the pair"."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.reading.passage import Named
from mahdar.reading.statements.english_memory import Memory
from mahdar.reading.statements.english_phrases import Phrase, phrase_after
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import Speaker
from mahdar.reading.statements.english_words import Words

_COUNTED = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "pair": 2, "duo": 2, "trio": 3}
_LONGEST = 4
_BODY = 7  # tokens of a name
_HEAD = 14  # tokens of a sentence in which its subject names them
_BACK = 2  # sentences
_NEAR = 70  # tokens back to the last but one who spoke


def joint(view: View, memory: Memory, resolve: Callable[[Phrase], Speaker], phrase: Phrase) -> Speaker | None:
    """Those whom a number takes up: who spoke together, whom a subject named together, or the last two who spoke."""
    forms, text = view.forms[slice(*phrase)], view.tokens.original(*phrase)
    number = _number(view, phrase)
    if number is None:
        return None
    noun = forms[-1] if forms[-1] not in _COUNTED else ""
    if len(memory.last.ids) == number and _fits(view.words, noun, memory.last.ids):
        return Speaker(memory.last.ids, text)
    named = _subject(view, resolve, phrase[0], number)
    if named and _fits(view.words, noun, named):
        return Speaker(named, text)
    before = (*memory.previous.ids, *memory.last.ids) if phrase[0] - memory.previous_at < _NEAR else ()
    people = len(set(before)) == number and all(one.startswith("person:") for one in before)
    return Speaker(before, text) if people and _fits(view.words, noun, before) else None


def beside(view: View, resolve: Callable[[Phrase], Speaker], cue: int) -> tuple[str, ...]:
    """Those with whom the clause of a cue says that a document is joint: "said in a joint statement with Oxfam"."""
    first, last = view.sentence(cue)
    at = next((k for k in range(first, last - 3) if view.forms[k] == "joint"), None)
    if at is None or view.forms[at + 1] not in view.words.documents or view.forms[at + 2] != "with":
        return ()
    apart = view.words.finite | view.words.plainly_said | view.words.subordinators
    phrase = phrase_after(view, at + 3)
    same = apart.isdisjoint(view.forms[min(at, cue) + 1 : max(at, cue)])
    return resolve(phrase).ids if phrase is not None and same else ()


def strangers(view: View, enter: Callable[[Phrase], tuple[str, ...]], name: Named, phrase: Phrase) -> tuple[str, ...]:
    """A body of no table that "and" joins to a known one: "Oxfam and | the Dawn Foundation"."""
    (i, j), before = phrase, name.i - (view.form(name.i - 1) == "the")
    rest = (name.j + 1, j) if view.form(name.j) == "and" else (i, before - 1)
    joined = view.form(name.j) == "and" or view.form(before - 1) == "and"
    if not joined or name.kind != "body" or not 0 < rest[1] - rest[0] <= _BODY:
        return ()
    head = rest[0] + (view.form(rest[0]) == "the")
    capitals = (view.capital(k) or view.forms[k] in view.words.inside for k in range(head, rest[1]))
    proper = rest[1] - head > 1 and all(capitals)
    return enter(rest) if proper and all(view.named(k) is None for k in range(*rest)) else ()


def _number(view: View, phrase: Phrase) -> int | None:
    """How many a phrase takes up: none where it does not, as "two men" and "the two men of the village" do not."""
    (i, j), forms = phrase, view.forms
    if j - i > _LONGEST or any(view.capital(k) for k in range(i + 1, j)):
        return None
    if forms[i] == "both":
        return _COUNTED["both"]
    alone = j - i == 1 or forms[j - 1] not in {"pair", "duo", "trio"}
    return _COUNTED.get(forms[i + 1]) if forms[i] in {"the", "these"} and j - i > 1 and (alone or j - i <= 2) else None


def _fits(words: Words, noun: str, ids: tuple[str, ...]) -> bool:
    """Whether a noun can mean all of these: countries are states, ministers people, groups bodies."""
    if not noun:
        return True
    if noun in words.collectives:
        return all(one.startswith("state:") for one in ids)
    if noun.removesuffix("s") in words.collective or noun.replace("ies", "y") in words.collective:
        return all(one.startswith("body:") for one in ids)
    people = (
        noun in words.spokes | words.private | words.plurals or noun.removesuffix("s") in words.spokes | words.peers
    )
    return people and all(one.startswith("person:") for one in ids)


def _subject(view: View, resolve: Callable[[Phrase], Speaker], i: int, number: int) -> tuple[str, ...]:
    """Those whom one subject of the sentences before names: "The ministers of Egypt and Jordan met", "A and B met"."""
    first = view.sentence(i)[0]
    for _ in range(_BACK):
        if first == 0:
            break
        first = view.sentence(first - 1)[0]
        names = _joined(view, first)
        if len(names) == number:
            found = resolve((names[0].i, names[-1].j)).ids
            return found if len(set(found)) == number else ()
    return ()


def _joined(view: View, first: int) -> list[Named]:
    """The names at the head of a sentence that commas and "and" join."""
    found: list[Named] = []
    for k in range(first, min(first + _HEAD, view.sentence(first)[1])):
        named = view.named(k)
        if named is not None and (not found or named is not found[-1]):
            if found and not {"and", ",", "the", "&"}.issuperset(view.forms[found[-1].j : named.i]):
                break
            found.append(named)
    return found if len(found) > 1 and view.forms[found[-1].i - 1] in {"and", "the", "&"} else []
