from unittest.mock import patch

import pytest

from app.tasks.model_tasks import classifier_classify_task


def test_blank_text_is_refused():
    with patch("app.model_scripts.model_loader.model_loader", autospec=True) as models:
        with pytest.raises(ValueError, match="^nothing to classify$"):
            classifier_classify_task.run(" ")

    models.predict.assert_not_called()
