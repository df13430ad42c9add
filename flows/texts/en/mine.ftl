kind-story = story
kind-idea = idea
kind-remark = remark
kind-call_back = question to a person
kind-meaning = comparison
kind-reply = reply
kind-proposal = wish to change something
kind-need = thing that is needed
kind-obstacle = thing that stands in the way
kind-offer = offer
kind-dot = dot on the i
kind-network = group or place
kind-tap = what matters most
kind-theme = theme
kind-scenario = scenario
kind-concept_part = part of the concept
kind-plan_part = part of the plan
kind-commitment = promise
kind-milestone = milestone
kind-update = news
mine-empty = You have not told us anything yet. You can do that now.
mine-intro =
    { $count ->
        [one] This is what you gave so far.
       *[other] This is what you gave so far, { $count } things. The latest news comes first.
    }
mine-title = Your { $kind } { $number }
mine-end = When something changes, you will hear it here.
mine-end-stopped = When something changes, you can read it here.
mine-more =
    { $older ->
        [one] There is one older contribution.
       *[other] There are { $older } older contributions.
    }
journey-given = Your { $kind } of { $day }
journey-publish-shown = Read, and others can read it now
journey-publish-read = Read, and we take it along
journey-decline = Read, but not used
journey-ask-back = Read, and we asked you something
journey-added = You gave an answer
journey-replied = Someone replied
journey-replied-aloud = Someone replied with a voice message or a photo
journey-recognised =
    { $part ->
        [0] Of { $people } others nobody recognises this
        [one] One of { $people } others recognises this
       *[other] { $part } of { $people } others recognise this
    }
journey-waiting = Next: an answer, by { $day }
journey-your-turn = Now: your answer to our question
journey-next = Next: what we do with it
journey-next-promise = Next: how it goes
journey-belongs-to = Belongs to { $thing }
journey-inspired = Led someone to { $thing }
journey-answers = Was answered in { $thing }
journey-merged-into = Joined with { $thing }
journey-became = Became { $thing }
journey-split-into = Split: now also { $thing }
journey-revised-as = Written anew as { $thing }
journey-carried-out-by =
    { $to ->
        [commitment] Is being done by { $thing }
       *[other] Worked out in { $thing }
    }
journey-reported-in = You can read how it goes in { $thing }
journey-not-used = Not used
journey-before = Before that { $count } more things happened
journey-onward = After that: { $onward }
thing-titled = { $kind } “{ $title }”
thing-above = this
thing-numbered = { $kind } { $number }
onward-belongs-to = { $source } now belongs to { $thing }
onward-inspired = { $source } led someone to { $thing }
onward-answers = { $source } was answered in { $thing }
onward-merged-into = { $source } was joined with { $thing }
onward-became = { $source } became { $thing }
onward-split-into = { $source } was split, into { $thing }
onward-revised-as = { $source } was written anew as { $thing }
onward-carried-out-by =
    { $to ->
        [commitment] { $source } is being done by { $thing }
       *[other] { $source } was worked out in { $thing }
    }
onward-reported-in = you can read more about { $source } in { $thing }
onward-not-used = { $source } was not used
journey-withdrawn = You took this back
journey-refused = We could not open it
settled-kept = Kept: { $thing }
settled-broken = Not kept: { $thing }
settled-handed-over = Taken over by somebody else: { $thing }
settled-released = Let go of: { $thing }
settled-lapsed = Did not go on, because too few people joined: { $thing }
mine-chosen = News about what you voted on, or what was said where you were:
mine-nothing-older = You gave nothing older than that.
action-mine-older = Older
mine-older-which = From which number on would you like to read what is older?
journey-publish-then = Read by a person
