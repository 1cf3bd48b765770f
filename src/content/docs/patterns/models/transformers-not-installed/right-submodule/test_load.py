import sys
from unittest.mock import MagicMock, patch

from app.model_scripts.runtime_check import missing_tasks


def test_names_what_is_missing():
    pipelines = MagicMock()
    pipelines.get_supported_tasks.return_value = ["text-classification", "translation"]
    fakes = {"transformers": MagicMock(), "transformers.pipelines": pipelines}

    with patch.dict(sys.modules, fakes):
        assert missing_tasks() == ["automatic-speech-recognition", "token-classification"]
