"""Watching: feeds, pages and folders polled over time, and people told of what matters in what came."""
