import asyncio
import base64
import sys
from pathlib import Path
from typing import Any

from aiohttp import ClientSession


async def test_a_server_by_itself() -> None:
    """The fake runs as a process of its own, and does by HTTP what a test wants of it."""
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "fakes.bot_api", cwd=Path(__file__).parents[1], stdout=asyncio.subprocess.PIPE
    )
    assert server.stdout is not None
    url = (await server.stdout.readline()).decode().strip()
    async with ClientSession(url) as http:

        async def control(path: str, **arguments: Any) -> Any:
            async with http.post(f"/control/{path}", json=arguments) as answer:
                return await answer.json() if answer.ok else await answer.text()

        update = await control("users/1001/says", text="Hallo")
        async with http.get("/bot1:TEST/getUpdates") as answer:
            assert (await answer.json())["result"] == [update]
        async with http.get("/bot1:TEST/sendMessage", params={"chat_id": 1001, "text": "Dag"}):
            pass
        assert (await control("users/1001/hears", contains="Dag"))["kind"] == "text"
        voice = await control("users/1001/sends_voice", data=base64.b64encode(b"OggS").decode())
        assert voice["message"]["voice"]["file_size"] == 4
        assert "no button 'Ja'" in await control("users/1001/presses", button="Ja")
        async with http.get("/control/calls") as answer:
            assert [made["method"] for made in await answer.json()] == ["getUpdates", "sendMessage"]
        async with http.get("/control/users/1001") as answer:
            assert [heard["text"] for heard in (await answer.json())["messages"]] == ["Dag"]
    server.terminate()
    assert await server.wait() == 0
