from unittest.mock import call, create_autospec

from app.services.updates import UpdateSender, stream_translation


def test_stream_translation():
    sender = create_autospec(UpdateSender, instance=True, spec_set=True)

    stream_translation(sender, "c-1", ["habari", "asante"], str.upper)

    assert sender.send_update.call_args_list == [
        call("c-1", "started"),
        call("c-1", "part", "HABARI"),
        call("c-1", "part", "ASANTE"),
        call("c-1", "finished"),
    ]
