"""What a program may expect of asyncio itself, run by pytest-asyncio or by hand."""

from __future__ import annotations

import asyncio
import contextvars
import unittest
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio


async def word(text: str, seconds: float = 0.0) -> str:
    await asyncio.sleep(seconds)
    return text


@pytest.mark.asyncio
async def test_gather_runs_side_by_side() -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    words = await asyncio.gather(*(word(letter, 0.2) for letter in "abcdefghij"))
    assert "".join(words) == "abcdefghij"
    assert 0.2 <= loop.time() - start < 1.9


@pytest.mark.asyncio
async def test_sleeps_end_in_the_order_of_their_length() -> None:
    ended: list[str] = []

    async def note(name: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        ended.append(name)

    await asyncio.gather(note("late", 0.06), note("early", 0.02), note("middle", 0.04))
    assert ended == ["early", "middle", "late"]


@pytest.mark.asyncio
async def test_wait_for_gives_up_and_cancels() -> None:
    cancelled = False

    async def slow() -> None:
        nonlocal cancelled
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            cancelled = True
            raise

    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(slow(), 0.05)
    assert cancelled


@pytest.mark.asyncio
async def test_a_loop_that_spins_reaches_its_time_out() -> None:
    async def spin() -> None:
        while True:  # noqa: ASYNC110 - that it polls is the point
            await asyncio.sleep(0)

    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(spin(), 0.05)


@pytest.mark.asyncio
async def test_timeout_blocks_nest() -> None:
    async def nested() -> None:
        async with asyncio.timeout(1):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(3600)

    with pytest.raises(TimeoutError):
        await nested()


@pytest.mark.asyncio
async def test_task_group_cancels_the_others() -> None:
    async def fail() -> None:
        await asyncio.sleep(0.01)
        raise ValueError("one of them")

    sleepers: list[asyncio.Task[None]] = []

    async def both() -> None:
        async with asyncio.TaskGroup() as group:
            sleepers.append(group.create_task(asyncio.sleep(3600)))
            group.create_task(fail())

    with pytest.raises(ExceptionGroup) as caught:
        await both()
    assert sleepers[0].cancelled()
    assert [str(one) for one in caught.value.exceptions] == ["one of them"]


@pytest.mark.asyncio
async def test_queue_lock_event_and_condition() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue(maxsize=1)
    lock, ready, order = asyncio.Lock(), asyncio.Event(), []

    async def produce() -> None:
        for number in range(5):
            await queue.put(number)
        ready.set()

    async def consume() -> None:
        async with lock:
            for _ in range(5):
                order.append(await queue.get())
                queue.task_done()

    await asyncio.gather(produce(), consume(), ready.wait(), queue.join())
    assert order == [0, 1, 2, 3, 4]


@pytest.mark.asyncio
async def test_shield_outlives_a_time_out() -> None:
    task = asyncio.create_task(word("kept", 0.1))
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(asyncio.shield(task), 0.02)
    assert await task == "kept"


@pytest.mark.asyncio
async def test_as_completed_and_wait() -> None:
    words = [word("slow", 0.05), word("fast", 0.01)]
    assert [await one for one in asyncio.as_completed(words)] == ["fast", "slow"]
    tasks = {asyncio.create_task(word("x", 0.01)), asyncio.create_task(word("y", 3600))}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    assert [task.result() for task in done] == ["x"]
    for task in pending:
        task.cancel()


@pytest.mark.asyncio
async def test_async_generators_are_closed() -> None:
    closed = False

    async def numbers() -> AsyncIterator[int]:
        nonlocal closed
        try:
            yield 1
            yield 2
        finally:
            await asyncio.sleep(0)
            closed = True

    source = numbers()
    assert await anext(source) == 1
    await asyncio.get_running_loop().shutdown_asyncgens()
    assert closed


@pytest.mark.asyncio
async def test_call_soon_threadsafe_and_call_at() -> None:
    loop = asyncio.get_running_loop()
    called: list[str] = []
    loop.call_at(loop.time() + 0.02, called.append, "later")
    loop.call_soon_threadsafe(called.append, "soon")
    loop.call_later(0.01, called.append, "between").cancel()
    await asyncio.sleep(0.05)
    assert called == ["soon", "later"]


@pytest.mark.asyncio
async def test_to_thread_keeps_context_result_and_exception() -> None:
    variable = contextvars.ContextVar[str]("variable")
    variable.set("kept")
    assert await asyncio.to_thread(variable.get) == "kept"
    with pytest.raises(ZeroDivisionError):
        await asyncio.to_thread(lambda: 1 // 0)
    assert await asyncio.get_running_loop().run_in_executor(None, sum, [1, 2, 3]) == 6


def test_asyncio_run_twice() -> None:
    assert asyncio.run(word("first")) == "first"
    assert asyncio.run(word("second")) == "second"


def test_asyncio_run_cancels_what_is_left_and_closes_generators() -> None:
    ended: list[str] = []

    async def background() -> None:
        try:
            await asyncio.sleep(3600)
        finally:
            ended.append("task")

    async def main() -> None:
        main.task = asyncio.create_task(background())  # type: ignore[attr-defined]
        await asyncio.sleep(0.01)

    asyncio.run(main())
    assert ended == ["task"]


def test_runner_keeps_one_loop() -> None:
    async def loop() -> asyncio.AbstractEventLoop:
        return asyncio.get_running_loop()

    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        assert runner.run(loop()) is runner.run(loop()) is runner.get_loop()
        kept = runner.get_loop()
    assert kept.is_closed()


def test_a_loop_by_hand() -> None:
    loop = asyncio.SelectorEventLoop()
    try:
        assert loop.run_until_complete(word("by hand", 0.01)) == "by hand"
        loop.call_soon(loop.stop)
        loop.run_forever()
        loop.run_until_complete(loop.shutdown_default_executor())
    finally:
        loop.close()


class ByUnittest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self) -> None:
        self.word = await word("set up")

    async def test_word(self) -> None:
        await asyncio.sleep(0.01)
        self.assertEqual(self.word, "set up")  # noqa: PT009 - unittest is what is tested


@pytest_asyncio.fixture
async def function_loop() -> AsyncIterator[asyncio.AbstractEventLoop]:
    await asyncio.sleep(0.01)
    yield asyncio.get_running_loop()
    await asyncio.sleep(0.01)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def module_loop() -> asyncio.AbstractEventLoop:
    return asyncio.get_running_loop()


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def session_loop() -> asyncio.AbstractEventLoop:
    return asyncio.get_running_loop()


@pytest.mark.asyncio
async def test_async_fixture_shares_the_loop_of_the_function(
    function_loop: asyncio.AbstractEventLoop,
) -> None:
    assert function_loop is asyncio.get_running_loop()


@pytest.mark.asyncio(loop_scope="module")
async def test_module_scope(module_loop: asyncio.AbstractEventLoop) -> None:
    assert module_loop is asyncio.get_running_loop()


@pytest.mark.asyncio(loop_scope="module")
async def test_module_scope_again(module_loop: asyncio.AbstractEventLoop) -> None:
    assert module_loop is asyncio.get_running_loop()


@pytest.mark.asyncio(loop_scope="session")
async def test_session_scope(session_loop: asyncio.AbstractEventLoop) -> None:
    assert session_loop is asyncio.get_running_loop()


@pytest.mark.asyncio(loop_scope="class")
class TestClassScope:
    loop: asyncio.AbstractEventLoop

    async def test_first(self) -> None:
        TestClassScope.loop = asyncio.get_running_loop()

    async def test_second(self) -> None:
        assert TestClassScope.loop is asyncio.get_running_loop()


@pytest.mark.asyncio
async def test_each_function_has_a_loop_of_its_own(module_loop: asyncio.AbstractEventLoop) -> None:
    assert module_loop is not asyncio.get_running_loop()
