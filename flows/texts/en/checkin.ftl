checkin-asked =
    Your promise was: “{ $words }” By { $day }.
    How did it go? Any answer is fine.
checkin-asked-again =
    We are curious about your promise: “{ $words }” You said: by { $day }.
    How did it go? Any answer is fine.
checkin-how = How is your promise going? “{ $words }” By { $day }.
checkin-done = Done
    .also = it is done; it worked; yes
checkin-later = Later
    .also = not yet; another day; new day
checkin-hand-over = Somebody else does it
    .also = somebody else; hand over; pass it on
checkin-release = I let it go
    .also = let go; it does not work; i cannot do it; not done
checkin-wait = I wait a little longer
    .also = wait
checkin-which = Which promise is it about?
checkin-none = Nothing, never mind
checkin-about = How is it going: { $words }
fellows-about = Who joins: { $words }
my-promises = This is what you promised, or what you joined.
checkin-new-day = When will it be? Type a day, like “3 March” or “in two weeks”.
checkin-to = Whom shall we ask? Until they say yes it stays your promise.
checkin-to-neighbour = Neighbour { $place } who joins
checkin-to-desk = The municipality
    .also = municipality; desk
checkin-to-nobody = Nobody after all
    .also = nobody; never mind; rather not
checkin-kept = Wonderful! You kept your promise. Thank you.
checkin-kept-together = Wonderful! You kept your promise. Thank you. We tell those who joined as well.
checkin-postponed = Good. Then we ask again on { $day }.
checkin-offered = We have asked. You will hear what { $who } says.
checkin-offered-desk = We have asked the municipality. You will hear what it says.
checkin-released = That is fine. It is off your hands now. Good that you wanted to do it.
checkin-released-together =
    That is fine. It is off your hands now. Good that you wanted to do it.
    We tell those who joined as well.
checkin-still-yours = Good, then all stays as it was.
checkin-over = There is nothing left for you to do here.
checkin-nothing = You have no promise now that we ask about.
action-commitment = Promise something
    .also = promise
action-my-promises = My promises
    .also = my promise
action-checkin = How is it going?

offer-refused = Somebody else cannot take this over: “{ $words }” So it is still your promise.
offer-refused-by-desk =
    The municipality does not take this over: “{ $words }” So it is still your promise.
    It says: { $sentence }
offer-unanswered = We heard nothing back about “{ $words }” So it is still your promise.
offer-taken = Your promise now belongs to { $who }: “{ $words }” It is off your hands. Thank you.
take-over-asked =
    { $who } promised something that you join: “{ $words }” By { $day }.
    { $who } is looking for somebody else now. Would you take it over?
take-over-ask = Would you take this over? “{ $words }” By { $day }.
take-over-yes = Yes, I take it over
    .also = yes; i do it
take-over-no = No, rather not
    .also = no; rather not
take-over-gone = This is not needed any more. Good that you wanted to.
take-over-refused = That is fine. We pass it on.
take-over-thanks =
    Thank you! Now it is your promise, number { $number }. By { $day }.
    On that day we ask you how it went.

report-kept = Promise { $number } was kept
report-kept-reason = Who promised this says that it is done.
report-later = Promise { $number } has a new day
report-broken = Promise { $number } was not kept
report-promised-reason = Somebody from the neighbourhood promised to do this.
report-taken-over-reason = Somebody who joined takes it over.
