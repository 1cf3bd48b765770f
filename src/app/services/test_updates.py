from unittest.mock import call, create_autospec

import pytest

from app.services.updates import Update, UpdateSender, stream_translation


def test_sends_each_step_in_order() -> None:
    sent: list[Update] = []

    stream_translation(UpdateSender(sent.append), "c-1", ["habari", "asante"], str.upper)

    assert sent == [
        {"call_id": "c-1", "event": "started", "text": ""},
        {"call_id": "c-1", "event": "part", "text": "HABARI"},
        {"call_id": "c-1", "event": "part", "text": "ASANTE"},
        {"call_id": "c-1", "event": "finished", "text": ""},
    ]


def test_sends_a_part_before_it_asks_for_the_next() -> None:
    sender = create_autospec(UpdateSender, instance=True, spec_set=True)

    def translate(part: str) -> str:
        if part == "broken":
            raise RuntimeError("model is down")
        return part

    with pytest.raises(RuntimeError, match="model is down"):
        stream_translation(sender, "c-1", ["one", "broken"], translate)

    assert sender.send_update.call_args_list == [call("c-1", "started"), call("c-1", "part", "one")]
