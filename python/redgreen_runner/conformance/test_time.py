"""Time as a program measures it: sleeps are as long as asked, whoever waits for them."""

from __future__ import annotations

import asyncio
import datetime
import time

import pytest
from freezegun import freeze_time


@pytest.mark.asyncio
async def test_every_clock_sees_a_sleep() -> None:
    clocks = (time.monotonic, time.time, time.perf_counter, asyncio.get_running_loop().time)
    before = [clock() for clock in clocks]
    today = datetime.datetime.now(datetime.UTC)
    await asyncio.sleep(0.2)
    # The wall clock counts in milliseconds, so it may seem a little early.
    assert all(clock() - start >= 0.199 for clock, start in zip(clocks, before, strict=True))
    assert datetime.datetime.now(datetime.UTC) - today >= datetime.timedelta(seconds=0.199)


@pytest.mark.asyncio
async def test_sleeps_side_by_side_take_as_long_as_one() -> None:
    start = time.monotonic()
    await asyncio.gather(*(asyncio.sleep(0.3) for _ in range(20)))
    assert 0.3 <= time.monotonic() - start < 5.0


@pytest.mark.asyncio
async def test_a_blocking_sleep_counts_for_the_loop() -> None:
    loop = asyncio.get_running_loop()
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0.01)

    ticker = asyncio.create_task(tick())
    await asyncio.sleep(0)
    start = loop.time()
    time.sleep(0.2)  # noqa: ASYNC251 - that it blocks is the point
    assert loop.time() - start >= 0.19
    await asyncio.sleep(0)
    assert ticks < 5
    ticker.cancel()


@pytest.mark.asyncio
async def test_sleeps_in_threads_run_side_by_side() -> None:
    start, loop_start = time.monotonic(), asyncio.get_running_loop().time()
    await asyncio.gather(*(asyncio.to_thread(time.sleep, 0.3) for _ in range(3)))
    assert time.monotonic() - start >= 0.3
    assert 0.29 <= asyncio.get_running_loop().time() - loop_start < 0.8


@pytest.mark.asyncio
async def test_a_slow_thread_times_out() -> None:
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.3), 0.1)


@pytest.mark.asyncio
async def test_deadlines_by_time_monotonic() -> None:
    polls, deadline = 0, time.monotonic() + 0.5
    while time.monotonic() < deadline:
        polls += 1
        await asyncio.sleep(0.1)
    assert 1 <= polls <= 5


@pytest.mark.asyncio
async def test_frozen_time_with_a_real_loop() -> None:
    with freeze_time("2026-01-02", real_asyncio=True):
        start = asyncio.get_running_loop().time()
        await asyncio.sleep(0.05)
        assert asyncio.get_running_loop().time() - start >= 0.05
        assert datetime.date.today().isoformat() == "2026-01-02"


@pytest.mark.asyncio
async def test_frozen_time_that_ticks() -> None:
    with freeze_time("2026-01-02", tick=True):
        await asyncio.sleep(0.05)
        assert time.time() - datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC).timestamp() >= 0.04


@pytest.mark.asyncio
async def test_frozen_time_moved_by_hand() -> None:
    async def later() -> str:
        await asyncio.sleep(60)
        return "a minute later"

    with freeze_time("2026-01-02") as frozen:
        task = asyncio.create_task(later())
        await asyncio.sleep(0)
        frozen.tick(61)
        assert await task == "a minute later"
