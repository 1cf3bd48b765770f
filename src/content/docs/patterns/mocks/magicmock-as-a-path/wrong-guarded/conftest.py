import os

import pytest


@pytest.fixture(autouse=True)
def clean_working_directory():
    """Fail a test that leaves files or folders where it was started."""
    before = set(os.listdir())
    yield
    left = sorted(set(os.listdir()) - before - {"__pycache__", ".pytest_cache"})
    assert left == [], "left in the working directory"
