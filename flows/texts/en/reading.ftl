asks-reading = Now you can read stories of others. Say whether you recognise them.
action-reading = Read stories of others
    .also = read
reading-intro =
    { $stories ->
        [one] There is one story of someone else.
       *[other] There are { $stories } stories of others. You get three at a time at most.
    }
    Do you recognise what it says? That shows us what many people go through.
reading-card =
    Story { $number }
    { $words }
reading-agree = I recognise this
    .also = i recognise it; i recognize this; i recognize it; familiar; i know this; yes; 👍
reading-disagree = I do not know this
    .also = i do not recognise this; i don't know this; not familiar; no; 👎
reading-pass = Next
    .also = skip; don't know; i do not know; no idea
reading-others =
    { $part ->
        [0] Story { $number }: of { $people } others nobody recognises this.
        [one] Story { $number }: one of { $people } others recognises this.
       *[other] Story { $number }: { $part } of { $people } others recognise this.
    }
reading-others-few =
    { $count ->
        [one] Too few people read one story yet. We do not say yet how many others recognise it.
       *[other] Too few people read { $count } stories yet. We do not say yet how many others recognise them.
    }
reading-ways-on = Would you like to say something back to somebody? Or tell something yourself?
reading-more = Three more stories?
reading-more-yes = Yes, three more
    .also = yes; yes please; three more; please
reading-more-no = No, that is enough
    .also = no; enough; done; no thanks
reading-thanks = Thank you. What you recognise counts.
reading-none-left =
    These were all the stories there are for you now.
    Would you like to say something back to somebody? Or tell something yourself?
reading-none-new = You read all the stories there are now. When there is a new one, you can read it here.
reading-nothing-yet = There are no stories of others yet. Will you tell one?
reading-closed = Reading stories is not possible right now. What you said stands.
