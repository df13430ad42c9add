together-which = Which promise do you join?
together-option = { $who }: { $words }
together-nothing = Rather not
    .also = nothing; never mind; none
together-sure =
    By { $who }: “{ $words }” By { $day }.
    Good that you join!
together-waiting =
    By { $who }: “{ $words }” By { $day }.
    It goes on if { $needs ->
        [one] one other joins
       *[other] { $needs } others join
    }. Now { $joined ->
        [0] nobody does yet
        [one] there is one
       *[other] there are { $joined }
    }.
together-name = What name do the others who join see?
together-share = What else may they know about you? Nobody else gets to see this.
together-waits =
    You join, good! Now there { $joined ->
        [one] is one
       *[other] are { $joined }
    } of the { $needs }.
    Is it enough by { $day }? Then we introduce you to each other.
together-enough =
    With you it is enough: it goes on!
    “{ $words }” By { $day }. You do it with:
together-joined =
    You join. “{ $words }” By { $day }.
    You do it with:
together-gone = You cannot join this promise now.
together-own = This is your own promise. We let you know when it goes on.
together-already = You have joined this already.
together-left = You do not join any more. That is always fine. What you shared is gone.
together-not-in = You had not joined this.
together-back = Join again after all
    .also = join again
action-step-out = I do not join any more
    .also = leave this; rather not
action-fellows = Who joins?
    .also = who join; who is in
fellows-now = “{ $words }” By { $day }. You do it with:
fellows-nobody = “{ $words }” By { $day }. Nobody else joins now.
fellow-met = It goes on! “{ $words }” By { $day }. You do it with:
fellow-joined = Somebody joins your promise “{ $words }”:
fellow-left = { $who } does not join any more: “{ $words }” That is always fine.
fellow-kept = Done! “{ $words }” has been kept. Thank you for joining.
fellow-later = There is a new day for “{ $words }”: { $day }.
fellow-released = “{ $words }” does not go on. Who promised it cannot do it any more. Good that you wanted to join.
fellow-lapsed =
    “{ $words }” does not go on. Not enough people joined.
    You do not have to do anything. What you shared is gone.
fellow-taken-over = “{ $words }” goes on, now with { $who }. By { $day }.
fellow = { $who }
fellow-meets = { $who }, would like to come to a meeting
fellow-maker = { $who }, whose promise it is
fellow-maker-meets = { $who }, whose promise it is. Would like to come to a meeting.
