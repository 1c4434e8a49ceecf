"""What the pages of the record show, as plain data: functions of a record, knowing nothing of requests or languages.

Rows are dicts with stable English keys; states are codes, days ISO, times EDTF. Every row has its source.
"""
