"""Every conversation there is, under its published name."""

from collections.abc import Mapping

from flows.engine.talk import Script
from flows.scripts.answering_back import answering_back
from flows.scripts.catching_up import catching_up
from flows.scripts.checkin import checkin, my_promises, take_over
from flows.scripts.commitment import commitment
from flows.scripts.concept import concept
from flows.scripts.connector import connector
from flows.scripts.first_tap import first_tap
from flows.scripts.idea import idea
from flows.scripts.invitation import invitation
from flows.scripts.leaving import coming_back, forgetting, going, stopping
from flows.scripts.less_often import less_often
from flows.scripts.linking import linking, linking_code, linking_no, linking_yes, unlinking
from flows.scripts.loose_words import loose_words
from flows.scripts.meaning import meaning
from flows.scripts.meeting import attend, door, meeting
from flows.scripts.menu import menu
from flows.scripts.mine import mine, mine_older
from flows.scripts.my_data import my_data
from flows.scripts.person import person
from flows.scripts.plan_cards import plan_cards
from flows.scripts.privacy import privacy
from flows.scripts.reading import reading
from flows.scripts.realisation import realisation
from flows.scripts.reply import reply
from flows.scripts.scenarios import scenarios
from flows.scripts.settings import settings
from flows.scripts.story import story
from flows.scripts.together import fellows, step_out, together
from flows.scripts.update import news, update
from flows.scripts.vote_cards import vote_cards
from flows.scripts.welcome import welcome
from flows.scripts.withdrawing import withdrawing

SCRIPTS: Mapping[str, Script] = {
    script.name: script
    for script in (
        welcome,
        menu,
        first_tap,
        story,
        idea,
        commitment,
        together,
        fellows,
        step_out,
        my_promises,
        checkin,
        take_over,
        concept,
        realisation,
        plan_cards,
        vote_cards,
        scenarios,
        mine,
        mine_older,
        withdrawing,
        meeting,
        attend,
        door,
        connector,
        invitation,
        linking,
        linking_code,
        linking_yes,
        linking_no,
        unlinking,
        person,
        settings,
        less_often,
        privacy,
        stopping,
        coming_back,
        going,
        forgetting,
        my_data,
        loose_words,
        answering_back,
        reply,
        meaning,
        reading,
        catching_up,
        news,
        update,
    )
}
