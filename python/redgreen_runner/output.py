"""What the code under test prints: sent on in batches, kept within limits."""

from __future__ import annotations

import io
import time
from typing import Literal

from .events import Emit

#: Most characters sent of one run: the first half as it comes, then the newest half.
MOST_CHARACTERS = 250_000
#: Most lines, counted the same way.
MOST_LINES = 10_000
#: A batch is sent when it is this long (characters) …
BATCH_CHARACTERS = 16_384
#: … or this old (seconds).
BATCH_SECONDS = 0.05
#: While output is being left out, the newest part is sent this often (seconds).
TAIL_SECONDS = 0.5


class OutputBudget:
    """Counts what all streams of a run have printed and decides what is still sent."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit
        self._pending: list[tuple[str, str, str | None]] = []
        self._pending_size = 0
        self._sent_at = time.monotonic()
        self._head_characters = 0
        self._head_lines = 0
        self._tail = ""
        self._after_head = 0
        self._lines_after_head = 0
        self.test: str | None = None

    def write(self, stream: str, text: str) -> None:
        """Take text printed now; send it when its batch is full."""
        head, rest = self._split_at_head(text)
        if head:
            self._append(stream, head)
        if rest:
            self._keep_tail(rest)
        if self._pending_size >= BATCH_CHARACTERS or time.monotonic() - self._sent_at > (
            TAIL_SECONDS if self._after_head else BATCH_SECONDS
        ):
            self.flush()

    def flush(self) -> None:
        """Send what is waiting."""
        self._sent_at = time.monotonic()
        for stream, text, test in self._pending:
            self._emit({"kind": "output", "stream": stream, "text": text, "test": test})
        self._pending.clear()
        self._pending_size = 0
        if self._after_head:
            kept = self._kept_tail()
            self._emit(
                {
                    "kind": "output-tail",
                    "text": kept,
                    "leftOutCharacters": self._after_head - len(kept),
                    "leftOutLines": max(0, self._lines_after_head - kept.count("\n")),
                }
            )

    def _append(self, stream: str, text: str) -> None:
        last = self._pending[-1] if self._pending else None
        if last is not None and last[0] == stream and last[2] == self.test:
            self._pending[-1] = (stream, last[1] + text, self.test)
        else:
            self._pending.append((stream, text, self.test))
        self._pending_size += len(text)

    def _split_at_head(self, text: str) -> tuple[str, str]:
        if self._after_head:
            return "", text
        room = MOST_CHARACTERS // 2 - self._head_characters
        lines_left = MOST_LINES // 2 - self._head_lines
        cut = min(len(text), max(0, room))
        if text.count("\n", 0, cut) > lines_left:
            cut = _end_of_line(text, lines_left)
        self._head_characters += cut
        self._head_lines += text.count("\n", 0, cut)
        return text[:cut], text[cut:]

    def _keep_tail(self, text: str) -> None:
        self._after_head += len(text)
        self._lines_after_head += text.count("\n")
        # Trimmed only when it has doubled, so that many small prints cost little.
        self._tail += text if len(text) <= MOST_CHARACTERS else text[-MOST_CHARACTERS:]
        if len(self._tail) > 2 * MOST_CHARACTERS:
            self._tail = self._kept_tail()

    def _kept_tail(self) -> str:
        kept = self._tail[-(MOST_CHARACTERS // 2) :]
        lines = kept.split("\n")
        if len(lines) > MOST_LINES // 2:
            kept = "\n".join(lines[-(MOST_LINES // 2) :])
        return kept


def _end_of_line(text: str, lines: int) -> int:
    """Return the index after the given number of lines."""
    index = 0
    for _ in range(lines):
        index = text.index("\n", index) + 1
    return index


class OutputStream(io.TextIOBase):
    """Stands in for `sys.stdout` or `sys.stderr` while tests run."""

    def __init__(self, budget: OutputBudget, name: Literal["stdout", "stderr", "console"]) -> None:
        self._budget = budget
        self._name = name

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """UTF-8, as every reader of ours expects."""
        return "utf-8"

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def isatty(self) -> bool:
        """No terminal: pytest then prints no colours and no progress rewrites."""
        return False

    def write(self, text: str) -> int:
        """Hand the text to the run's budget."""
        if not isinstance(text, str):
            message = f"write() argument must be str, not {type(text).__name__}"
            raise TypeError(message)
        self._budget.write(self._name, text)
        return len(text)
