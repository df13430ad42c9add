harvest-people =
    { $count ->
        [one] One person takes part now.
       *[other] { $count } people take part now.
    }
harvest-people-through = { $count } people take part now, through { $networks } groups or places.
harvest-network =
    { $count ->
        [one] One group or place was named that should take part.
       *[other] { $count } groups or places were named that should take part.
    }
harvest-taps = Chosen most often as what matters most: “{ $title }”, by { $times } of { $of } people.
harvest-story =
    { $count ->
        [one] One story came in.
       *[other] { $count } stories came in.
    }
harvest-idea =
    { $count ->
        [one] One idea came in.
       *[other] { $count } ideas came in.
    }
harvest-theme =
    { $count ->
        [one] One theme came out of it: { $titles }.
        [2] Two themes came out of it: { $titles }.
        [3] Three themes came out of it: { $titles }.
       *[other] { $count } themes came out of it, such as { $titles }.
    }
harvest-recognised =
    { $agree ->
        [0] People read the stories of others.
        [one] Once somebody recognised themselves in the story of another.
       *[other] { $agree } times somebody recognised themselves in the story of another.
    }
harvest-voted =
    { $count ->
        [one] There was one vote.
       *[other] There were { $count } votes, on { $cards ->
            [one] one idea
           *[other] { $cards } ideas
        }.
    }
harvest-agreed = Idea { $title } got the most support: { $times } of { $of } people agree.
harvest-preferred = “{ $title }” got the most support: { $times } of { $of } people.
harvest-scenario =
    { $count ->
        [one] There is one scenario now: { $titles }.
        [2] There are two scenarios now: { $titles }.
        [3] There are three scenarios now: { $titles }.
       *[other] There are { $count } scenarios now, such as { $titles }.
    }
harvest-ranked =
    { $count ->
        [one] One person put them in order.
       *[other] { $count } people put them in order.
    }
harvest-concept-part =
    { $count ->
        [one] There is one part of the concept: { $titles }.
       *[other] The concept has { $count } parts.
    }
harvest-proposal =
    { $count ->
        [one] There was one proposal to change something.
       *[other] There were { $count } proposals to change something.
    }
harvest-weighed =
    { $count ->
        [one] Once somebody said what they think of a part.
       *[other] { $agree } of { $count } answers said: good as it is.
    }
harvest-need =
    { $count ->
        [one] One thing was named that is needed.
       *[other] { $count } things were named that are needed.
    }
harvest-obstacle =
    { $count ->
        [one] One thing stands in the way.
       *[other] { $count } things stand in the way.
    }
harvest-offer =
    { $count ->
        [one] Once somebody offered help.
       *[other] { $count } times somebody offered help.
    }
harvest-plan-part =
    { $count ->
        [one] The plan has one part: { $titles }.
       *[other] The plan has { $count } parts.
    }
harvest-supported =
    { $count ->
        [one] Once somebody said what they think of the plan.
       *[other] In { $agree } of { $count } answers about the plan people said yes.
    }
harvest-dot =
    { $count ->
        [one] There was one dot on the i.
       *[other] There were { $count } dots on the i.
    }
harvest-commitment =
    { $count ->
        [one] There is one promise.
       *[other] There are { $count } promises.
    } { $municipal ->
        [0] {""}
        [one] One of them is the municipality’s.
       *[other] { $municipal } of them are the municipality’s.
    }
harvest-update =
    { $count ->
        [one] Once there was news of how it goes.
       *[other] { $count } times there was news of how it goes.
    }
harvest-milestone =
    { $count ->
        [one] There is one milestone.
       *[other] There are { $count } milestones.
    }
