from types import SimpleNamespace
from unittest.mock import Mock

from app.model_scripts.translator import Translator


def test_translate():
    tokens = SimpleNamespace(input_ids=[[1, 2, 3]], to=lambda device: tokens)
    tokenizer = Mock(return_value=tokens)
    tokenizer.decode.return_value = "Hello there"
    model = Mock()
    model.generate.return_value = [[7, 8]]

    assert Translator(tokenizer, model).translate("Habari yako") == "Hello there"
