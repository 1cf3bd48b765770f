"""What the code under test prints: sent on in batches, kept within limits."""

from __future__ import annotations

import codecs
import io
import time
from collections.abc import Callable
from typing import Any, Literal

from .events import Emit

Stream = Literal["stdout", "stderr", "console"]

#: Most characters sent of one run: the first half as it comes, then the newest half.
MOST_CHARACTERS = 250_000
#: Most lines, counted the same way.
MOST_LINES = 10_000
#: What the code under test prints is sent at once, up to this many times in `BATCH_SECONDS`: code that
#: prints and then hangs for ever has shown what it printed. Only a flood is worth batching, and what
#: pytest itself prints, word by word: before code of the reader's runs, `show` sends it.
MOST_AT_ONCE = 50
#: A batch is sent when it is this long (characters) …
BATCH_CHARACTERS = 16_384
#: … or this old (seconds).
BATCH_SECONDS = 0.05
#: While output is being left out, the newest part is sent this often (seconds).
TAIL_SECONDS = 0.5


class OutputBudget:
    """Counts what all streams of a run have printed and decides what is still sent."""

    def __init__(self, emit: Emit, clock: Callable[[], float] = time.monotonic) -> None:
        self._emit = emit
        # Not looked up when needed: a test may have replaced it, and count how often it is asked.
        self._clock = clock
        self._pending: list[tuple[str, str, str | None]] = []
        self._pending_size = 0
        self._sent_at = clock()
        self._window_began = self._sent_at
        self._sent_in_window = 0
        self._head_characters = 0
        self._head_lines = 0
        self._tail = Tail()
        self._test: str | None = None
        self.streams: list[io.TextIOWrapper] = []

    def begin(self, test: str | None) -> None:
        """What is printed from now on belongs to `test`; to none if None."""
        self.show()
        self._test = test

    def show(self) -> None:
        """Send what is waiting: what comes next may never end."""
        self._flush_streams()
        self._send_pending()

    def write(self, stream: Stream, text: str) -> None:
        """Take text printed now; send it when its batch is full or old enough."""
        head, rest = self._split_at_head(text)
        if head:
            self._append(stream, head)
        if rest:
            self._tail.add(rest)
        now = self._clock()
        waited = now - self._sent_at
        trickles = stream != "console" and self._is_trickle(now)
        if trickles or self._pending_size >= BATCH_CHARACTERS or waited > BATCH_SECONDS:
            self._send_pending()
        if rest and waited > TAIL_SECONDS:
            self._send_tail()

    def _is_trickle(self, now: float) -> bool:
        if now - self._window_began > BATCH_SECONDS:
            self._window_began = now
            self._sent_in_window = 0
        self._sent_in_window += 1
        return self._sent_in_window <= MOST_AT_ONCE

    def finish(self) -> None:
        """Send everything that is still waiting."""
        self.show()
        self._send_tail()

    def _flush_streams(self) -> None:
        for stream in self.streams:
            # The reader's code may have closed it; then there is nothing in it.
            if not stream.closed:
                stream.flush()

    def _send_pending(self) -> None:
        if not self._pending:
            return
        self._sent_at = self._clock()
        pending, self._pending, self._pending_size = self._pending, [], 0
        for stream, text, test in pending:
            self._emit({"kind": "output", "stream": stream, "text": text, "test": test})

    def _send_tail(self) -> None:
        if self._tail.characters == 0:
            return
        self._sent_at = self._clock()
        self._emit({"kind": "output-tail", **self._tail.kept()})

    def _append(self, stream: Stream, text: str) -> None:
        last = self._pending[-1] if self._pending else None
        if last is not None and last[0] == stream and last[2] == self._test:
            self._pending[-1] = (stream, last[1] + text, self._test)
        else:
            self._pending.append((stream, text, self._test))
        self._pending_size += len(text)

    def _split_at_head(self, text: str) -> tuple[str, str]:
        if self._tail.characters:
            return "", text
        room = MOST_CHARACTERS // 2 - self._head_characters
        lines_left = MOST_LINES // 2 - self._head_lines
        cut = min(len(text), max(0, room))
        if text.count("\n", 0, cut) > lines_left:
            cut = _end_of_line(text, lines_left)
        self._head_characters += cut
        self._head_lines += text.count("\n", 0, cut)
        return text[:cut], text[cut:]


class Tail:
    """The newest part of what did not fit any more."""

    def __init__(self) -> None:
        self.characters = 0
        self._lines = 0
        self._text = ""

    def add(self, text: str) -> None:
        """Take more; what is older than the limit falls out."""
        self.characters += len(text)
        self._lines += text.count("\n")
        # Trimmed only when it has doubled, so that many small prints cost little.
        self._text += text if len(text) <= MOST_CHARACTERS else text[-MOST_CHARACTERS:]
        if len(self._text) > 2 * MOST_CHARACTERS:
            self._text = self._newest()

    def kept(self) -> dict[str, Any]:
        """Return the text that is kept, and how much is left out before it."""
        text = self._newest()
        return {
            "text": text,
            "leftOutCharacters": self.characters - len(text),
            "leftOutLines": self._lines - text.count("\n"),
        }

    def _newest(self) -> str:
        text = self._text[-(MOST_CHARACTERS // 2) :]
        lines = text.split("\n")
        return "\n".join(lines[-(MOST_LINES // 2) :])


def _end_of_line(text: str, lines: int) -> int:
    """Return the index after the given number of lines."""
    index = 0
    for _ in range(lines):
        index = text.index("\n", index) + 1
    return index


class _Sink(io.RawIOBase):
    """The bytes under a text stream; they come in whole lines, or when something is flushed."""

    def __init__(self, budget: OutputBudget, name: Stream) -> None:
        self._budget = budget
        self._name = name
        # Bytes written past the text layer (`sys.stdout.buffer`) may be anything.
        self._decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        text = self._decoder.decode(data)
        if text:
            self._budget.write(self._name, text)
        return len(data)


def output_stream(budget: OutputBudget, name: Stream) -> io.TextIOWrapper:
    """Make a stand-in for `sys.stdout` or `sys.stderr`: a real text stream, line by line, in UTF-8."""
    errors = "strict" if name == "stdout" else "backslashreplace"
    sink: Any = _Sink(budget, name)
    stream = io.TextIOWrapper(sink, encoding="utf-8", errors=errors, newline="\n", line_buffering=True)
    budget.streams.append(stream)
    return stream
