"""What loaded publications add to each table by which claims are checked, a module a table."""
