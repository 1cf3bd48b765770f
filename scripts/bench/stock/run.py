"""Runs one variant of an example as a plain Pyodide page would: pytest in the one interpreter that there is."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path("/home/pyodide/project")


def run(order: str) -> int:
    """Write the files of a JSON object, run pytest over its arguments, give the exit code."""
    wanted = json.loads(order)
    shutil.rmtree(ROOT, ignore_errors=True)
    for name, text in wanted["files"].items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    os.chdir(ROOT)
    # Modules of the run before would be taken for those of this one.
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(str(ROOT)):
            del sys.modules[name]
    return int(pytest.main(["-q", "-p", "no:cacheprovider", *wanted["arguments"]]))
