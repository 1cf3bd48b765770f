import pytest

from app import api
from app.settings import settings


@pytest.fixture
def prerelease():
    before = settings.app_version
    settings.app_version = "0.1.0"
    yield settings.app_version
    settings.app_version = before


def test_feedback_names_the_version(prerelease):
    assert api.get("/version") == (200, {"version": prerelease})
