checkin-asked =
    Je belofte was: “{ $words }” Uiterlijk { $day }.
    Hoe is het gegaan? Elk antwoord is goed.
checkin-asked-again =
    We zijn benieuwd naar je belofte: “{ $words }” Je zei: uiterlijk { $day }.
    Hoe is het gegaan? Elk antwoord is goed.
checkin-how = Hoe gaat het met je belofte? “{ $words }” Uiterlijk { $day }.
checkin-done = Gelukt
    .also = het is gelukt; gedaan; klaar; ja
checkin-later = Later
    .also = nog niet; andere dag; nieuwe dag; het wordt later
checkin-hand-over = Iemand anders doet het
    .also = iemand anders; overdragen; overgeven; doorgeven
checkin-release = Ik laat het los
    .also = loslaten; los; het lukt niet; niet gelukt; ik kan het niet
checkin-wait = Ik wacht nog even
    .also = wachten; afwachten
checkin-which = Over welke belofte gaat het?
checkin-none = Niets, laat maar
checkin-about = Hoe gaat het: { $words }
fellows-about = Wie doen er mee: { $words }
my-promises = Dit beloofde je, of daar doe je aan mee.
checkin-new-day = Wanneer dan wel? Typ een dag, zoals “3 maart” of “over twee weken”.
checkin-to = Wie zullen we vragen? Tot die ja zegt, blijft het jouw belofte.
checkin-to-neighbour = Buurtgenoot { $place } die meedoet
checkin-to-desk = De gemeente
    .also = gemeente; balie
checkin-to-nobody = Toch niemand
    .also = niemand; laat maar; toch niet
checkin-kept = Wat fijn! Je hebt je belofte gehouden. Dank je wel.
checkin-kept-together = Wat fijn! Je hebt je belofte gehouden. Dank je wel. We zeggen het ook tegen wie meedeed.
checkin-postponed = Goed. Dan vragen we het op { $day } nog eens.
checkin-offered = We hebben het gevraagd. Je hoort wat { $who } zegt.
checkin-offered-desk = We hebben het de gemeente gevraagd. Je hoort wat zij zegt.
checkin-released = Dat is goed. Je bent er nu van af. Fijn dat je het wilde doen.
checkin-released-together =
    Dat is goed. Je bent er nu van af. Fijn dat je het wilde doen.
    We zeggen het ook tegen wie meedeed.
checkin-still-yours = Goed, dan blijft alles zoals het was.
checkin-over = Hier hoef je niets meer aan te doen.
checkin-nothing = Je hebt nu geen belofte waar we naar vragen.
action-commitment = Iets beloven
    .also = beloven
action-my-promises = Mijn beloften
    .also = mijn belofte
action-checkin = Hoe gaat het?

offer-refused = Het lukt een ander niet om dit over te nemen: “{ $words }” Het blijft dus nog jouw belofte.
offer-refused-by-desk =
    De gemeente neemt dit niet over: “{ $words }” Het blijft dus nog jouw belofte.
    Ze zegt erbij: { $sentence }
offer-unanswered = We hoorden niets terug over “{ $words }” Het blijft dus nog jouw belofte.
offer-taken = Je belofte is nu van { $who }: “{ $words }” Je bent ervan af. Dank je wel.
take-over-asked =
    { $who } beloofde iets waar jij aan meedoet: “{ $words }” Uiterlijk { $day }.
    { $who } zoekt nu iemand anders. Wil jij het overnemen?
take-over-ask = Wil jij dit overnemen? “{ $words }” Uiterlijk { $day }.
take-over-yes = Ja, ik neem het over
    .also = ja; ik doe het
take-over-no = Nee, liever niet
    .also = nee; liever niet
take-over-gone = Dit hoeft niet meer. Fijn dat je het wilde.
take-over-refused = Dat is goed. We zeggen het.
take-over-thanks =
    Dank je wel! Nu is het jouw belofte, nummer { $number }. Uiterlijk { $day }.
    Op die dag vragen we je hoe het ging.

report-kept = Belofte { $number } is gehouden
report-kept-reason = Wie dit beloofde, zegt dat het gelukt is.
report-later = Belofte { $number } krijgt een nieuwe dag
report-broken = Belofte { $number } is niet gehouden
report-promised-reason = Iemand uit de buurt beloofde dit te doen.
report-taken-over-reason = Iemand die meedeed, neemt het over.
