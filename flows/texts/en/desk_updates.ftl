desk-room-updates = News
desk-updates-intro = Tell how it goes. People read it in their chat, react to it, and see where what they gave went.
desk-updates-empty = No news was sent yet.
desk-updates-write = Write news
desk-updates-sent = The news is there. It leaves in a minute.
desk-update-title = Title ({ $language })
desk-update-body = Text ({ $language })
desk-update-about = What is it about? Nothing chosen: about the whole trajectory.
desk-update-numbers = Or numbers
desk-update-numbers-hint = For instance of a story or a reply that this answers: 12, 31
desk-update-who = Who hears of it?
desk-update-who-everyone = Everyone who takes part. Who gave something for it always hears of it. Others as long as they had no message that week.
desk-update-who-upstream = Only who gave something for it or voted on it, together with their other news.
desk-update-send = Send
desk-update-number = News { $number }
desk-update-unknown = Number { $number } does not exist here.
desk-update-reactions = Good: { $agree }. Disappointing: { $disagree }. Do not know: { $passed }.
desk-update-replies =
    { $count ->
        [0] No replies yet.
        [one] 1 reply.
       *[other] { $count } replies.
    }
desk-update-unread =
    { $count ->
        [one] 1 reply waits for you.
       *[other] { $count } replies wait for you.
    }
