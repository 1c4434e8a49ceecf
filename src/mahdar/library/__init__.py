"""Reports kept for good: captured, stored, found again, reviewed by people, and grouped by what they tell."""
