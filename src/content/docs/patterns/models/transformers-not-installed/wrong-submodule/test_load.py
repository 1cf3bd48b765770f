import sys
from unittest.mock import MagicMock, patch

from app.model_scripts.runtime_check import missing_tasks


def test_nothing_is_missing():
    with patch.dict(sys.modules, {"transformers": MagicMock()}):
        assert missing_tasks() == []
