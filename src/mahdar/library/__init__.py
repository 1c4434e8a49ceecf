"""Reports kept for good; of this room the first part stands: capture, from bytes to text."""
