"""How fast a bot may send before it is told to wait."""

import time
from collections import defaultdict, deque

from fakes.bot_api.refusals import too_many_requests

# A little short, so that a bot which waits a second exactly is never refused for its jitter.
SECOND = 0.95


class Pace:
    """Messages in any one second: `per_chat` to one chat, `overall` to all together."""

    def __init__(self, per_chat: int, overall: int) -> None:
        self._per_chat = per_chat
        self._overall = overall
        self._sent: defaultdict[int | None, deque[float]] = defaultdict(deque)

    def step(self, chat_id: int) -> None:
        """Count one message, or refuse it with a 429; a refused one does not count."""
        # perf_counter, because tests move the other clocks.
        now = time.perf_counter()
        for key, most in ((chat_id, self._per_chat), (None, self._overall)):
            sent = self._sent[key]
            while sent and now - sent[0] >= SECOND:
                sent.popleft()
            if len(sent) >= most:
                raise too_many_requests(retry_after=1)
        self._sent[chat_id].append(now)
        self._sent[None].append(now)
