from app.streaming.hub import Hub


async def published_transcript(loop):
    hub = Hub()
    loop.call_later(0.01, hub.publish, "Asha called.")
    return await hub.transcript()


def test_transcript_reaches_who_waits(event_loop):
    transcript = event_loop.run_until_complete(published_transcript(event_loop))

    assert transcript == "Asha called."
