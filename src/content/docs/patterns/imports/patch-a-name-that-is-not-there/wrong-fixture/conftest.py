from unittest.mock import patch

import pytest


@pytest.fixture
def model_loader():
    with patch("app.tasks.health_tasks.model_loader") as loader:
        loader.names.return_value = ["ner", "qa"]
        yield loader
