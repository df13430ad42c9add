news-given =
    { $count ->
        [one] There is news about what you gave.
       *[other] There is news about what you gave: { $count } things.
    }
news-given-more =
    There is news about what you gave: { $count } things.
    These are { $shown } of them. You can read the others in “My contributions”.
news-chosen =
    { $count ->
        [one] There is news about something you voted on.
       *[other] There is news about { $count } things you voted on.
    }
news-chosen-more =
    There is news about { $count } things you voted on.
    These are { $shown } of them.
news-together = What was said at the meeting ({ $kind } { $number })
news-further = { $yours }: { $onward }
news-voted = What you voted on: { $onward }
