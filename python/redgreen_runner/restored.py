"""Puts back what a memory snapshot loses: it keeps Python's memory, but no files."""

from __future__ import annotations

import sys
from pathlib import Path


def put_back_files() -> None:
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
