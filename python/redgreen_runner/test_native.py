from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from redgreen_testing.runs import Server


def run(server: Server, folder: Path, text: str) -> tuple[str, list[dict[str, Any]]]:
    root = folder / "project"
    root.mkdir()
    (root / "test_it.py").write_text(text, encoding="utf-8")
    answer = server.run({"root": str(root), "out": str(folder / "events"), "arguments": []})
    events = (folder / "events").read_text(encoding="utf-8").splitlines()
    return answer, [json.loads(line) for line in events]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    made = Server("redgreen_runner.native")
    yield made
    assert made.close() == 0


def test_a_run(server: Server, tmp_path: Path) -> None:
    answer, events = run(
        server, tmp_path, "import os\ndef test_it():\n    os.write(1, b'done\\n')\n    assert 0\n"
    )
    assert answer == "done"
    assert [event["outcome"] for event in events if event["kind"] == "test"] == ["failed"]
    assert events[-1]["exitCode"] == 1


def test_runs_know_nothing_of_each_other(server: Server, tmp_path: Path) -> None:
    text = "import sys\ndef test_it():\n    assert not hasattr(sys, 'mark')\n    sys.mark = 1\n"
    for name in ("first", "second"):
        folder = tmp_path / name
        folder.mkdir()
        assert run(server, folder, text)[1][-1]["exitCode"] == 0


def test_a_run_that_hangs_is_ended(tmp_path: Path) -> None:
    server = Server("redgreen_runner.native", limit=2)
    answer, events = run(server, tmp_path, "def test_it():\n    while True: pass\n")
    assert server.close() == 0
    assert answer == "the run was ended by signal 14 (limit: 2 s)"
    assert not [event for event in events if event["kind"] == "finished"]


@pytest.mark.parametrize("end", ["os._exit(0)", "os.abort()"])
def test_a_run_that_ends_its_process_has_no_last_event(server: Server, tmp_path: Path, end: str) -> None:
    _, events = run(server, tmp_path, f"import os\ndef test_it(): {end}\n")
    assert not [event for event in events if event["kind"] == "finished"]
    folder = tmp_path / "next"
    folder.mkdir()
    assert run(server, folder, "def test_it(): pass\n")[0] == "done"
