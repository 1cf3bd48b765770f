from unittest.mock import patch

import pytest


@pytest.fixture
def models():
    """Stands in for the model loader: no test loads a real model."""
    with patch(
        "app.model_scripts.model_loader.model_loader",
        autospec=True,
    ) as loader:
        yield loader
