from unittest.mock import MagicMock

from app.model_scripts.translator import Translator


def test_translate():
    tokenizer, model = MagicMock(), MagicMock()
    tokenizer.decode.return_value = "Hello there"

    assert Translator(tokenizer, model).translate("Habari yako") == "Hello there"
