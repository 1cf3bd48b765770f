"""Brings an interpreter into the state that a snapshot keeps."""

from __future__ import annotations

import importlib
import json
import sys

from redgreen_runner import restored, warm

from .archives import lay_under


def prepare(replacements: str) -> None:
    """Warm up, change the archives for those that a reader gets, and forget the build.

    Args:
        replacements: JSON object; for the path of each archive, where the one to take its place lies.

    """
    warm.warm_up()
    # What it remembers of metadata is of archives that are about to go.
    importlib.invalidate_caches()
    lay_under(json.loads(replacements))
    # What the first session remembered of files was of the archives that are gone.
    warm.run_session()
    _forget_the_build()
    restored.let_go_of_files()
    warm.settle()


def _forget_the_build() -> None:
    package = __name__.partition(".")[0]
    folder = sys.modules[package].__path__[0].rpartition("/")[0]
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        del sys.modules[name]
    sys.path.remove(folder)
    for path in [path for path in sys.path_importer_cache if path.startswith(folder)]:
        del sys.path_importer_cache[path]
