import pytest

from app.celery_app import celery_app


@pytest.fixture
def queue():
    """The app's own queue, in memory: what was sent can be read back."""
    with celery_app.connection_for_read() as connection:
        waiting = connection.SimpleQueue("celery")
        waiting.clear()  # a queue in memory outlives a test
        yield waiting
        waiting.clear()
