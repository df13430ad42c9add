groups-lettered = group { $letter }
groups-named = the group “{ $name }”
groups-yours =
    Your answers are most like those of { $group }.
    { $people } of the { $all } people belong to it. There are { $groups } groups.
groups-soon =
    { $left ->
        [one] Choose for one more idea. Then you see which group your answers are like.
       *[other] Choose for { $left } more ideas. Then you see which group your answers are like.
    }
groups-together =
    “{ $idea }”
    In that group { $same } of the { $of } people { $side ->
        [agree] agree.
       *[disagree] disagree.
    } So do you.
groups-apart =
    “{ $idea }”
    In that group { $same ->
        [0] nobody of the { $of } people
       *[other] { $same } of the { $of } people
    } { $side ->
        [agree] agree.
       *[disagree] disagree.
    }
    Here you think otherwise than most.
groups-common =
    In every group most people agree on this:
    “{ $idea }”
    In all that is { $agree } of the { $of } people.
groups-none-few-people =
    There are no groups of people who think alike yet.
    That takes { $needed } people who chose for 7 ideas or more. Now there are { $people }.
groups-none-few-ideas =
    There are no groups of people who think alike yet. There are too few ideas for that.
groups-none-alike =
    There are no groups: everyone who chose enough thinks the same. That is { $people } people.
groups-none-few-apart =
    There are no groups yet. Of the { $people } people who chose enough, most think much the same.
