stopped = Goed, we schrijven je niet meer.
stopped-halfway = Wat je aan het vertellen was, hebben we weggegooid.
stopped-given =
    Wat je al gaf, blijft meetellen. Wat ermee gebeurt, lees je bij “mijn inbreng”.
    Wil je het weg hebben? Kies dan “Vergeet mij”.
back-again = Fijn dat je er weer bent. We schrijven je weer als er nieuws is.
back-missed = Intussen kwam er antwoord op wat je gaf. Je leest het bij “mijn inbreng”.
forget-sure =
    Weet je het zeker? We halen alles weg wat je vertelde of schreef.
    Dat kunnen we niet terugdraaien.
forget-yes = Ja, vergeet mij
    .also = ja; ja hoor; zeker; ik weet het zeker
forget-no = Nee, toch niet
    .also = nee; nee hoor; toch niet; laat maar
forgotten =
    Vanaf nu leest niemand je woorden meer. Over een paar minuten zijn ze uit onze gegevens gewist.
    Dan weten we ook niet meer dat je hier was.
    Dank je voor je tijd. Het ga je goed.
not-forgotten = Goed, alles blijft zoals het was.
leave-sure =
    Weet je het zeker? Wat je gaf, blijft. Maar niemand weet nog dat het van jou was.
    Je hoort dan ook niet meer wat ermee gebeurt. Dat kunnen we niet terugdraaien.
leave-yes = Ja, ik ga weg
    .also = ja; ja hoor; zeker; ik weet het zeker
leave-no = Nee, toch niet
    .also = nee; nee hoor; toch niet; laat maar
left =
    Wat je gaf, blijft meetellen, zonder jou erbij.
    Over een paar minuten weten we niet meer dat je hier was. Dank je, en het ga je goed.
