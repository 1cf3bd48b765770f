from unittest.mock import Mock

import pytest

from app.model_scripts.translator import TranslationError, Translator


def test_model_error_is_wrapped():
    tokenizer = Mock(return_value={"input_ids": [[1, 2, 3]]})
    model = Mock()
    model.generate.side_effect = RuntimeError("CUDA error")

    with pytest.raises(TranslationError, match="CUDA error"):
        Translator(tokenizer, model).translate("Habari yako")
