"""Headlines without a verb of speech: an attitude in marks ("Myanmar 'shocked' by report"), a country as a topic."""

from __future__ import annotations

from mahdar.reading.statements.english_phrases import Phrase
from mahdar.reading.statements.english_view import View
from mahdar.reading.statements.scene import is_of_un

_LONGEST = 25  # tokens of a headline
_MARKS = frozenset({"'", "\u2018", "\u2019", '"', "\u201c", "\u201d"})
_NAMES = frozenset({"state", "capital", "body", "person", "office"})


def attitude(view: View) -> tuple[Phrase, int, int] | None:
    """A headline in which a name is followed by its attitude in marks: the speaker's tokens and the content's.

    The content is the whole headline, as in "Syria 'ready' for return". A deed in marks ("Army 'killed' ten") is
    somebody else's word and reports nothing of its subject.
    """
    end = view.paragraph_end(0)
    named = view.named(0)
    if named is None or named.kind not in _NAMES or end > _LONGEST or end >= len(view.forms):
        return None
    mark = named.j + (view.form(named.j) in view.words.copulas)
    if view.form(mark) not in _MARKS or view.form(mark + 1) not in view.words.attitudes:
        return None
    closed = any(view.forms[k] in _MARKS for k in range(mark + 2, end))
    return ((named.i, named.j), 0, end) if closed else None


def is_topic(view: View, colon: int) -> bool:
    """Whether what stands before the colon of a headline is a topic or a sender and says nothing.

    A state with a plain verb behind it, "Syria: Free detainees", or with an organ of the United Nations, "Syria: UN
    review exposes"; anybody before "Statement on Syria".
    """
    if view.form(colon + 1) in view.words.sent_out and view.form(colon + 2) in {
        "on",
        "by",
        "of",
        "from",
        "release",
        "statement",
        "to",
    }:
        return True
    named = view.named(0)
    state = named is not None and named.kind == "state" and named.j == colon
    follows = view.named(colon + 1)
    of_un = follows is not None and is_of_un(view.passage.principal(follows.entity))
    return state and (of_un or view.form(colon + 1) in view.words.imperatives)
