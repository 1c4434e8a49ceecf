"""The audit of the record by the rules of the bodies themselves: findings, material, wording, and the run of all rules.

A mechanism offers its rules in a module `audit` of its folder, as `RULES`.
"""
