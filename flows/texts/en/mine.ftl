kind-story = story
kind-idea = idea
kind-remark = remark
kind-call_back = question to a person
kind-theme = theme
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
journey-not-used = Not used
