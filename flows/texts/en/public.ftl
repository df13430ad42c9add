step-networks = Finding networks
step-activate = Joining in
step-exchange = Sharing ideas
step-choose = Choosing
step-refine = Refining
step-realise = How it can be done
step-present = The plan
step-commit = Promising
step-stay = Staying in touch

span-oldest-minutes =
    { $count ->
        [0] the oldest has just come in
        [one] the oldest has waited 1 minute
       *[other] the oldest has waited { $count } minutes
    }
span-oldest-hours =
    { $count ->
        [one] the oldest has waited 1 hour
       *[other] the oldest has waited { $count } hours
    }
span-oldest-days =
    { $count ->
        [one] the oldest has waited 1 day
       *[other] the oldest has waited { $count } days
    }

public-list-title = What are we making together?
public-list-intro = Residents and their municipality make a plan together here. Choose what you want to talk about. It takes a few minutes, in a chat.
public-list-empty = There is nothing to take part in right now. Please come and look again later.
public-languages = Language
public-place = Now: step { $number } of 9, { $step }
public-place-none = Not begun yet

public-decides-title = Who decides, and when
public-decided-on = The decision is on { $day }.
public-join = Join in a chat
public-join-otherwise = Rather call or come by
public-steps-title = Where we are
public-step-now = This is step { $number } of 9: { $step }.
public-step-next = After that: { $step }.
public-step-none = We have not begun yet. Below are the nine steps.
public-step-is-done = done
public-step-is-now = now
public-step-is-later = later

public-figures-title = How it is going
public-count = { $count }
public-people =
    { $count ->
        [one] person takes part
       *[other] people take part
    }
public-through =
    { $count ->
        [0] not through a network yet
        [one] through 1 network
       *[other] through { $count } networks
    }
public-part = { $part } of { $whole }
public-answered =
    { $whole ->
        [one] contribution has an answer
       *[other] contributions have an answer
    }
public-answered-none = There are no contributions yet.
public-answered-share = that is { $percent } per cent
public-waiting =
    { $count ->
        [one] contribution still waits for an answer
       *[other] contributions still wait for an answer
    }
public-promise =
    { $days ->
        [one] we answer within 1 day
       *[other] we answer within { $days } days
    }

public-threads-title = What happens with a story
public-threads-intro = Every story gets an answer, and you can see where it goes. Two examples.
public-threads-intro-one = Every story gets an answer, and you can see where it goes. An example.
public-threads-none = There are no threads yet. As soon as a story is used for something, you see it here.
public-thread-next = later
public-thread-open = What happens with it next
public-themes-title = What stories have in common
public-theme-stories =
    { $count ->
        [0] no stories yet
        [one] 1 story
       *[other] { $count } stories
    }
public-added = The municipality adds this itself, because:
public-theme-withdrawn =
    { $count ->
        [one] 1 story was taken back
       *[other] { $count } stories were taken back
    }
public-ideas-title = What people think of the ideas
public-ideas-order = At the top is the idea that the largest share of people agrees with. The last vote of each person counts.
public-voters = { $people } people voted.
public-voters-channel =
    { $votes ->
        [one] { $votes } vote came in through { $channel }.
       *[other] { $votes } votes came in through { $channel }.
    }
public-voters-below =
    { $below ->
        [one] { $below } of the { $ideas } ideas has no { $floor } answers yet. We show that idea first.
       *[other] { $below } of the { $ideas } ideas have no { $floor } answers yet. We show those first.
    }
public-votes-role = { $who }: { $agree } of { $people } agree
public-role-lives = Who lives here
public-role-uses = Who uses this help
public-role-works = Who works here
public-role-other = Who is here for something else
public-role-unsaid = Who did not say
public-role-rest = All others together
public-votes =
    { $people ->
        [one] { $agree }% agree, { $disagree }% disagree, { $passed }% do not know · 1 person
       *[other] { $agree }% agree, { $disagree }% disagree, { $passed }% do not know · { $people } people
    }
public-votes-few =
    { $people ->
        [0] No votes yet.
        [one] Only 1 vote so far. From { $enough } on we show the result.
       *[other] Only { $people } votes so far. From { $enough } on we show the result.
    }
public-idea = idea { $number }
public-story = story { $number }
public-ideas-more =
    { $count ->
        [one] 1 more idea
       *[other] { $count } more ideas
    }
public-stories-title = Stories
public-stories-intro = The newest stories of those who wanted others to read along. A person read them first.
public-story-theme = belongs to { $theme }
public-not-used-title = Not used, and why
public-not-used-intro = Not everything fits. Then we say why.
public-about-title = What it is about
public-goal = What we want to reach
public-result = What there will be in the end
public-frames = What is fixed
public-room = What we decide together
public-otherwise-title = Taking part without a chat
public-contact-title = Questions?
public-controller-title = Your data
public-privacy-text = We ask for no name and no address. You can always be forgotten: type “forget me” in the chat. You can stop with “stop”.
public-moderation-text = A person reads everything first. We do not show what makes someone recognisable or hurts people. Whoever wrote it hears why.
public-moderation-title = How we read

public-promises-title = What we promise each other
public-promises-intro = Residents and the municipality promise things to each other here. You see what comes of it.
public-promises-none = Nothing has been promised yet. As soon as somebody promises something you see it here, with its day.
public-promise-gone = The words were taken out.
promises-residents =
    { $count ->
        [one] Residents: 1 promise
       *[other] Residents: { $count } promises
    }
promises-municipality =
    { $count ->
        [one] Municipality: 1 promise
       *[other] Municipality: { $count } promises
    }
promises-open = { $count } still to be done
promises-moved = { $count } with a new day
promises-kept = { $count } kept
promises-handed_over = { $count } taken over by somebody else
promises-released = { $count } let go of
promises-broken = { $count } not done
promises-lapsed = { $count } with too few people
promises-silent = of { $count } we do not know how it went
public-recognised =
    { $part ->
        [0] of { $people } people nobody recognises this
        [one] one of { $people } people recognises this
       *[other] { $part } of { $people } people recognise this
    }
public-replies =
    { $count ->
        [one] One reply
       *[other] { $count } replies
    }
public-reply-aloud = (a voice message or a photo)
public-news-title = The latest news
public-news-number = news { $number }
