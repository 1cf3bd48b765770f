from __future__ import annotations

import importlib
import io
import sys
import traceback
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .archives import lay_under, with_bytecode

SOURCE = "def fail():\n    raise ValueError('no')\n"


def zip_of(files: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


@pytest.fixture
def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The path of an archive on `sys.path`, its module's source and bytecode in it."""
    path = str(tmp_path / "archive.zip")
    Path(path).write_bytes(with_bytecode(zip_of({"from_archive.py": SOURCE}), path))
    monkeypatch.syspath_prepend(path)
    yield path
    sys.modules.pop("from_archive", None)
    importlib.invalidate_caches()


def test_a_module_comes_from_its_bytecode(mounted: str) -> None:
    module = importlib.import_module("from_archive")
    assert module.__file__ == f"{mounted}/from_archive.pyc"
    assert module.fail.__code__.co_filename == f"{mounted}/from_archive.py"


def test_a_file_that_cannot_be_compiled_stays_without_bytecode() -> None:
    archive = with_bytecode(zip_of({"bad.py": "def (", "good.py": "x = 1", "data.txt": "x"}), "/a.zip")
    with zipfile.ZipFile(io.BytesIO(archive)) as made:
        assert made.namelist() == ["bad.py", "good.py", "good.pyc", "data.txt"]


def test_a_traceback_quotes_the_archive_that_was_laid_under(mounted: str, tmp_path: Path) -> None:
    module = importlib.import_module("from_archive")
    replacement = tmp_path / "replacement.zip"
    replacement.write_bytes(zip_of({"other.txt": "x" * 1000, "from_archive.py": SOURCE}))
    lay_under({mounted: str(replacement)})
    assert module.__file__ == f"{mounted}/from_archive.py"
    assert module.__spec__ is not None
    assert module.__spec__.origin == f"{mounted}/from_archive.py"
    with pytest.raises(ValueError, match="no") as failure:
        module.fail()
    text = "".join(traceback.format_exception(failure.value))
    assert "raise ValueError('no')" in text
