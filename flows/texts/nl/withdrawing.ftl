action-withdraw = Trek { $kind } { $number } in
withdraw-which = Wat wil je intrekken? Typ het nummer. De nummers staan in “Mijn inbreng”.
withdraw-words = “{ $words }”
withdraw-file = een spraakbericht of foto
withdraw-sure =
    Jouw { $kind } { $number }: { $what }

    Wil je dit intrekken? Dan halen we je woorden overal weg. Dat kan niet terug.
    Wat ervan kwam, gaat door. Daar staat dan dat er iets is ingetrokken.
withdraw-promise-sure =
    Jouw { $kind } { $number }: { $what }

    Wil je dit intrekken? Dan halen we je woorden weg. Dat kan niet terug.
    Wie meedeed, hoort dat het niet doorgaat.
withdraw-yes = Ja, trek in
    .also = ja; trek in; ja hoor; zeker
withdraw-no = Nee, laat staan
    .also = nee; nee hoor; laat maar; toch niet
withdrawn =
    Jouw { $kind } { $number } is ingetrokken. Niemand leest het nog.
    Wat je in deze chat stuurde, zie je hier zelf nog wel.
withdraw-kept = Goed, het blijft staan.
withdraw-gone = Onder dat nummer staat niets dat je kunt intrekken. Misschien deed je het al.
