"""What goes wrong with a corpus as a whole; what is wrong with one report is a row of `rejected`."""

from __future__ import annotations


class CorpusError(Exception):
    """The run cannot go on; the message says why, and what to do."""
