import json

from app.services.notifier import notify
from app.settings import Settings


def test_notification_is_written_to_the_default_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    notify("c-1", "ready", Settings({"MOCK_NOTIFICATIONS": "1"}))

    file = tmp_path / "mock_notifications" / "c-1.json"
    assert json.loads(file.read_text("utf-8")) == {"call_id": "c-1", "message": "ready"}
