"""Cuts text into chunks that a model takes."""


class TextChunker:
    """Cuts at blanks, into chunks of at most `limit` characters."""

    def __init__(self, limit: int = 500) -> None:
        """Cut at `limit` characters. Raises ValueError for less than one."""
        if limit < 1:
            raise ValueError(f"limit must be 1 or more, not {limit}")
        self.limit = limit

    def chunk(self, text: str) -> list[str]:
        """Cut a text; words stay in order and in one piece.

        Known defect: a word that is itself longer than the limit becomes a chunk that is too long.
        """
        chunks: list[str] = []
        for word in text.split():
            if chunks and len(chunks[-1]) + 1 + len(word) <= self.limit:
                chunks[-1] = f"{chunks[-1]} {word}"
            else:
                chunks.append(word)
        return chunks
