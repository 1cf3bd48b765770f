from __future__ import annotations

import re

import pytest
from redgreen_testing.runs import Run, run_in_memory

WAITS = "every task waits for something that nothing in the event loop can bring."

TESTS = """
import asyncio
import socket

import pytest
from freezegun import freeze_time

async def consume(queue):
    return await queue.get()

@pytest.mark.asyncio
async def test_queue():
    await consume(asyncio.Queue())

@pytest.mark.asyncio
async def test_gather():
    await asyncio.gather(asyncio.sleep(1), consume(asyncio.Queue()), asyncio.Event().wait())

@pytest.mark.asyncio
async def test_await():
    await asyncio.create_task(consume(asyncio.Queue()))

@pytest.mark.asyncio
async def test_background():
    task = asyncio.create_task(consume(asyncio.Queue()), name="worker")
    await asyncio.get_running_loop().create_future()

@pytest.mark.asyncio
async def test_server():
    async def silent(reader, writer):
        await reader.read()
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await reader.readline()

def test_asyncio_run():
    async def main():
        lock = asyncio.Lock()
        await lock.acquire()
        await lock.acquire()
    asyncio.run(main())

def test_loop_without_a_task():
    asyncio.new_event_loop().run_forever()

@pytest.mark.asyncio
async def test_cleans_up():
    try:
        await asyncio.Event().wait()
    finally:
        await asyncio.sleep(1)
        print("cleaned up")

@pytest.fixture
def broken():
    asyncio.run(consume(asyncio.Queue()))

def test_fixture(broken):
    pass

@pytest.mark.asyncio
async def test_swallowed():
    await asyncio.gather(consume(asyncio.Queue()), return_exceptions=True)

@pytest.mark.asyncio
async def test_expected():
    with pytest.raises(BaseException):
        await asyncio.Event().wait()

@pytest.mark.xfail(reason="known")
@pytest.mark.asyncio
async def test_xfail():
    await asyncio.Event().wait()

@pytest.mark.asyncio
async def test_caught_by_a_worker():
    for _ in range(3):
        try:
            await asyncio.Event().wait()
        except Exception:
            pass

@pytest.mark.asyncio
async def test_stubborn():
    for _ in range(100):
        try:
            await asyncio.Event().wait()
        except BaseException:
            pass

@pytest.mark.asyncio
async def test_frozen():
    with freeze_time("2026-01-01"):
        await asyncio.sleep(1)

@pytest.mark.asyncio
async def test_many():
    for number in range(30):
        asyncio.create_task(consume(asyncio.Queue()))
    await asyncio.Event().wait()

def test_socket():
    ours, theirs = socket.socketpair()
    ours.recv(1)

@pytest.mark.asyncio
async def test_afterwards():
    await asyncio.sleep(1)
"""


@pytest.fixture(scope="module")
def run() -> Run:
    return run_in_memory(TESTS)


def waits(run: Run, test: str) -> list[str]:
    """The lines of the message that say who waits where."""
    failure = run.failure(test)
    assert failure["exceptionType"] == "Deadlock"
    first, *lines = failure["message"].splitlines()
    assert first == f"{WAITS} Outside the browser this would hang."
    return [line.split(": ", 1)[1] for line in lines]


def test_each_ends_and_the_next_run_is_clean(run: Run) -> None:
    assert len(run.outcomes) == 18
    assert {test: outcome for test, outcome in run.outcomes.items() if outcome != "failed"} == {
        "test_fixture": "error",
        "test_afterwards": "passed",
    }


def test_the_traceback_ends_where_the_reader_s_code_waits(run: Run) -> None:
    failure = run.failure("test_queue")
    assert [(frame["file"], frame["function"]) for frame in failure["frames"]] == [
        ("test_it.py", "test_queue"),
        ("test_it.py", "consume"),
        ("asyncio/queues.py", "get"),
    ]
    assert ">       await consume(asyncio.Queue())" in failure["text"]
    assert re.search(r"^E +Deadlock: every task waits", failure["text"], re.MULTILINE)
    assert "redgreen" not in failure["text"]
    assert waits(run, "test_queue") == ["consume waits at: return await queue.get()"]


def test_the_message_names_line_and_function_of_every_task(run: Run) -> None:
    assert (
        run.failure("test_queue")["message"].splitlines()[1].startswith("  test_it.py:9: consume waits at:")
    )
    assert waits(run, "test_background") == [
        "test_background waits at: await asyncio.get_running_loop().create_future()",
        "consume waits at: return await queue.get()",
    ]
    assert waits(run, "test_server") == [
        "test_server waits at: await reader.readline()",
        "silent waits at: await reader.read()",
    ]


# From 3.14 on Python knows who awaits whom in every case: `scripts/verify/conformance.test.ts` has more.
@pytest.mark.parametrize("test", ["test_gather", "test_await"])
def test_the_innermost_task_is_the_one_that_fails(run: Run, test: str) -> None:
    assert waits(run, test)[0] == "consume waits at: return await queue.get()"
    assert "consume" in [frame["function"] for frame in run.failure(test)["frames"]]


def test_loops_by_hand(run: Run) -> None:
    assert waits(run, "test_asyncio_run") == ["main waits at: await lock.acquire()"]
    assert waits(run, "test_loop_without_a_task") == []


def test_fixtures_fail_in_their_phase_and_code_cleans_up(run: Run) -> None:
    assert run.failure("test_fixture")["phase"] == "setup"
    assert run.printed("stdout", "test_cleans_up") == "cleaned up\n"


@pytest.mark.parametrize(
    "test", ["test_swallowed", "test_expected", "test_xfail", "test_caught_by_a_worker", "test_stubborn"]
)
def test_no_test_gets_over_it(run: Run, test: str) -> None:
    assert {failure["exceptionType"] for failure in run.failures(test)} == {"Deadlock"}


def test_a_clock_that_stands_still(run: Run) -> None:
    failure = run.failure("test_frozen")
    assert failure["exceptionType"] == "Deadlock"
    assert "the event loop's clock stands still" in failure["message"]
    assert "real_asyncio=True" in failure["message"]
    assert failure["frames"][0]["function"] == "test_frozen"


def test_many_tasks_are_one_story(run: Run) -> None:
    lines = run.failure("test_many")["message"].splitlines()
    assert len(lines) == 12
    assert lines[-1] == "… and 21 more tasks"


def test_sockets(run: Run) -> None:
    failure = run.failure("test_socket")
    assert failure["exceptionType"] == "Deadlock"
    assert failure["message"].startswith("this socket waits for data, and nothing can bring it")
    assert [frame["function"] for frame in failure["frames"]] == ["test_socket"]
