"""A strict Telegram Bot API server for tests, with people who write to its one bot.

```python
async with FakeBotApi(token="1:TEST") as api:      # the product is told `api.url`
    sanne = api.user(1001, first_name="Sanne", language_code="nl")
    await sanne.says("/start")
    await sanne.hears("Welkom")
    await sanne.presses("Ik woon hier")
```

Every call is checked against aiogram's own method models, so a bot on another library is checked
against a description it did not write. What the fake does not play fails the test when the server
closes. `python -m fakes.bot_api --port 8081` runs it by itself, see `fakes.bot_api.control`.
"""

from fakes.bot_api.people import Heard, User
from fakes.bot_api.server import Call, FakeBotApi

__all__ = ["Call", "FakeBotApi", "Heard", "User"]
