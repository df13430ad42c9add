desk-room-groups = Groups
desk-groups-intro = People who choose much the same are together in a group. The groups come from the answers to the ideas alone. We do not show who is in them.
desk-groups-none = There are no groups yet
desk-groups-none-few-ideas =
    { $ideas ->
        [one] People chose about 1 idea. It has to be 7 at least.
       *[other] People chose about { $ideas } ideas. It has to be 7 at least.
    }
desk-groups-none-few-people =
    { $people ->
        [one] 1 person chose about 7 ideas or more.
       *[other] { $people } people chose about 7 ideas or more.
    } It has to be 20 at least. In all { $voters } chose.
desk-groups-none-alike = The { $people } people who chose enough all think the same.
desk-groups-none-few-apart = Of the { $people } people who chose enough, too few think otherwise. A group has 5 people at least: fewer would show what somebody chose.
desk-groups-none-not-yet = Nobody has chosen yet, or it has not been computed. That happens every hour, when enough answers are new.
desk-groups-none-missing = Groups are not computed here: the part “analysis” is not installed. Ask whoever runs this.
desk-groups-at = Computed on { $moment }.
desk-groups-among = { $people } people chose about 7 ideas or more (of the { $voters } who chose). They make { $groups } groups.
desk-groups-clear-strong = The groups are far apart.
desk-groups-clear-fair = The groups are fairly far apart.
desk-groups-clear-weak = The groups are a little apart. Be careful with what you read into them.
desk-groups-clear-none = The groups run into each other. Do not read much into them.
desk-groups-letter = Group { $letter }
desk-groups-people = { $people } of the { $all } people
desk-groups-stands = In this the group thinks otherwise than the rest
desk-groups-stands-none = There is no idea about which this group clearly thinks otherwise than the rest.
desk-groups-idea = (idea { $number })
desk-groups-agrees = Agree: { $said } of the { $seen } in this group.
desk-groups-disagrees = Disagree: { $said } of the { $seen } in this group.
desk-groups-elsewhere = Outside it: { $said } of the { $seen }.
desk-groups-common = On this all groups agree
desk-groups-common-none = There is no idea yet with which most people of every group agree.
desk-groups-of-each = Group { $letter }: { $agree } of the { $seen } agree
desk-groups-name = Give it a name
desk-groups-name-hint = Choose words in which these people would know themselves. Residents read the name. Without one it keeps its letter.
desk-groups-name-in = Name in { $language }
desk-groups-save = Save
desk-groups-notice-named = The name is saved. It stays as long as it is clearly the same group.
desk-groups-notice-unnamed = The group has its letter alone now.
desk-groups-wrong = The name is not saved. See the group below.
desk-groups-typed = You had typed:
groups-name-long = Choose a shorter name, of { $most } characters at most.
groups-name-taken = Another group is called that already.
groups-gone = This group is no longer there: the groups were computed anew and came out differently.
