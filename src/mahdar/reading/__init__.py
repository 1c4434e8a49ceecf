"""From report to reading: mentions, times, figures, statements, events. Nothing of the record."""
