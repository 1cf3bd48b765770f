from unittest.mock import create_autospec, patch

from app.services.notifier import notify
from app.settings import Settings


@patch("app.services.notifier.send_notification", autospec=True)
def test_nothing_is_sent_in_a_demonstration(send, tmp_path):
    folder = tmp_path / "out"
    settings = create_autospec(
        Settings({}), mock_notifications=True, mock_notifications_folder=str(folder)
    )

    notify("c-1", "ready", settings)

    send.assert_not_called()
    assert [file.name for file in folder.iterdir()] == ["c-1.json"]
