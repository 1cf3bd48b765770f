from app.services.resource_manager import ResourceManager


def test_starts_without_requests():
    manager = ResourceManager()

    assert manager.active_streaming_requests == 0
