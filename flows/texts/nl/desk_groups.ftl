desk-room-groups = Groepen
desk-groups-intro = Wie ongeveer hetzelfde kiest, zit samen in een groep. De groepen komen alleen uit de antwoorden op de ideeën. Wie erin zitten, laten we niet zien.
desk-groups-none = Er zijn nog geen groepen
desk-groups-none-few-ideas =
    { $ideas ->
        [one] Er is over 1 idee gekozen. Het moeten er minstens 7 zijn.
       *[other] Er is over { $ideas } ideeën gekozen. Het moeten er minstens 7 zijn.
    }
desk-groups-none-few-people =
    { $people ->
        [one] 1 mens koos bij 7 ideeën of meer.
       *[other] { $people } mensen kozen bij 7 ideeën of meer.
    } Het moeten er minstens 20 zijn. In totaal kozen er { $voters }.
desk-groups-none-alike = De { $people } mensen die genoeg kozen, denken allemaal hetzelfde.
desk-groups-none-few-apart = Van de { $people } mensen die genoeg kozen, denken er te weinig anders. Een groep is er pas vanaf 5 mensen: anders is te zien wat iemand koos.
desk-groups-none-not-yet = Er is nog niet gekozen, of het is nog niet berekend. Dat gebeurt elk uur, als er genoeg nieuwe antwoorden zijn.
desk-groups-none-missing = Groepen worden hier niet berekend: het onderdeel “analysis” is niet geïnstalleerd. Vraag het de beheerder.
desk-groups-at = Berekend op { $moment }.
desk-groups-among = { $people } mensen kozen bij 7 ideeën of meer (van de { $voters } die kozen). Zij vormen { $groups } groepen.
desk-groups-clear-strong = De groepen liggen heel duidelijk uit elkaar.
desk-groups-clear-fair = De groepen liggen redelijk uit elkaar.
desk-groups-clear-weak = De groepen liggen maar een beetje uit elkaar. Wees voorzichtig met wat je eruit leest.
desk-groups-clear-none = De groepen lopen in elkaar over. Lees er niet te veel in.
desk-groups-letter = Groep { $letter }
desk-groups-people = { $people } van de { $all } mensen
desk-groups-stands = Hierin denkt deze groep anders dan de rest
desk-groups-stands-none = Deze groep denkt over geen enkel idee duidelijk anders dan de rest.
desk-groups-idea = (idee { $number })
desk-groups-agrees = Eens: { $said } van de { $seen } in deze groep.
desk-groups-disagrees = Oneens: { $said } van de { $seen } in deze groep.
desk-groups-elsewhere = Daarbuiten: { $said } van de { $seen }.
desk-groups-common = Hierover zijn alle groepen het eens
desk-groups-common-none = Er is nog geen idee waar in elke groep de meesten het mee eens zijn.
desk-groups-of-each = Groep { $letter }: { $agree } van de { $seen } eens
desk-groups-name = Een naam geven
desk-groups-name-hint = Kies woorden waarin de mensen zich zouden herkennen. Bewoners lezen de naam. Zonder naam blijft het bij de letter.
desk-groups-name-in = Naam in het { $language }
desk-groups-save = Bewaren
desk-groups-notice-named = De naam is bewaard. Hij blijft, zolang het duidelijk dezelfde groep is.
desk-groups-notice-unnamed = De groep heeft nu alleen een letter.
desk-groups-wrong = De naam is niet bewaard. Kijk bij de groep hieronder.
desk-groups-typed = Je had getypt:
groups-name-long = Kies een kortere naam, van hoogstens { $most } tekens.
groups-name-taken = Een andere groep heet al zo.
groups-gone = Deze groep is er niet meer: de groepen zijn opnieuw berekend en anders uitgevallen.
