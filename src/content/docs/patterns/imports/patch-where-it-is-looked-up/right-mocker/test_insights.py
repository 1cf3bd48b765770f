from app.services import insights

TRANSCRIPT = "Asha called. She wants a refund."


def test_call_summary(mocker):
    summarise = mocker.patch.object(insights, "summarise", autospec=True)
    summarise.return_value = "short"

    summary = insights.call_summary(TRANSCRIPT)

    assert summary == "short"
    summarise.assert_called_once_with(TRANSCRIPT)
