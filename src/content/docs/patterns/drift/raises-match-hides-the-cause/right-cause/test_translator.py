from unittest.mock import Mock

import pytest

from app.model_scripts.translator import TranslationError, Translator


class Tokens(dict):
    def to(self, device):
        return self


def test_model_error_is_wrapped():
    down = RuntimeError("CUDA error")
    model = Mock()
    model.generate.side_effect = down

    with pytest.raises(TranslationError) as caught:
        Translator(Mock(return_value=Tokens(input_ids=[[1, 2, 3]])), model).translate("Habari yako")

    assert caught.value.__cause__ is down
