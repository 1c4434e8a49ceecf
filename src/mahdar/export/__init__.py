"""Readings for people: a page for a terminal, a page for a browser."""
