first-tap-ask = What matters most to you in “{ $title }”? Choose one. You can change it later.
tap-safe = That everyone feels safe
    .also = safe; safety
tap-together = That people know each other
    .also = knowing each other; together; contact
tap-help = That help is close by
    .also = help; help close by
tap-pleasant = That it is pleasant and clean
    .also = pleasant; clean; tidy
tap-heard = That people listen to me
    .also = listening; being heard; listen to me
first-tap-thanks = Thank you. { $said }
first-tap-early = You are one of the first to choose. In a while we show what others chose.
first-tap-favourite = This is chosen most: { $same } of { $of } people choose this.
first-tap-other =
    { $same ->
        [one] Of { $of } people you are the first to choose this.
       *[other] { $same } of { $of } people choose this.
    } Chosen most: “{ $most }”, { $times } times.
