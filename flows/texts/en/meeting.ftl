meeting-none =
    There is no meeting now. When there is one, you hear it here.
    { $ways }
meeting-shown =
    { $title }
    { $when }
    { $place }
    { $access }
    { $coming ->
        [0] You can be the first one to come.
        [one] One person is coming.
       *[other] { $coming } people are coming.
    } { $said }
meeting-end = You can always change your mind.
meeting-come = I am coming
    .also = yes; i come
meeting-maybe = Maybe
meeting-not = I am not coming
    .also = no
meeting-you-come = You are coming too.
meeting-you-maybe = You may come.
meeting-you-not = You are not coming.
meeting-noted-come = Good that you are coming. See you there!
meeting-noted-maybe = Fine. See if it works out.
meeting-noted-not = A pity, but thank you for telling us. You can have your say here as well.
meeting-is-over = This meeting is not on now.
meeting-called-off = We are sorry: “{ $title }” does not take place.
meeting-is-unknown = I do not know that meeting. Have another look at the code.
meeting-which = Which meeting is it about?
meeting-code = Which code is at the door?
meeting-there = Welcome! What you say here is written down. You will hear later what becomes of it.
meeting-invitation =
    Are you coming? { $title }
    { $when }
    { $place }
    { $access }
meeting-tomorrow =
    It is tomorrow: { $title }
    { $when }
    { $place }
    { $access }
meeting-is-called-off = This meeting does not take place.
