from collections import UserDict
from unittest.mock import Mock

import pytest

from app.model_scripts.translator import Translator


class Tokens(UserDict):
    """Like the real BatchEncoding: a UserDict whose values move, not a dict."""

    def to(self, device):
        self.device = device
        return self


@pytest.fixture
def tokenizer():
    tokenizer = Mock(return_value=Tokens(input_ids=[[1, 2, 3]]))
    tokenizer.decode.return_value = "Hello there"
    return tokenizer


@pytest.fixture
def model():
    model = Mock()
    model.generate.return_value = [[7, 8]]
    return model


def test_translate(tokenizer, model):
    assert Translator(tokenizer, model, device="cuda").translate("Habari yako") == "Hello there"

    assert tokenizer.return_value.device == "cuda"
    model.generate.assert_called_once_with(input_ids=[[1, 2, 3]], max_new_tokens=6)
    tokenizer.decode.assert_called_once_with([7, 8], skip_special_tokens=True)
