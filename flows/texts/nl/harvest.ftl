harvest-people =
    { $count ->
        [one] Er doet nu één mens mee.
       *[other] Er doen nu { $count } mensen mee.
    }
harvest-people-through = Er doen nu { $count } mensen mee, via { $networks } groepen of plekken.
harvest-network =
    { $count ->
        [one] Er is één groep of plek genoemd die mee moet doen.
       *[other] Er zijn { $count } groepen of plekken genoemd die mee moeten doen.
    }
harvest-taps = Het vaakst gekozen als belangrijkste: “{ $title }”, door { $times } van de { $of } mensen.
harvest-story =
    { $count ->
        [one] Er kwam één verhaal binnen.
       *[other] Er kwamen { $count } verhalen binnen.
    }
harvest-idea =
    { $count ->
        [one] Er kwam één idee.
       *[other] Er kwamen { $count } ideeën.
    }
harvest-theme =
    { $count ->
        [one] Daar kwam één thema uit: { $titles }.
        [2] Daar kwamen twee thema’s uit: { $titles }.
        [3] Daar kwamen drie thema’s uit: { $titles }.
       *[other] Daar kwamen { $count } thema’s uit, zoals { $titles }.
    }
harvest-recognised =
    { $agree ->
        [0] Mensen lazen verhalen van anderen.
        [one] Eén keer herkende iemand zich in het verhaal van een ander.
       *[other] { $agree } keer herkende iemand zich in het verhaal van een ander.
    }
harvest-voted =
    { $count ->
        [one] Er is één keer gestemd.
       *[other] Er is { $count } keer gestemd, op { $cards ->
            [one] één idee
           *[other] { $cards } ideeën
        }.
    }
harvest-agreed = De meeste bijval kreeg idee { $title }: { $times } van de { $of } mensen zijn het eens.
harvest-preferred = De meeste steun kreeg “{ $title }”: { $times } van de { $of } mensen.
harvest-scenario =
    { $count ->
        [one] Er ligt nu één scenario: { $titles }.
        [2] Er liggen nu twee scenario’s: { $titles }.
        [3] Er liggen nu drie scenario’s: { $titles }.
       *[other] Er liggen nu { $count } scenario’s, zoals { $titles }.
    }
harvest-ranked =
    { $count ->
        [one] Eén mens koos de beste volgorde.
       *[other] { $count } mensen kozen de beste volgorde.
    }
harvest-concept-part =
    { $count ->
        [one] Er is één stuk van het concept: { $titles }.
       *[other] Het concept heeft { $count } stukken.
    }
harvest-proposal =
    { $count ->
        [one] Er kwam één voorstel om iets te veranderen.
       *[other] Er kwamen { $count } voorstellen om iets te veranderen.
    }
harvest-weighed =
    { $count ->
        [one] Eén keer zei iemand wat die van een stuk vindt.
       *[other] Bij { $agree } van de { $count } antwoorden stond: zo is het goed.
    }
harvest-need =
    { $count ->
        [one] Er is één ding genoemd dat nodig is.
       *[other] Er zijn { $count } dingen genoemd die nodig zijn.
    }
harvest-obstacle =
    { $count ->
        [one] Eén ding staat in de weg.
       *[other] { $count } dingen staan in de weg.
    }
harvest-offer =
    { $count ->
        [one] Eén keer bood iemand hulp aan.
       *[other] { $count } keer bood iemand hulp aan.
    }
harvest-plan-part =
    { $count ->
        [one] Het plan heeft één stuk: { $titles }.
       *[other] Het plan heeft { $count } stukken.
    }
harvest-supported =
    { $count ->
        [one] Eén keer zei iemand wat die van het plan vindt.
       *[other] In { $agree } van de { $count } antwoorden op het plan zeiden mensen ja.
    }
harvest-dot =
    { $count ->
        [one] Er kwam één puntje op de i.
       *[other] Er kwamen { $count } puntjes op de i.
    }
harvest-commitment =
    { $count ->
        [one] Er is één belofte.
       *[other] Er zijn { $count } beloften.
    } { $municipal ->
        [0] {""}
        [one] Eén daarvan is van de gemeente.
       *[other] { $municipal } daarvan zijn van de gemeente.
    }
harvest-update =
    { $count ->
        [one] Er kwam één keer nieuws over hoe het gaat.
       *[other] Er kwam { $count } keer nieuws over hoe het gaat.
    }
harvest-milestone =
    { $count ->
        [one] Er is één mijlpaal.
       *[other] Er zijn { $count } mijlpalen.
    }
