import json

from app.services.notifier import notify
from app.settings import Settings


def test_notification_is_written(tmp_path):
    settings = Settings({"MOCK_NOTIFICATIONS": "1", "MOCK_NOTIFICATIONS_FOLDER": str(tmp_path / "out")})

    notify("c-1", "ready", settings)

    file = tmp_path / "out" / "c-1.json"
    assert json.loads(file.read_text("utf-8")) == {"call_id": "c-1", "message": "ready"}
