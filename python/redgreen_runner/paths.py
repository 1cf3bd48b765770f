"""Names of files as a reader knows them.

Only text is handled here, never the file system: it runs while a test's mocks are in place, and a
test may well have replaced `pathlib` or `os`.
"""

from __future__ import annotations

import sys


def short_path(path: str, root: str) -> str:
    """Name a file from the run's folder or from a package root: `test_ner.py`, `celery/app/task.py`."""
    for folder in (root, *sorted((str(entry) for entry in sys.path), key=len, reverse=True)):
        inside = path_inside(path, folder)
        if inside is not None:
            return inside
    return path.replace("\\", "/")


def path_inside(path: str, folder: str) -> str | None:
    """Return the rest of `path` below `folder`; None if it lies elsewhere."""
    start = folder.rstrip("/\\")
    if start and path.startswith(start) and path[len(start) : len(start) + 1] in ("/", "\\"):
        return path[len(start) + 1 :].replace("\\", "/")
    return None
