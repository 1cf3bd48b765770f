import pytest

from app.services.text_chunker import TextChunker


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        ("", []),
        ("ab cd", ["ab cd"]),
        ("ab cde", ["ab", "cde"]),
        ("a b c d", ["a b c", "d"]),
        (" ab \n cd ef ", ["ab cd", "ef"]),
    ],
)
def test_cuts_at_blanks(text: str, chunks: list[str]) -> None:
    assert TextChunker(5).chunk(text) == chunks


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="a long word is not cut yet")
def test_cuts_a_word_that_is_too_long() -> None:
    assert TextChunker(4).chunk("abcdef gh") == ["abcd", "ef", "gh"]


def test_limit_must_be_positive() -> None:
    with pytest.raises(ValueError, match="limit must be 1 or more, not 0"):
        TextChunker(0)
