asks-vote-cards = You can now vote on the ideas. You get five at most at a time.
vote-intro =
    So far residents gave { $ideas ->
        [one] one idea
       *[other] { $ideas } ideas
    }.{ $people ->
        [0] {""}
       *[other] {" "}{ $people } people have voted already.
    }
    Say what you think of each. You get five at most.
    You can change your vote later. Use the buttons of that idea, or type “disagree 3”.
vote-card =
    Idea { $number }
    { $words }
vote-agree = Agree
    .also = yes; i agree; totally agree; good idea; great idea; for; i am for it; good; do it; 👍; ✅; ❤
vote-disagree = Disagree
    .also =
        no; i disagree; i do not agree; i don't agree; do not agree; don't agree; totally disagree; bad idea;
        not a good idea; against; i am against it; 👎; ❌
vote-pass = Skip
    .also = skip it; skip this; skip this one; pass; next; don't know; i don't know; no opinion; not sure; neutral; 🤷
vote-others-title = This is what others think.
vote-others =
    “{ $words }”
    { $part } of the { $people } others { $own ->
        [agree] { $part ->
            [one] agrees too.
           *[other] agree too.
        }
        [disagree] { $part ->
            [one] disagrees too.
           *[other] disagree too.
        }
       *[pass] { $part ->
            [one] agrees.
           *[other] agree.
        }
    }
vote-others-few =
    { $count ->
        [one] Too few others have voted on one idea. We do not show anything of it yet.
       *[other] Too few others have voted on { $count } ideas. We do not show anything of those yet.
    }
vote-speaks-for =
    In all { $people } people have voted.{ $lives ->
        [0] {""}
       *[other] {" "}{ $lives } live here.
    }{ $uses ->
        [0] {""}
       *[other] {" "}{ $uses } use this help.
    }{ $works ->
        [0] {""}
       *[other] {" "}{ $works } work here.
    }
vote-more = Would you like some more? Again five at most.
vote-more-yes = Yes, some more
    .also = five more; some more; more; go on
vote-more-no = No, enough
    .also = enough; done; that is enough
vote-thanks = Thank you, your votes count. Do you want to go on? Type “vote”.
vote-none-left =
    You have seen all ideas now. Thank you.
    Is there a new idea later? Then you can vote on it here.
vote-nothing-yet = There are no ideas to vote on yet. Come back later.
vote-closed = You cannot vote on ideas now. What you voted before stays.
vote-first =
    { $kind ->
        [story] Thank you. With story { $number } it says: { $said }.
        [update] Thank you. With news { $number } it says: { $said }.
       *[idea] Your vote counts. With idea { $number } it says: { $said }.
    }
vote-changed =
    { $kind ->
        [story] That is changed. With story { $number } it says now: { $said }.
        [update] That is changed. With news { $number } it says now: { $said }.
       *[idea] Your vote has changed. With idea { $number } it now says: { $said }.
    }
vote-same =
    { $kind ->
        [story] That is what it said already with story { $number }: { $said }.
        [update] That is what it said already with news { $number }: { $said }.
       *[idea] That is what it said already with idea { $number }: { $said }.
    }
vote-late = That choice came in later than what you did after it. So your vote stays as it was. Feel free to choose again.
vote-gone = Number { $number } is no longer there. You cannot vote on it any more.
vote-merged-into = Number { $number } is now part of number { $into }. You cannot vote on number { $number } any more.
vote-split-into = Number { $number } was split into number { $into }. You cannot vote on number { $number } any more.
vote-revised-as = Number { $number } was written anew, as number { $into }. You cannot vote on number { $number } any more.
vote-elsewhere = That button belongs to something else you take part in. It does not work here.
nudge-unfinished-votes = There is still an idea waiting for you. Would you like to say what you think of it?
