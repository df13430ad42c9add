groups-name-long = Choose a shorter name, of { $most } characters at most.
groups-name-taken = Another group is called that already.
groups-gone = This group is no longer there: the groups were computed anew and came out differently.
