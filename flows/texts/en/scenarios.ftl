scenarios-intro =
    From the ideas { $count } scenarios were made. A scenario is a plan in short.
scenarios-one =
    { $place }. { $title }
    { $summary }{ $ideas ->
        [0] {""}
        [one] {" "}One idea is part of it.
       *[other] {" "}{ $ideas } ideas are part of it.
    }{" "}{ $added }
scenarios-yours =
    This was your order:
    { $order }
    You can change it.
scenarios-order =
    What is your order? Begin with the scenario that you like best. Then choose the next.
    You may type it too, like “2, 1”. Leave out what you do not want.
order-done = Done, I leave out the rest
    .also = done; leave out the rest; i leave out the rest; that is it; that is all
order-placed = { $option } (place { $place })
answer-order = I am not sure which order you mean. Type the numbers, the best first. Like “2, 1”.
answer-order-twice = “{ $option }” has place { $place } already. Choose another one.
scenarios-thanks =
    Thank you, your choice counts. This is your order:
    { $order }
scenarios-so-far =
    This is what { $people } people chose so far. Your last choice will be added soon.
    Everyone counts for the scenario at the top of their list. Does that fall out? Then the next one counts.
scenarios-round =
    Round { $round }:
    { $votes }{ $rest ->
        [0] {""}
        [one] {"\u000A"}One person chose none of these.
       *[other] {"\u000A"}{ $rest } people chose none of these.
    }{ $out ->
        [0] {""}
        [one] {"\u000A"}{ $which } falls out.
       *[other] {"\u000A"}{ $which } fall out.
    }{ $tied ->
        [yes] {" "}Another one had as many. Then the one that is next on most lists stays.
       *[no] {""}
    }
scenarios-winner = { $titles } has the most support: { $votes } of the { $people } people.
scenarios-level = { $titles } are level.
scenarios-too-few = There is no result to show yet. There will be one when five people or more have chosen.
scenarios-none-yet = There are no scenarios to choose from yet. Come back later.
scenarios-closed = You cannot choose between scenarios now. What you chose before stays.
scenarios-twice = One scenario can stand in your order only once.
scenarios-gone = One of these scenarios is no longer there. Choose again from what there is now.
action-scenarios-again = Change my order
    .also = change; choose again
