"""Contents before their cue: "…, he said", "…," said the envoy, and the rest of a sentence that a cue interrupts."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from mahdar.language.quotes import Quote
from mahdar.reading.statements.english_bare import is_opened, lacks_verb, leads_up
from mahdar.reading.statements.english_ends import LONGEST, content_end
from mahdar.reading.statements.english_extent import taken_back
from mahdar.reading.statements.english_places import Found, goes_on, tail_end
from mahdar.reading.statements.english_relayed import only_relays
from mahdar.reading.statements.english_scene import Scene
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import Speaker, outlets
from mahdar.reading.statements.english_words import CLOSING_MARKS, STOPS

_SHORT_FRAGMENT = 5


def content_before(scene: Scene, found: Found, stops: Container[int]) -> None:
    """Read the content before a cue, and what goes on behind it."""
    building = found.cue.takes("after")
    if building is None or found.behind is None:
        return
    view, speaker = scene.view, scene.speaker_of(found)
    tail = tail_end(view, found)
    if found.cue.lemma == "tell":
        speaker = speaker.through(outlets(view, found.group.j, tail))
    speaker = scene.speakers.cited(speaker, found.group.j if view.form(found.group.j) in view.words.citing else tail)
    cue = (found.group.cue, found.group.j)
    i, j = fragment_before(scene, found.behind)
    more = goes_on(view, found, tail) if tail not in stops else None
    if view.form(found.group.j) == "to" and found.cue.lemma != "say" and view.quote(j - 1) is None:
        return  # "X, whose post is new, has asked to visit": what is asked follows
    if is_outlet(speaker) and pass_through(scene, j, speaker):
        return
    quoted = view.form(j - 1) in CLOSING_MARKS or view.quote(j - 1) is not None
    if more is None and only_relays(scene, found, i, j, speaker):
        return
    rest = _quoted_predicate(scene, found, i, j, tail) if more is None and not quoted else None
    if rest is not None:
        scene.emit(rest.i, rest.j, building.act, speaker, cue)
    elif more is not None and is_opened(view, j):
        pass  # where, residents said, the camp stood
    elif more is None or quoted or _is_said(scene, i, j):
        scene.forget_own(i, j)
        scene.emit(i, j, building.act, speaker, cue)
    if more is not None and not quoted:
        end = content_end(view, more, stops)
        end = taken_back(view, more, end) if view.form(j - 1) in {"which", "who", "whom", "where"} else end
        scene.emit(more, end, building.act, speaker, cue)


def _quoted_predicate(scene: Scene, found: Found, i: int, j: int, tail: int) -> Quote | None:
    """The quotation that says something of a bare subject before the cue: "The blockade, the letter said, “will …”"."""
    view = scene.view
    quote = view.opens(tail + 1) if view.form(tail) == "," and not found.inverted else None
    goes_on = quote is not None and not view.capital(quote.i) and lacks_verb(view, i, j)
    return quote if goes_on else None


def _is_said(scene: Scene, i: int, j: int) -> bool:
    """Whether words before "he said, …" are said and not the reporter's "Instead", "In recent days"."""
    view, w = scene.view, scene.view.words
    form = view.form(i)
    if leads_up(view, i) or lacks_verb(view, i, j):
        return False
    return j - i >= _SHORT_FRAGMENT or not (form in w.adverbs | w.coordinators or form.endswith("ly"))


def fragment_before(scene: Scene, behind: int) -> tuple[int, int]:
    """The content that ends before token ``behind``: a whole quotation or the sentence so far."""
    view = scene.view
    end = behind
    while end > 0 and view.forms[end - 1] in {",", "-"}:
        end -= 1
    quote = view.closes(end - 1) if end > 0 else None
    first = view.sentence(max(end - 1, 0))[0]
    first = _behind_label(scene, first, end)
    if quote is not None:
        first = view.sentence(quote.i)[0]
        lead = quote.i - 1
        if lead <= first or view.form(lead - 1) in STOPS | CLOSING_MARKS | {":", "\n"} or _reported(scene, first, lead):
            return quote.i, quote.j
    return _after_last(scene, first, end), end


def _behind_label(scene: Scene, first: int, end: int) -> int:
    """Behind the topic of a headline and what stands before a colon: "Exclusive: …", "Sri Lanka: …, says Red Cross"."""
    view = scene.view
    if view.form(first) in view.words.no_labels and view.form(first + 1) == "-" and view.tokens.touches(first + 1):
        return first + 2  # Exclusive-US weighs sanctions
    if view.form(first + 1) == ":" and view.word(first) and view.named(first) is None:
        return first + 2
    if view.form(first) == "(" and view.form(first + 2) == ")" and _is_outlet(view, first + 1):
        return first + 3  # (CNN) Rain fell, he said
    if (
        view.form(first + 1) == ":"
        and view.tokens.original(first, first + 1).isupper()
        and view.named(first) is not None
    ):
        return first + 2  # KABUL: Rain fell, he said
    topic = view.named(first) if first == 0 and end < view.paragraph_end(0) else None
    labelled = topic is not None and topic.kind == "state" and view.form(topic.j) == ":"
    return topic.j + 1 if topic is not None and labelled else first


def _is_outlet(view: View, k: int) -> bool:
    named = view.named(k)
    return named is not None and named.kind == "outlet"


def _reported(scene: Scene, first: int, lead: int) -> bool:
    """Whether the words before a quotation are another cue's and its comma."""
    return any(first <= s.cue[0] < lead for s in scene.spoken[-3:]) and scene.view.form(lead - 1) in {",", ":"}


def _after_last(scene: Scene, first: int, end: int) -> int:
    """The head of the content, behind an earlier content of the same sentence that does not reach to its end."""
    closed = [s.cue[1] for s in scene.spoken[-3:] if first <= s.i and s.j < s.cue[0] < end]
    return max([first, end - LONGEST, *closed])


def is_outlet(speaker: Speaker) -> bool:
    """Whether only outlets speak."""
    return bool(speaker.ids) and all(i.startswith("outlet:") for i in speaker.ids)


def pass_through(scene: Scene, j: int, agency: Speaker) -> bool:
    """Whether the sentence reports speech already before token j: it came through the agency, which adds nothing.

    "The deal is dead, the minister said, Reuters reported."
    """
    reported, i = False, scene.view.sentence(max(j - 1, 0))[0]
    for n in range(max(0, len(scene.spoken) - 4), len(scene.spoken)):
        if i <= scene.spoken[n].cue[0] < j:
            scene.spoken[n] = replace(
                scene.spoken[n], via=tuple(dict.fromkeys((*scene.spoken[n].via, *agency.via, *agency.ids)))
            )
            reported = True
    return reported
