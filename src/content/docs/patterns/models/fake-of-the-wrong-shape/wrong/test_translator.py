from unittest.mock import Mock

from app.model_scripts.translator import Translator


def test_translate():
    tokenizer = Mock(return_value={"input_ids": [[1, 2, 3]]})
    tokenizer.decode.return_value = "Hello there"
    model = Mock()
    model.generate.return_value = [[7, 8]]

    assert Translator(tokenizer, model).translate("Habari yako") == "Hello there"
