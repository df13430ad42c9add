settings-which = Wat wil je veranderen?
settings-language = De taal
    .also = taal
settings-often = Hoe vaak we schrijven
    .also = hoe vaak; vaker; minder vaak
settings-pause = Een pauze
    .also = pauze
settings-nothing = Niets
    .also = terug; laat maar; nee; nee hoor; nee dank je; niks; geen
settings-how-often =
    Hoe vaak mogen we je uit onszelf schrijven?
    Antwoord op jouw eigen inbreng krijg je altijd.
    Begint er een nieuwe stap? Dat hoor je ook, behalve als je “Nooit” kiest.
often-usual = Hooguit eens per week
    .also = gewoon; eens per week; elke week
often-less = Hooguit eens per twee weken
    .also = minder; eens per twee weken
often-never = Nooit
settings-how-long = Hoe lang wil je pauze?
pause-7 = Een week
    .also = week; 1 week
pause-30 = Een maand
    .also = maand; 1 maand
pause-0 = Geen pauze
    .also = geen; stop de pauze
settings-done = Dat is veranderd.
settings-as-they-were = Alles blijft zoals het was.
