from __future__ import annotations

import asyncio
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from redgreen_testing.runs import run_in_memory

from .browser_loop import VirtualClockEventLoop, virtual_loops
from .memory_socket import MemorySocket

CONFORMANCE = Path(__file__).parent / "conformance"
#: Python announces a blocking sleep from 3.13 on; before that, the clock can't hear it.
NEEDS_SLEEPS_ANNOUNCED = (
    "test_a_blocking_sleep_counts_for_the_loop",
    "test_sleeps_in_threads_run_side_by_side",
    "test_a_slow_thread_times_out",
)


@pytest.mark.parametrize("name", ["test_streams.py", "test_servers.py", "test_protocols.py", "test_loops.py"])
def test_conformance_in_memory(name: str) -> None:
    run = run_in_memory({name: (CONFORMANCE / name).read_text(encoding="utf-8")})
    assert len(run.outcomes) >= 6
    # Some skip what an older Python does not promise; in the browser's Python all of them pass, see verify.
    good = ("passed", "skipped")
    assert {test: outcome for test, outcome in run.outcomes.items() if outcome not in good} == {}
    assert (run.finished["exitCode"], run.finished["note"]) == (0, "")


def test_everything_is_put_back() -> None:
    policy, socket_class = type(asyncio.get_event_loop_policy()), socket.socket
    with virtual_loops():
        assert isinstance(asyncio.new_event_loop(), VirtualClockEventLoop)
        assert issubclass(asyncio.SelectorEventLoop, VirtualClockEventLoop)
        assert asyncio.get_event_loop_policy()._loop_factory is VirtualClockEventLoop  # type: ignore[attr-defined]
        assert socket.socket is MemorySocket
    assert type(asyncio.get_event_loop_policy()) is policy
    assert socket.socket is socket_class
    assert not isinstance(asyncio.new_event_loop(), VirtualClockEventLoop)
    assert not issubclass(asyncio.SelectorEventLoop, VirtualClockEventLoop)


def test_an_hour_passes_at_once_and_the_machine_is_told() -> None:
    moved: list[float] = []
    started = time.monotonic()
    with virtual_loops(moved.append) as clock:
        before = clock.now
        asyncio.run(asyncio.sleep(3600))
        assert clock.now - before == pytest.approx(3600, abs=0.01)
        assert clock.skipped == sum(moved)
    assert sum(moved) == pytest.approx(3600, abs=0.01)
    assert time.monotonic() - started < 10


def test_loops_share_the_clock() -> None:
    with virtual_loops():
        one, other = asyncio.new_event_loop(), asyncio.new_event_loop()
        before = other.time()
        one.run_until_complete(asyncio.sleep(5))
        assert other.time() - before >= 5
        one.close()
        other.close()


def test_a_replaced_clock_counts_as_natively(monkeypatch: pytest.MonkeyPatch) -> None:
    with virtual_loops():
        loop = asyncio.new_event_loop()
        monkeypatch.setattr(time, "monotonic", lambda: 42.0)
        assert loop.time() == 42.0
        loop.close()


def test_executors_run_inline() -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        assert await loop.run_in_executor(None, pow, 2, 10) == 1024
        with ThreadPoolExecutor() as pool:
            assert await loop.run_in_executor(pool, pow, 2, 3) == 8
        with pytest.raises(ZeroDivisionError):
            await loop.run_in_executor(None, divmod, 1, 0)
        await loop.shutdown_default_executor()
        with pytest.raises(RuntimeError, match="Executor shutdown has been called"):
            await loop.run_in_executor(None, print)

    with virtual_loops():
        asyncio.run(main())


def test_an_exit_in_an_executor_is_an_exit() -> None:
    async def main() -> None:
        await asyncio.get_running_loop().run_in_executor(None, exit, 3)

    with virtual_loops(), pytest.raises(SystemExit):
        asyncio.run(main())


def test_a_closed_loop_is_closed() -> None:
    with virtual_loops():
        loop = asyncio.new_event_loop()
        loop.close()
        loop.close()
        with pytest.raises(RuntimeError, match="Event loop is closed"):
            loop.run_in_executor(None, print)
        with pytest.raises(RuntimeError, match="Event loop is closed"):
            loop.call_soon(print)


def test_time_in_memory() -> None:
    run = run_in_memory({"test_time.py": (CONFORMANCE / "test_time.py").read_text(encoding="utf-8")})
    needed = {name: outcome for name, outcome in run.outcomes.items() if outcome != "passed"}
    # Without a machine whose clocks can be moved, only the clocks of the loop are to be had.
    assert set(needed) <= {
        *(f"test_time.py::{name}" for name in NEEDS_SLEEPS_ANNOUNCED),
        "test_time.py::test_every_clock_sees_a_sleep",
        "test_time.py::test_sleeps_side_by_side_take_as_long_as_one",
        "test_time.py::test_deadlines_by_time_monotonic",
    }
