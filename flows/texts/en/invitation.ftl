action-invitation = Invite others
    .also = invite; invitation
action-connector = Name a group or place
    .also = name a group; name a place; network
keyword-invitation = invite
    .also = invite others; invitation; my link; invite someone
keyword-connector = name a group
    .also = name a group or place; name a place; network; connector; i know a group
invitation-intro =
    This is your own invitation. Send the message below on to anyone you like.
    Any app will do, or read it out.
invitation-text =
    Hi! I am taking part in “{ $title }”. { $goal }
    Will you take part too? It takes a few minutes.
    { $links }
    I only see how many people come through me. I do not see who.
invitation-text-sample =
    Hi! I am trying out “{ $title }”. This is a sample, nothing happens with what you write.
    Will you have a look too? It takes a few minutes.
    { $links }
    I only see how many people come through me. I do not see who.
invitation-by-telegram = In Telegram: { $link }
invitation-by-web = Without an app: { $link }
invitation-came =
    { $count ->
        [0] Nobody takes part through your link yet. Type “invite” again later to see how many people came.
        [one] 1 person takes part through your link now. We never say who.
       *[other] { $count } people take part through your link now. We never say who.
    }
invitation-nowhere =
    There is no link to send on right now. That is our doing.
    You can also take part like this: { $ways }
