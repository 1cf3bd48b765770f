"""Puts back what a memory snapshot loses: it keeps Python's memory, but no files."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import FastPath  # type: ignore[attr-defined]
from pathlib import Path
from typing import Any


def let_go_of_files() -> None:
    """Close what would stand for another file once the snapshot is restored."""
    for _path, archive in _listed_archives():
        archive.fp.close()
        archive.fp = None


def put_back_files() -> None:
    """Open again what was let go of, and make again what was unpacked."""
    for path, archive in _listed_archives():
        if archive.fp is None:
            archive.fp = Path(path).open("rb")  # noqa: SIM115 - the archive keeps it
    _put_back_certificates()


def _listed_archives() -> Iterator[tuple[str, Any]]:
    """The archives on Python's path whose listing `importlib.metadata` has read.

    pytest asks for every package's metadata in each run, and reading two listings of some thousand files
    takes a fifth of a short run. They are kept by the archive's time, so that is always the same.
    """
    for entry in sys.path:
        archive = getattr(getattr(FastPath(entry).joinpath, "__self__", None), "root", None)
        if isinstance(archive, zipfile.ZipFile):
            yield entry, archive


def _put_back_certificates() -> None:
    """Let certifi unpack its certificates again, for the file that it had unpacked is gone.

    httpx asks for it whenever it makes a client, encrypted or not. requests keeps the old name, but
    only asks whether such a file is there.
    """
    certifi = sys.modules.get("certifi.core")
    path = getattr(certifi, "_CACERT_PATH", None)
    if certifi is None or path is None or Path(path).exists():
        return
    # Dropping the context removes its file, so this comes first.
    vars(certifi).update(_CACERT_PATH=None, _CACERT_CTX=None)
    Path(path).touch()
