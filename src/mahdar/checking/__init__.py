"""Claims: found in a report, dated and judged by the record. Mechanisms plug in; none is named here."""
