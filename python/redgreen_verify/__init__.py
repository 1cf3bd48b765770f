"""What verify does in Python: it never reaches a reader."""
