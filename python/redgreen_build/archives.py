"""Zips to import from while a memory snapshot is made.

A memory that was filled from bytecode is smaller than one that was filled by the compiler, which
leaves holes behind. So the build imports from archives with bytecode, and then puts the archives
that a reader gets in their place.
"""

from __future__ import annotations

import importlib.util
import inspect
import io
import marshal
import sys
import zipfile
import zipimport
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

#: Flags of a `.pyc` that is trusted as it is: hash-based (PEP 552), source not checked.
UNCHECKED_HASH = (0b01).to_bytes(4, "little")


def compile_archive(source: str, target: str, mounted_at: str) -> None:
    """Read the archive at `source`, write it with bytecode to `target`; see `with_bytecode`."""
    Path(target).write_bytes(with_bytecode(Path(source).read_bytes(), mounted_at))


def with_bytecode(archive: bytes, mounted_at: str) -> bytes:
    """Give the archive with a `.pyc` beside each `.py`.

    Args:
        archive: a zip of Python sources.
        mounted_at: the path under which the interpreter finds it; it becomes part of each traceback.

    """
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            source = old.read(name)
            new.writestr(name, source)
            if name.endswith(".py"):
                bytecode = _bytecode(source, f"{mounted_at}/{name}")
                if bytecode is not None:
                    new.writestr(f"{name}c", bytecode)
    return made.getvalue()


def _bytecode(source: bytes, path: str) -> bytes | None:
    """The contents of a `.pyc`; None for a file that this Python cannot compile, as some test data cannot."""
    try:
        code = compile(source, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return None
    return b"".join(
        (
            importlib.util.MAGIC_NUMBER,
            UNCHECKED_HASH,
            importlib.util.source_hash(source),
            marshal.dumps(code),
        )
    )


def lay_under(replacements: Mapping[str, str]) -> None:
    """Put other archives in the place of those that modules were imported from.

    Args:
        replacements: where the archive for each path lies now. Importers keep a listing of each
            archive, so that is exchanged as well, in place: importers made before hold on to it.

    """
    for path, replacement in replacements.items():
        Path(replacement).replace(path)
        listings: dict[str, dict[str, object]] = zipimport._zip_directory_cache  # type: ignore[attr-defined]
        known = listings.setdefault(path, {})
        known.clear()
        known.update(zipimport._read_directory(path))  # type: ignore[attr-defined]
    for module in list(sys.modules.values()):
        _name_source(module, tuple(replacements))
    # By these, inspect knows which modules it has seen under which file; under the old names it would look
    # at every module again, which takes half a second of a reader's first traceback.
    inspect.modulesbyfile.clear()
    inspect._filesbymodname.clear()  # type: ignore[attr-defined]


def _name_source(module: ModuleType, paths: tuple[str, ...]) -> None:
    """Let a module that came from bytecode name its source, as a module that came from source does."""
    file = getattr(module, "__file__", None)
    if not isinstance(file, str) or not file.endswith(".pyc") or not file.startswith(paths):
        return
    module.__file__ = file.removesuffix("c")
    spec = module.__spec__
    if spec is not None and spec.origin == file:
        spec.origin = module.__file__
