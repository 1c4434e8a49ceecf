"""Asking the record by symbol, table, coverage or SQL, without reading whole tables.

Rows come as cells with their source, the day since when they were public, and an address; typed rows are given by
`mahdar.record.access`.
"""
