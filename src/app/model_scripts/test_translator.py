from __future__ import annotations

from unittest.mock import Mock, create_autospec

import pytest

from app.model_scripts.translator import TranslationError, Translator


class Tokens(dict[str, list[list[int]]]):
    """What a tokenizer gives: a dictionary that can be moved to a device."""

    device = "cpu"

    def to(self, device: str) -> Tokens:
        self.device = device
        return self


class Tokenizer:
    def __call__(self, text: str, *, return_tensors: str, truncation: bool, max_length: int) -> Tokens:
        return Tokens(input_ids=[list(range(len(text.split())))])

    def decode(self, tokens: list[int], *, skip_special_tokens: bool) -> str:
        return "Hello there"


class Model:
    def generate(self, *, input_ids: list[list[int]], max_new_tokens: int) -> list[list[int]]:
        return [[7, 8]]


@pytest.fixture
def tokenizer() -> Mock:
    mock: Mock = create_autospec(Tokenizer(), spec_set=True)
    mock.return_value = Tokens(input_ids=[[1, 2, 3]])
    mock.decode.return_value = "Hello there"
    return mock


@pytest.fixture
def model() -> Mock:
    mock: Mock = create_autospec(Model, instance=True, spec_set=True)
    mock.generate.return_value = [[7, 8]]
    return mock


def test_translates_on_the_device(tokenizer: Mock, model: Mock) -> None:
    assert Translator(tokenizer, model, device="cuda").translate("Habari yako") == "Hello there"

    assert tokenizer.return_value.device == "cuda"
    tokenizer.assert_called_once_with("Habari yako", return_tensors="pt", truncation=True, max_length=512)
    tokenizer.decode.assert_called_once_with([7, 8], skip_special_tokens=True)


def test_allows_twice_as_many_tokens_as_it_reads(tokenizer: Mock, model: Mock) -> None:
    Translator(tokenizer, model).translate("Habari yako")

    model.generate.assert_called_once_with(input_ids=[[1, 2, 3]], max_new_tokens=6)


@pytest.mark.parametrize("part", ["tokenizer", "model"])
def test_wraps_what_the_libraries_raise(tokenizer: Mock, model: Mock, part: str) -> None:
    down = RuntimeError("CUDA error")
    broken = {"tokenizer": tokenizer, "model": model.generate}[part]
    broken.side_effect = down

    with pytest.raises(TranslationError, match=r"^Translation failed: CUDA error$") as caught:
        Translator(tokenizer, model).translate("Habari")

    assert caught.value.__cause__ is down
