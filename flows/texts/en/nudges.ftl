nudge-meeting =
    { $number ->
        [one] There is a meeting soon. Are you coming?
       *[other] There are { $number } meetings soon. Are you coming?
    }
nudge-commitment =
    { $number ->
        [one] It is nearly time: you promised something. Have another look at what it was.
       *[other] It is nearly time: you promised { $number } things. Have another look at what they were.
    }
nudge-closing =
    { $number ->
        [one] From tomorrow it is too late. Is there something you still want to say or choose?
       *[other] { $number } more days, then this step closes. Is there something you still want to say or choose?
    }
nudge-joined =
    { $number ->
        [one] Somebody takes part through your link. Great!
       *[other] { $number } people take part through your link. Great!
    }
nudge-cards = There are { $number } new ideas. What do you think of them? It takes two minutes.
nudge-moved =
    { $number ->
        [one] Something happened with what you gave or chose. Would you like to see what?
       *[other] { $number } times something happened with what you gave or chose. Would you like to see what?
    }
often-set-usual = Fine. We write to you once a week at the most.
often-set-less = Fine. We write to you once in two weeks at the most.
often-set-never = Fine. We do not write to you of our own accord any more.
