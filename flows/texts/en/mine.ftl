kind-story = story
kind-idea = idea
kind-remark = remark
kind-call_back = question to a person
kind-meaning = words on what stories share
kind-reply = reply
kind-proposal = wish to change something
kind-need = thing that is needed
kind-obstacle = thing that stands in the way
kind-offer = offer
kind-dot = dot on the i
kind-network = group or place
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
journey-waiting = Next: an answer, by { $day }
journey-your-turn = Now: your answer to our question
journey-next = Next: what we do with it
journey-belongs-to = Belongs to { $kind } “{ $title }”
journey-inspired = Led someone to { $kind } “{ $title }”
journey-answers = Was answered in { $kind } “{ $title }”
journey-merged-into = Joined with { $kind } “{ $title }”
journey-became = Became { $kind } “{ $title }”
journey-split-into = Split: now also { $kind } “{ $title }”
journey-revised-as = Written anew as { $kind } “{ $title }”
journey-carried-out-by = Is being done by { $kind } “{ $title }”
journey-reported-in = You can read how it goes in { $kind } “{ $title }”
journey-not-used = Not used
