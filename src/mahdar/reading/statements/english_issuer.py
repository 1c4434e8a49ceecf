"""Who issued a release that says "we": whom its heading names ("Statement by the minister"), else its outlet."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.language.quotes import quotes
from mahdar.language.sentences import sentences
from mahdar.language.tokens import tokenize
from mahdar.model import Entity
from mahdar.reading.names import find_names
from mahdar.reading.passage import Passage
from mahdar.reading.statements.english_phrases import Phrase, phrase_after
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.english_voices import NOBODY, Speaker

_HEAD = 14  # tokens of a heading before "by"
_ISSUING = frozenset({"state", "body", "office"})


def issuer(view: View, resolve: Callable[[Phrase], Speaker], enter: Callable[[str, Entity], str]) -> Speaker:
    """Who says "we" where nobody spoke before: whom the heading names, else the state or body that is the outlet."""
    author = _headed(view, resolve)
    published = _published_by(view) if not author.ids else None
    return Speaker((enter(*published),) if published is not None else author.ids, None)


def _headed(view: View, resolve: Callable[[Phrase], Speaker]) -> Speaker:
    """Whom the first line names as its author: "Joint statement by the foreign ministers of France and Germany"."""
    for k in range(min(view.paragraph_end(0), _HEAD)):
        if view.forms[k] in {"by", "of", "from"} and view.form(k - 1) in view.words.sent_out:
            phrase = phrase_after(view, k + 1)
            return resolve(phrase) if phrase is not None else NOBODY
    return NOBODY


def _published_by(view: View) -> tuple[str, Entity] | None:
    """The state or body that the outlet of a report is, with its id; none where a newspaper or agency wrote it."""
    outlet = view.passage.outlet
    if not outlet:
        return None
    tokens = tokenize(outlet)
    passage = Passage(outlet, "en", tokens, sentences(tokens), quotes(tokens))
    find_names(passage)
    names = [named for named in passage.named if named.kind in _ISSUING and named.head]
    if not names or any(named.kind == "outlet" for named in passage.named):
        return None
    return names[-1].entity, passage.entities[names[-1].entity]
