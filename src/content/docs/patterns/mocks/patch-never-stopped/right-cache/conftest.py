import pytest

from app.services.notifications import default_session


@pytest.fixture(autouse=True)
def fresh_session():
    """Keep one test's session, mocked perhaps, out of the next test."""
    default_session.cache_clear()
    yield
    default_session.cache_clear()
