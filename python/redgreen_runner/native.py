"""Runs one folder natively, for verify: `python -m redgreen_runner.native ROOT OUT [PYTEST ARGUMENT…]`.

Events go to OUT, one JSON object a line, so that nothing a test prints can be mistaken for them.
The exit code is 0 when pytest ran, whatever its verdict: a failing test is data.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .entry import run


def main() -> None:
    """Read the command line and run."""
    root, out, *arguments = sys.argv[1:]
    sys.dont_write_bytecode = True
    with Path(out).open("w", encoding="utf-8") as events:
        run(Path(root), lambda event: print(json.dumps(event), file=events), arguments)


if __name__ == "__main__":
    main()
