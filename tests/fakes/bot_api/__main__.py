"""Run the fake by itself, until it is told to stop: `python -m fakes.bot_api --port 8081`."""

import argparse
import asyncio
import signal

from fakes.bot_api.control import Control
from fakes.bot_api.server import FakeBotApi


async def run(api: FakeBotApi) -> None:
    """Serve, say where, and wait for SIGTERM or SIGINT."""
    Control(api)
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    async with api:
        print(api.url, flush=True)
        await stop.wait()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m fakes.bot_api", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--token", default="1:TEST")
    parser.add_argument("--per-chat", type=int, default=3, help="messages in a second")
    parser.add_argument("--overall", type=int, default=30, help="messages in a second")
    given = parser.parse_args()
    api = FakeBotApi(given.token, port=given.port, per_chat=given.per_chat, overall=given.overall)
    asyncio.run(run(api))


if __name__ == "__main__":
    main()
