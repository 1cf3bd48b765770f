"""Notes which files Python reads from its zip archives.

Reading positions say too little: files that lie side by side come with one read.
"""

from __future__ import annotations

import functools
import json
import zipfile
import zipimport
from typing import Any

_noted: set[str] = set()


def watch() -> None:
    """Note every file from now on, whether it is imported, quoted by a traceback or opened as data."""
    get_data = zipimport._get_data  # type: ignore[attr-defined]
    open_entry = zipfile.ZipFile.open

    @functools.wraps(get_data)
    def noting_get_data(archive: str, toc_entry: tuple[Any, ...]) -> Any:
        _noted.add(toc_entry[0])
        return get_data(archive, toc_entry)

    @functools.wraps(open_entry)
    def noting_open(self: zipfile.ZipFile, name: Any, *arguments: Any, **keywords: Any) -> Any:
        _noted.add(f"{self.filename}/{getattr(name, 'filename', name)}")
        return open_entry(self, name, *arguments, **keywords)

    zipimport._get_data = noting_get_data  # type: ignore[attr-defined]
    zipfile.ZipFile.open = noting_open  # type: ignore[method-assign]


def noted() -> str:
    """Give the paths, each with its archive's in front, as a JSON list."""
    return json.dumps(sorted(_noted))
