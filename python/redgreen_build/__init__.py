"""What the build does in Python: it never reaches a reader."""
