turn-question-changed = Deze vraag is net veranderd. Wil je nog eens antwoorden?
turn-question-changed-use = Deze vraag is net veranderd. Je stuurde: “{ $words }”
turn-question-changed-kept =
    Deze vraag is net veranderd. Wat je stuurde, heb ik bewaard voor een mens die meeleest.
    Wil je nog eens antwoorden?
action-use = Dat is mijn antwoord
turn-script-gone = Waar je mee bezig was, is er niet meer. Daar hebben we niets van bewaard.
turn-let-go = Wat je net aan het vertellen was, hebben we weggegooid.
turn-stale = Die vraag is al voorbij.
turn-unknown-button = Die knop ken ik niet meer.
turn-nothing-open = Er loopt nu niets waar je aan mee kunt doen. Probeer het later nog eens.
turn-which-trajectory = Waar wil je aan meedoen? Kies hieronder.
turn-nothing-to-resume = Er staat niets open.
turn-offer-person = Lukt het niet? Dan kan iemand je helpen.
turn-words-kept = Wat je schreef, heb ik wel bewaard voor een mens die meeleest.
turn-remark-came = Ik kijk of ik dit kan openen. Lukt dat, dan bewaar ik het voor een mens die meeleest.
turn-late-words = Dit bericht kwam later binnen dan je volgende. Ik heb het bewaard voor een mens die meeleest.
turn-edit-done = Ik heb je antwoord aangepast.
turn-edit-too-late = Dit was al verstuurd. Aanpassen in de chat kan dan niet meer. Vertel gerust wat er anders moet.
turn-unreadable = Dit soort bericht kan ik niet lezen. Typ gerust, spreek iets in of stuur een foto.
turn-too-large-here = Dit bestand is te groot.
turn-unreadable-here = Dit soort bericht kan ik niet lezen.
turn-wrong-type-here = Dit bestand kan ik niet openen.
turn-too-large = Dit bestand is te groot. Stuur een kleiner bestand, van hooguit 20 MB.
turn-wrong-type = Dit bestand kan ik niet openen. Stuur een foto of een spraakbericht.
turn-expired = Je was vorige keer halverwege. Dat hebben we weggegooid, er is niets van bewaard.
turn-begins-anew = Je was vorige keer nog niet klaar. We beginnen opnieuw.
turn-before-consent = Dat heb ik niet bewaard. We stellen eerst een paar korte vragen. Daarna kun je vertellen.
turn-group = Hallo! Meedoen doe je met mij alleen, niet in een groep. { $link }
turn-set-aside = Er ging iets mis bij ons. Je bericht is bewaard, een mens kijkt ernaar.
turn-had-stopped =
    Je hebt berichten uitgezet. We schrijven je dus niet uit onszelf.
    Ons antwoord lees je bij “mijn inbreng”. Wil je weer berichten?
media-lost = Het is niet gelukt om je bestand op te halen. Wil je het nog eens sturen?
media-too-large = Je bestand is te groot. Wil je een kleiner bestand sturen?
media-wrong-type = Je bestand kan ik niet openen. Stuur een gewone foto of een spraakbericht.
media-too-many-pixels = Je foto is te groot. Wil je een kleinere foto sturen?
media-too-long = Je bericht duurt te lang. Wil je het in tien minuten of korter vertellen?
media-damaged = Je bestand is beschadigd. Wil je het nog eens sturen?
media-remark = Wat je net stuurde, kon ik niet openen. Het is niet bewaard.
nudge-unfinished =
    Je was begonnen, maar nog niet klaar. Wil je verder?
    Als je niets doet, gooien we het weg. We herinneren je hier niet nog eens aan.
turn-not-now = Dat kan nu even niet. Kijk in het menu wat er wel kan.
turn-other-languages = In deze taal kan het hier niet. Wel in: { $languages }.
turn-language-now = We gaan verder in het Nederlands.
turn-or-choose = Of kies hieronder:
turn-first-this = Dat kan straks. Eerst nog een paar korte vragen.
turn-words-later = Eerst nog een paar korte vragen. Wat je nu typt, bewaren we nog niet.
turn-not-kept = Ik bewaar niets van wat je schrijft. Wil je toch meedoen?
