"""Every table of the program; importing this package gives SQLModel the whole schema."""

from storage.tables.addition import Addition
from storage.tables.address import Address
from storage.tables.audit import Audit
from storage.tables.conversation import Conversation
from storage.tables.decision import Decision
from storage.tables.decline_reason import DeclineReason
from storage.tables.desk_session import DeskSession
from storage.tables.failed_event import FailedEvent
from storage.tables.link import Link
from storage.tables.media import Media
from storage.tables.moderator import Moderator
from storage.tables.network import Network
from storage.tables.node import Node
from storage.tables.outbox import Outbox
from storage.tables.participant import Participant
from storage.tables.seen_event import SeenEvent
from storage.tables.sign_in_link import SignInLink
from storage.tables.step import Step
from storage.tables.trajectory import Trajectory
from storage.tables.vote import Vote
from storage.tables.web_message import WebMessage

__all__ = [
    "Addition",
    "Address",
    "Audit",
    "Conversation",
    "Decision",
    "DeclineReason",
    "DeskSession",
    "FailedEvent",
    "Link",
    "Media",
    "Moderator",
    "Network",
    "Node",
    "Outbox",
    "Participant",
    "SeenEvent",
    "SignInLink",
    "Step",
    "Trajectory",
    "Vote",
    "WebMessage",
]
