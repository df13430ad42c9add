"""Every table of the program; importing this package gives SQLModel the whole schema."""

from storage.tables.addition import Addition
from storage.tables.address import Address
from storage.tables.announcement import Announcement
from storage.tables.attendance import Attendance
from storage.tables.audit import Audit
from storage.tables.belonging import Belonging
from storage.tables.check_in import CheckIn
from storage.tables.commitment import Commitment
from storage.tables.compared import Compared
from storage.tables.conversation import Conversation
from storage.tables.decision import Decision
from storage.tables.decline_reason import DeclineReason
from storage.tables.desk_session import DeskSession
from storage.tables.exposure import Exposure
from storage.tables.failed_event import FailedEvent
from storage.tables.joining import Joining
from storage.tables.link import Link
from storage.tables.linking_code import LinkingCode
from storage.tables.media import Media
from storage.tables.meeting import Meeting
from storage.tables.moderator import Moderator
from storage.tables.named_network import NamedNetwork
from storage.tables.network import Network
from storage.tables.node import Node
from storage.tables.notice import Notice
from storage.tables.nudge import Nudge
from storage.tables.outbox import Outbox
from storage.tables.outcome import Outcome
from storage.tables.participant import Participant
from storage.tables.ranking import Ranking
from storage.tables.seen_event import SeenEvent
from storage.tables.sign_in_link import SignInLink
from storage.tables.step import Step
from storage.tables.tally import Tally
from storage.tables.trajectory import Trajectory
from storage.tables.vote import Vote
from storage.tables.way_in import WayIn
from storage.tables.web_message import WebMessage

__all__ = [
    "Addition",
    "Address",
    "Announcement",
    "Attendance",
    "Audit",
    "Belonging",
    "CheckIn",
    "Commitment",
    "Compared",
    "Conversation",
    "Decision",
    "DeclineReason",
    "DeskSession",
    "Exposure",
    "FailedEvent",
    "Joining",
    "Link",
    "LinkingCode",
    "Media",
    "Meeting",
    "Moderator",
    "NamedNetwork",
    "Network",
    "Node",
    "Notice",
    "Nudge",
    "Outbox",
    "Outcome",
    "Participant",
    "Ranking",
    "SeenEvent",
    "SignInLink",
    "Step",
    "Tally",
    "Trajectory",
    "Vote",
    "WayIn",
    "WebMessage",
]
