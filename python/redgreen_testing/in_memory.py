"""Serves runs as `redgreen_runner.native` does, with the browser's event loops, sockets and clock."""

from __future__ import annotations

from typing import Any

from redgreen_runner.browser_loop import virtual_loops
from redgreen_runner.native import main, run_order


def run_order_in_memory(order: dict[str, Any]) -> None:
    """Run pytest as the browser does, but for its clocks, which only a browser's can be moved."""
    with virtual_loops() as clock:
        run_order(order, lambda: clock.skipped)


if __name__ == "__main__":
    main(run_order_in_memory)
