from __future__ import annotations

import pytest

from .clock import BUSY_TURN, VirtualClock, _on_audit, hear_sleeps


class Machine:
    """The machine's clocks, as far as they are moved."""

    def __init__(self) -> None:
        self.moved = 0.0
        self.clock = VirtualClock(100.0, self._move)

    def _move(self, seconds: float) -> None:
        self.moved += seconds


@pytest.fixture
def machine() -> Machine:
    return Machine()


def test_a_jump_moves_every_clock(machine: Machine) -> None:
    machine.clock.jump(5.0)
    assert (machine.clock.now, machine.moved, machine.clock.skipped) == (105.0, 5.0, 5.0)


def test_a_busy_turn_moves_the_loop_s_clock_only(machine: Machine) -> None:
    machine.clock.turn()
    assert (machine.clock.now, machine.moved, machine.clock.skipped) == (100.0 + BUSY_TURN, 0.0, 0.0)


def test_a_blocking_sleep_has_moved_the_machine_by_itself(machine: Machine) -> None:
    machine.clock.slept(2.0)
    assert (machine.clock.now, machine.moved, machine.clock.skipped) == (102.0, 0.0, 0.0)


def test_a_job_keeps_its_sleep_to_itself(machine: Machine) -> None:
    assert machine.clock.time_of(lambda: machine.clock.slept(3.0)) == 3.0
    assert machine.clock.now == 100.0
    # The machine has seen these three seconds already.
    machine.clock.jump(4.0)
    assert (machine.clock.now, machine.moved, machine.clock.skipped) == (104.0, 1.0, 1.0)


def test_what_a_job_slept_is_credited_once(machine: Machine) -> None:
    machine.clock.time_of(lambda: machine.clock.slept(3.0))
    machine.clock.jump(1.0)
    machine.clock.jump(1.0)
    assert machine.moved == 1.0


def test_jobs_in_jobs(machine: Machine) -> None:
    inner: list[float] = []

    def outer() -> None:
        machine.clock.slept(1.0)
        inner.append(machine.clock.time_of(lambda: machine.clock.slept(2.0)))

    assert machine.clock.time_of(outer) == 1.0
    assert inner == [2.0]


def test_a_job_that_fails_ends(machine: Machine) -> None:
    with pytest.raises(ZeroDivisionError):
        machine.clock.time_of(lambda: machine.clock.slept(1 / 0))
    machine.clock.slept(1.0)
    assert machine.clock.now == 101.0


@pytest.mark.parametrize("odd", ["1", -1.0, 0, None, True])
def test_sleeps_are_heard_and_nonsense_is_left_to_python(machine: Machine, odd: object) -> None:
    hear_sleeps(machine.clock)
    try:
        _on_audit("time.sleep", (0.5,))
        _on_audit("time.sleep", (odd,))
        _on_audit("open", (7.0,))
    finally:
        hear_sleeps(None)
    _on_audit("time.sleep", (9.0,))
    assert machine.clock.now == 100.5
