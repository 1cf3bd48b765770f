import json
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock, patch

import pytest

from app.services.notifier import notify, notify_webhook
from app.settings import Settings, Webhook


@pytest.fixture
def send() -> Iterator[MagicMock]:
    with patch("app.services.notifier.send_notification", autospec=True) as mock:
        yield mock


def test_sends_to_the_notification_service(send: MagicMock) -> None:
    notify("c-1", "ready", Settings({}))

    send.assert_called_once_with("call", "c-1: ready", url="http://notify.test/notifications")


@pytest.mark.parametrize("number", ["0722 000 111", "+254722000111", "555-0100-22"])
def test_masks_phone_numbers_by_default(send: MagicMock, number: str) -> None:
    notify("c-1", f"call {number}, order 42", Settings({}))

    assert send.call_args.args == ("call", "c-1: call ***, order 42")


def test_leaves_phone_numbers_if_told(send: MagicMock) -> None:
    notify("c-1", "call 0722 000 111", Settings({"MASK_PHONE_NUMBERS": "0"}))

    assert send.call_args.args == ("call", "c-1: call 0722 000 111")


def test_writes_to_a_folder_instead(send: MagicMock, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    settings = Settings({"MOCK_NOTIFICATIONS": "1", "MOCK_NOTIFICATIONS_FOLDER": str(folder)})

    notify("c-1", "call 0722 000 111", settings)

    assert json.loads((folder / "c-1.json").read_text("utf-8")) == {
        "call_id": "c-1",
        "message": "call ***",
    }
    send.assert_not_called()


@pytest.mark.parametrize(("kinds", "sent"), [((), True), (("result",), True), (("error",), False)], ids=str)
def test_a_webhook_gets_the_kinds_it_wants(send: MagicMock, kinds: tuple[str, ...], sent: bool) -> None:
    assert notify_webhook(Webhook("http://hook.test", kinds), "result", "ready") is sent

    assert send.called is sent
    if sent:
        send.assert_called_once_with("result", "ready", url="http://hook.test")
