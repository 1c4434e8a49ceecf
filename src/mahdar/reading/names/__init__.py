"""Who is named in a report: states, bodies, outlets, people with their titles, and the short forms that come later."""

from mahdar.reading.names.find import find_names

__all__ = ["find_names"]
