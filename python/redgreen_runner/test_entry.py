from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest
from redgreen_testing.runs import run_in_memory, run_natively

from .entry import versions, write_files


@pytest.fixture
def _forgotten_versions() -> Iterator[None]:
    """They are looked up once a process."""
    versions.cache_clear()
    yield
    versions.cache_clear()


@pytest.mark.usefixtures("_forgotten_versions")
def test_versions_name_what_a_verdict_depends_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "pyodide", raising=False)
    found = versions()
    assert found["python"] == sys.version.split()[0]
    assert found["pytest"] == pytest.__version__
    assert "celery" in found
    assert "pyodide" not in found
    versions.cache_clear()
    monkeypatch.setitem(sys.modules, "pyodide", types.SimpleNamespace(__version__="314.0"))
    assert versions()["pyodide"] == "314.0"


def test_files_are_laid_out(tmp_path: Path) -> None:
    write_files(tmp_path, {"test_a.py": "a", "app/tasks/b.py": "é"})
    assert (tmp_path / "app/tasks/b.py").read_text(encoding="utf-8") == "é"


@pytest.mark.parametrize("name", ["../out.py", "/etc/out.py", "app/../../out.py"])
def test_files_stay_inside(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="leads out of the run's folder"):
        write_files(tmp_path / "project", {name: "x"})


def test_random_numbers_differ_from_run_to_run() -> None:
    """A memory snapshot restores the state of `random` too."""
    drawn = set()
    for _ in range(2):
        run = run_natively("import random\ndef test_it(): print(random.random())\n", "--verbose")
        drawn.add(run.printed("stdout", "test_it"))
    assert len(drawn) == 2


def test_a_test_that_exits() -> None:
    run = run_natively("import sys\ndef test_exits(): sys.exit(0)\ndef test_next(): pass\n")
    assert run.outcomes == {"test_exits": "failed", "test_next": "passed"}
    assert run.failure("test_exits")["exceptionType"] == "SystemExit"


def test_a_module_that_exits() -> None:
    run = run_natively({"test_a.py": "def test_a(): pass\n", "test_b.py": "import sys\nsys.exit(0)\n"})
    assert run.outcomes == {"test_b.py": "error"}
    assert run.failure("test_b.py")["exceptionType"] == "SystemExit"
    assert run.finished["exitCode"] == 3


def test_a_conftest_that_exits() -> None:
    run = run_natively({"conftest.py": "raise SystemExit(0)\n", "test_a.py": "def test_a(): pass\n"})
    assert run.finished["exitCode"] == 3
    assert run.finished["note"] == "pytest itself broke down: SystemExit: 0"


def test_a_keyboard_interrupt_names_the_test() -> None:
    run = run_natively(
        "def test_a(): pass\ndef test_b(): raise KeyboardInterrupt('enough')\ndef test_c(): pass\n"
    )
    assert run.outcomes == {"test_a": "passed", "test_b": "error"}
    failure = run.failure("test_b")
    assert (failure["phase"], failure["exceptionType"], failure["message"]) == (
        "call",
        "KeyboardInterrupt",
        "enough",
    )
    assert failure["frames"] == [{"file": "test_it.py", "line": 2, "function": "test_b"}]
    assert run.finished["exitCode"] == 2


def test_a_session_that_is_ended_with_exit_code_0_does_not_look_passed() -> None:
    run = run_natively(
        "import pytest\ndef test_a(): pytest.exit('bye', returncode=0)\ndef test_b(): assert 0\n"
    )
    assert run.outcomes == {"test_a": "error"}
    assert run.finished["exitCode"] == 3
    assert "1 of 1 tests did not pass" in run.finished["note"]


def test_a_plugin_that_is_unregistered_does_not_look_passed() -> None:
    run = run_natively("""
def test_kill(request):
    plugins = request.config.pluginmanager
    for plugin in plugins.get_plugins():
        if type(plugin).__name__ == "EventsPlugin":
            plugins.unregister(plugin)
def test_never_seen():
    pass
""")
    assert run.finished["exitCode"] == 3
    # The test that did it never told its end.
    assert run.outcomes == {"test_kill": "error"}
    assert run.failure("test_kill")["message"] == "the session went on without telling how this test ended"
    assert "did not pass" in run.finished["note"]


def test_a_plugin_that_is_unregistered_does_not_hide_a_failure() -> None:
    run = run_natively("""
def test_kill(request):
    plugins = request.config.pluginmanager
    for plugin in plugins.get_plugins():
        if type(plugin).__name__ == "EventsPlugin":
            plugins.unregister(plugin)
def test_fails():
    assert 0
""")
    assert run.finished["exitCode"] == 1
    assert run.outcomes == {"test_kill": "error"}


def test_an_exit_code_that_is_changed_does_not_look_passed() -> None:
    run = run_natively({
        "conftest.py": "def pytest_sessionfinish(session): session.exitstatus = 0\n",
        "test_a.py": "def test_a(): assert 0\n",
    })  # fmt: skip
    assert run.finished["exitCode"] == 3
    assert "1 of 1 tests did not pass" in run.finished["note"]


@pytest.mark.parametrize("option", ["--collect-only", "--fixtures", "--help"])
def test_an_option_that_runs_no_test_does_not_look_passed(option: str) -> None:
    run = run_natively({"pytest.ini": f"[pytest]\naddopts = {option}\n", "test_a.py": "def test_a(): pass\n"})
    assert run.finished["exitCode"] == 3
    assert "no test ran" in run.finished["note"]


@pytest.mark.parametrize("name", ["isinstance", "len", "getattr", "print", "Exception", "str", "__import__"])
def test_builtins_that_are_deleted_end_honestly(name: str) -> None:
    run = run_natively(f"import builtins\ndef test_a(): del builtins.{name}\ndef test_b(): assert 0\n")
    assert run.finished["exitCode"] != 0
    assert run.outcomes.get("test_b") != "passed"


def test_streams_that_are_replaced_or_closed() -> None:
    run = run_natively("""
import io, sys
def test_replaced():
    sys.stdout = sys.stderr = io.StringIO()
    print("lost")
def test_none():
    sys.stdout = None
    print("nowhere")
def test_closed():
    sys.stderr.close()
def test_fails():
    assert 0
""")
    assert run.outcomes == {
        "test_replaced": "passed",
        "test_none": "passed",
        "test_closed": "passed",
        "test_fails": "failed",
    }
    assert "1 failed, 3 passed" in run.console


def test_an_error_in_a_hook_is_named() -> None:
    run = run_natively({
        "conftest.py": "def pytest_runtest_logreport(report): raise RuntimeError('hook')\n",
        "test_a.py": "def test_a(): pass\n",
    })  # fmt: skip
    assert run.finished["exitCode"] == 3
    assert run.failure("test_a.py::test_a")["exceptionType"] == "RuntimeError"


def test_the_browser_s_entry_gives_the_same_events() -> None:
    script = "import asyncio\ndef test_it():\n    asyncio.run(asyncio.sleep(20))\n    assert 0\n"
    run = run_in_memory(script)
    assert run.failure("test_it")["message"] == "assert 0"
    assert run.finished["skippedSeconds"] == pytest.approx(20, abs=0.01)
