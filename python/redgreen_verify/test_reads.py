from __future__ import annotations

import importlib
import json
import sys
import zipfile
import zipimport
from collections.abc import Iterator
from pathlib import Path

import pytest

from . import reads


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An archive on `sys.path` while reads are noted."""
    path = str(tmp_path / "archive.zip")
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("noted_module.py", "X = 1\n")
        made.writestr("data.txt", "x")
        made.writestr("never.txt", "x")
    monkeypatch.syspath_prepend(path)
    monkeypatch.setattr(zipimport, "_get_data", zipimport._get_data)  # type: ignore[attr-defined]
    monkeypatch.setattr(zipfile.ZipFile, "open", zipfile.ZipFile.open)
    reads.watch()
    yield path
    sys.modules.pop("noted_module", None)


def test_an_import_and_an_opened_file_are_noted(archive: str) -> None:
    importlib.import_module("noted_module")
    with zipfile.ZipFile(archive) as opened:
        opened.read("data.txt")
    noted = [
        path.removeprefix(f"{archive}/") for path in json.loads(reads.noted()) if path.startswith(archive)
    ]
    assert noted == ["data.txt", "noted_module.py"]
