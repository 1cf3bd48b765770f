from unittest.mock import MagicMock, Mock

from app.model_scripts.translator import Translator


def test_translate():
    tokens = MagicMock(spec_set=["to", "keys", "__getitem__"])
    tokens.to.return_value = tokens
    tokens.keys.return_value = ["input_ids"]
    tokens.__getitem__.side_effect = {"input_ids": [[1, 2, 3]]}.__getitem__
    tokenizer = Mock(return_value=tokens)
    tokenizer.decode.return_value = "Hello there"
    model = Mock()
    model.generate.return_value = [[7, 8]]

    assert Translator(tokenizer, model, device="cuda").translate("Habari yako") == "Hello there"

    tokens.to.assert_called_once_with("cuda")
    model.generate.assert_called_once_with(input_ids=[[1, 2, 3]], max_new_tokens=6)
    tokenizer.decode.assert_called_once_with([7, 8], skip_special_tokens=True)
