scenarios-intro =
    Van de ideeën zijn { $count } scenario's gemaakt. Een scenario is een plan in het kort.
scenarios-one =
    { $place }. { $title }
    { $summary }{ $ideas ->
        [0] {""}
        [one] {" "}Hier zit één idee in.
       *[other] {" "}Hier zitten { $ideas } ideeën in.
    }{" "}{ $added }
scenarios-yours =
    Dit was jouw volgorde:
    { $order }
    Je kunt hem veranderen.
scenarios-order =
    Wat is jouw volgorde? Begin met het scenario dat je het beste vindt. Daarna kies je de volgende.
    Typen mag ook, zoals “2, 1”. Wat je niet wilt, laat je weg.
order-done = Klaar, de rest laat ik weg
    .also = klaar; de rest laat ik weg; laat de rest weg; dat is het; zo is het goed
order-placed = { $option } (plaats { $place })
answer-order = Ik weet niet zeker welke volgorde je bedoelt. Typ de nummers, met de beste eerst. Zoals “2, 1”.
answer-order-twice = “{ $option }” staat al op plaats { $place }. Kies een andere.
scenarios-thanks =
    Dank je, je keuze telt mee. Dit is jouw volgorde:
    { $order }
scenarios-so-far =
    Dit kozen { $people } mensen tot nu toe. Jouw laatste keuze komt daar zo nog bij.
    Ieder telt steeds mee voor het scenario dat bovenaan staat. Valt dat af? Dan telt het volgende.
scenarios-round =
    Ronde { $round }:
    { $votes }{ $rest ->
        [0] {""}
        [one] {"\u000A"}Eén persoon koos geen van deze.
       *[other] {"\u000A"}{ $rest } mensen kozen geen van deze.
    }{ $out ->
        [0] {""}
        [one] {"\u000A"}{ $which } valt af.
       *[other] {"\u000A"}{ $which } vallen af.
    }{ $tied ->
        [yes] {" "}Een ander had evenveel. Dan blijft wie het vaakst op de volgende plaats staat.
       *[no] {""}
    }
scenarios-winner = De meeste steun heeft { $titles }: { $votes } van de { $people } mensen.
scenarios-level = { $titles } staan gelijk.
scenarios-too-few = Er is nog geen uitslag om te laten zien. Die komt er als vijf mensen of meer hebben gekozen.
scenarios-none-yet = Er zijn nog geen scenario's om uit te kiezen. Kijk later nog eens.
scenarios-closed = Scenario's kiezen kan nu niet. Wat je al koos, blijft staan.
scenarios-twice = Hetzelfde scenario kan maar één keer in je volgorde staan.
scenarios-gone = Een van deze scenario's is er niet meer. Kies nog eens uit wat er nu is.
action-scenarios-again = Mijn volgorde veranderen
    .also = veranderen; anders kiezen
