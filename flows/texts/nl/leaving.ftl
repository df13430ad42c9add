stopped =
    Goed, we schrijven je niet meer.
    Wat je al gaf, blijft meetellen. Wil je dat ook weg? Kies dan “Vergeet mij”.
forget-sure =
    Weet je het zeker? We halen je verhalen en ideeën weg.
    Dat kunnen we niet terugdraaien.
forget-yes = Ja, vergeet mij
    .also = ja; ja hoor; zeker; ik weet het zeker
forget-no = Nee, toch niet
    .also = nee; nee hoor; toch niet; laat maar
forgotten =
    Je woorden zijn weg. Over een paar minuten weten we ook niet meer dat je hier was.
    Dank je voor je tijd. Het ga je goed.
not-forgotten = Goed, alles blijft zoals het was.
