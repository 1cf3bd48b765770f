from app.services.notifier import notify
from app.settings import Settings


def test_numbers_are_masked_by_default(send):
    settings = Settings({})

    notify("c-1", "call 0722 000 111", settings)

    send.assert_called_once_with("call", "c-1: call ***", url="http://notify.test/notifications")


def test_numbers_are_left_when_told(send):
    settings = Settings({"MASK_PHONE_NUMBERS": "0"})

    notify("c-1", "call 0722 000 111", settings)

    send.assert_called_once_with(
        "call", "c-1: call 0722 000 111", url="http://notify.test/notifications"
    )
