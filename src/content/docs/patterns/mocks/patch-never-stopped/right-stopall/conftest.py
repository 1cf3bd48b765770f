from unittest.mock import patch

import pytest


@pytest.fixture(autouse=True)
def stop_patches():
    """End what start() began, in every test, whether it passed or not."""
    yield
    patch.stopall()
