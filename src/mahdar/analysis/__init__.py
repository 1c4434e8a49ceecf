"""Votes as numbers: agreement of states, cohesion of groups, ideal points. Reads votes as rows, knows no store."""
