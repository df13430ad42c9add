asks-vote-cards = Nu kun je stemmen op de ideeën. Je krijgt er hooguit vijf tegelijk.
vote-intro =
    Er { $ideas ->
        [one] kwam tot nu toe één idee
       *[other] kwamen tot nu toe { $ideas } ideeën
    } van bewoners.{ $people ->
        [0] {""}
       *[other] {" "}Er stemden al { $people } mensen.
    }
    Zeg steeds wat jij ervan vindt. Je krijgt er hooguit vijf.
    Je stem kun je later nog veranderen. Gebruik de knoppen bij dat idee, of typ “oneens 3”.
vote-card =
    Idee { $number }
    { $words }
vote-agree = Eens
    .also =
        ja; mee eens; ik ben het eens; ik ben het ermee eens; ben het eens; ben het er mee eens; helemaal mee eens;
        helemaal eens; goed idee; prima idee; akkoord; voor; ik ben voor; goed; doen; 👍; ✅; ❤
vote-disagree = Oneens
    .also =
        nee; niet eens; niet mee eens; ik ben het oneens; ik ben het niet eens; ben het oneens; ben het niet eens;
        ben het er niet mee eens; helemaal niet mee eens; helemaal oneens; slecht idee; geen goed idee; tegen;
        ik ben tegen; niet doen; 👎; ❌
vote-pass = Sla over
    .also =
        overslaan; sla maar over; deze overslaan; volgende; weet niet; weet ik niet; ik weet het niet; geen mening;
        geen idee; neutraal; maakt niet uit; pas; 🤷
vote-others-title = Zo denken anderen erover.
vote-others =
    “{ $words }”
    { $part ->
        [one] { $part } van de { $people } anderen is
       *[other] { $part } van de { $people } anderen zijn
    } het { $own ->
        [agree] ook eens.
        [disagree] ook oneens.
       *[pass] eens.
    }
vote-others-few =
    { $count ->
        [one] Bij één idee stemden nog te weinig anderen. Daarvan laten we nog niets zien.
       *[other] Bij { $count } ideeën stemden nog te weinig anderen. Daarvan laten we nog niets zien.
    }
vote-speaks-for =
    In totaal stemden { $people } mensen.{ $lives ->
        [0] {""}
       *[other] {" "}{ $lives } wonen hier.
    }{ $uses ->
        [0] {""}
       *[other] {" "}{ $uses } gebruiken deze hulp.
    }{ $works ->
        [0] {""}
       *[other] {" "}{ $works } werken hier.
    }
vote-more = Wil je er nog een paar? Weer hooguit vijf.
vote-more-yes = Ja, nog een paar
    .also = nog vijf; nog een paar; meer; verder
vote-more-no = Nee, genoeg
    .also = genoeg; klaar; stop maar
vote-thanks = Dank je, je stemmen tellen mee. Verder stemmen? Typ “stemmen”.
vote-none-left =
    Je hebt nu alle ideeën gezien. Dank je.
    Komt er een nieuw idee bij? Dan kun je daar hier op stemmen.
vote-nothing-yet = Er zijn nog geen ideeën om op te stemmen. Kijk later nog eens.
vote-closed = Stemmen op ideeën kan nu niet. Wat je al stemde, blijft staan.
vote-first =
    { $kind ->
        [story] Dank je. Bij verhaal { $number } staat: { $said }.
        [update] Dank je. Bij nieuws { $number } staat: { $said }.
       *[idea] Je stem is geteld. Bij idee { $number } staat: { $said }.
    }
vote-changed =
    { $kind ->
        [story] Dat is veranderd. Bij verhaal { $number } staat nu: { $said }.
        [update] Dat is veranderd. Bij nieuws { $number } staat nu: { $said }.
       *[idea] Je stem is veranderd. Bij idee { $number } staat nu: { $said }.
    }
vote-same =
    { $kind ->
        [story] Dat stond er al bij verhaal { $number }: { $said }.
        [update] Dat stond er al bij nieuws { $number }: { $said }.
       *[idea] Dat stond er al bij idee { $number }: { $said }.
    }
vote-late = Die keuze kwam later binnen dan wat je daarna deed. Je stem blijft daarom zoals hij was. Kies gerust nog eens.
vote-gone = Nummer { $number } is er niet meer. Daar kun je niet meer op stemmen.
vote-merged-into = Nummer { $number } hoort nu bij nummer { $into }. Op nummer { $number } kun je niet meer stemmen.
vote-split-into = Nummer { $number } is verdeeld over nummer { $into }. Op nummer { $number } kun je niet meer stemmen.
vote-revised-as = Nummer { $number } is opnieuw geschreven, als nummer { $into }. Op nummer { $number } kun je niet meer stemmen.
vote-elsewhere = Die knop hoort bij iets anders waar je aan meedoet. Hier werkt hij niet.
nudge-unfinished-votes = Er ligt nog een idee voor je klaar. Wil je zeggen wat je ervan vindt?
