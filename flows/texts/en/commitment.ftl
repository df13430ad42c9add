commitment-none-yet = Nothing has been promised yet. You can be the first.
commitment-so-far =
    { $count ->
        [one] This has been promised so far.
       *[other] There are { $count } promises. These are the newest.
    } { $kept ->
        [0] { "" }
        [one] One promise has been kept.
       *[other] { $kept } promises have been kept.
    }
commitment-wish = What would you like to do?
commitment-wish-new = Promise something myself
    .also = myself; promise something; promise; new promise
commitment-wish-together = Join somebody
    .also = join; together; with somebody
commitment-wish-nothing = Not now
    .also = nothing; no; never mind; not yet
commitment-not-now = That is fine. You can always promise something later.
commitment-part = What does your promise belong to?
commitment-part-own = Something of my own
    .also = something else; other; none; none of these; my own
commitment-what =
    What are you going to do? Keep it short, so that others understand.
    Leave your name out. Everyone will be able to read it.
commitment-when =
    When will it be done? Type a day.
    For instance “3 March” or “in two weeks”.
commitment-how = Will you do it anyway? Or only if others join?
commitment-how-sure = I will do it anyway
    .also = anyway; sure; just me; myself; yes
commitment-how-together = Only together with others
    .also = together; with others; if others join; only if others join
commitment-how-many = How many others should join, at the least? You are not counted.
commitment-not-so-many =
    { $most ->
        [one] There is now one other person in this plan. So choose 1.
       *[other] There are now { $most } other people in this plan. Choose a number from { $least } to { $most }.
    }
commitment-until = Until when can people say that they join?
commitment-until-half = Until { $day }
commitment-until-other = Another day
    .also = other day; another
commitment-until-day = Until which day? Choose a day before { $day }.
commitment-name = What name do we put beside your promise?
commitment-share =
    If it goes on, we introduce you and the others to each other.
    What else may they know about you?
commitment-thanks =
    Lovely, thank you! This is promise { $number }.
    Someone reads your promise first. You will hear by { $day }. After that everyone can see it.
commitment-thanks-stopped =
    Lovely, thank you! This is promise { $number }.
    Someone reads your promise first. There is an answer by { $day }.
commitment-day-over = The day you chose has gone by in the meantime. Would you like to begin again?
commitment-too-few = There are not so many others any more. Would you like to begin again?
commitment-lapsed =
    Not enough others joined your promise: “{ $words }”
    There were { $joined }, and it took { $needs }. So it does not go on.
    You do not have to do anything. It is good that you wanted to.

promise-neighbour = a neighbour
promise-neighbour-first = A neighbour
promise-municipality = the municipality
promise-line-active = { $who }, by { $day }
promise-line-moved = { $who }, now by { $day }
promise-line-silent = { $who }, by { $day }. We do not know how it went.
promise-line-conditional =
    { $who }, if { $needs ->
        [one] one other joins
       *[other] { $needs } others join
    } by { $day }. Now { $joined ->
        [0] nobody yet
       *[other] { $joined }
    }.
promise-line-kept = { $who }. Done!
promise-line-handed-over = { $who }. Somebody else does it now.
promise-line-released = { $who }. Does not go on.
promise-line-broken = { $who }. Not done.
promise-line-lapsed = { $who }. Did not go on, too few people joined.
promise-step-met = Enough people join
promise-step-lapsed = Did not go on, too few people joined
promise-step-done = Done
promise-step-later = New day: { $day }
promise-step-hand-over = Somebody else does it now
promise-step-release = Let go of
promise-step-broken = Not done
