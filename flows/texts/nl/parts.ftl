part-added = De gemeente voegt dit zelf toe, omdat: { $reason }
part-both =
    { $added }
    { $changed }
part-changed = Dit is versie { $version }. Veranderd omdat: { $reason }

concept-none = Er is nog geen concept. Je hoort het hier als het er is.
concept-intro =
    { $parts ->
        [one] Het concept heeft één stuk.
       *[other] Het concept heeft { $parts } stukken.
    } { $sources ->
        [0] { "" }
        [one] Het komt uit één ding dat mensen zeiden.
       *[other] Het komt uit { $sources } dingen die mensen zeiden en kozen.
    }
concept-part =
    { $title }
    { $body }
    { $notes }
    { $said ->
        [0] { "" }
        [one] Eén mens wil hier iets veranderen.
       *[other] { $said } mensen willen hier iets veranderen.
    }
concept-yes = Goed zo
    .also = ja; goed; prima; eens
concept-change = Iets veranderen
    .also = anders; veranderen; nee
concept-pass = Weet ik niet
    .also = overslaan; geen idee; volgende
concept-change-what = Wat zou jij veranderen aan “{ $title }”? Eén ding is genoeg.
concept-others = { $agree } van de { $people } anderen vinden “{ $title }” goed zo.
concept-given =
    { $count ->
        [one] Je voorstel is binnen. Je hoort of we het gebruiken, en waarom.
       *[other] Je { $count } voorstellen zijn binnen. Je hoort van elk of we het gebruiken, en waarom.
    }
concept-end = Dank je. Jouw mening telt mee.
concept-all-seen = Je hebt alles al gezien. Komt er een nieuwe versie, dan hoor je het.

plan-cards-none = Er is nog geen plan. Je hoort het hier als het er is.
plan-cards-intro =
    { $parts ->
        [one] Het plan heeft één stuk.
       *[other] Het plan heeft { $parts } stukken.
    } { $sources ->
        [0] { "" }
        [one] Het komt uit één ding dat mensen zeiden.
       *[other] Het komt uit { $sources } dingen die mensen zeiden en kozen.
    }
plan-cards-part =
    { $title }
    { $body }
    { $notes }
    { $said ->
        [0] { "" }
        [one] Eén mens zette hier een puntje op de i.
       *[other] { $said } mensen zetten hier een puntje op de i.
    }
plan-cards-yes = Ik sta erachter
    .also = ja; goed; prima; eens; akkoord
plan-cards-change = Puntje op de i
    .also = puntje; anders; veranderen
plan-cards-pass = Weet ik niet
    .also = overslaan; geen idee; volgende
plan-cards-change-what = Welk puntje moet er nog op de i bij “{ $title }”?
plan-cards-others = { $agree } van de { $people } anderen staan achter “{ $title }”.
plan-cards-given =
    { $count ->
        [one] Je puntje op de i is binnen. Je hoort wat we ermee doen, en waarom.
       *[other] Je { $count } puntjes zijn binnen. Je hoort van elk wat we ermee doen, en waarom.
    }
plan-cards-end = Dank je. Jouw mening telt mee.
plan-cards-all-seen = Je hebt het hele plan al gezien. Verandert er iets, dan hoor je het.

realisation-intro =
    Wat willen we? Dat staat nu in { $parts ->
        [0] het concept.
        [one] één stuk.
       *[other] { $parts } stukken.
    }
    Nu de vraag: hoe krijgen we het voor elkaar?
realisation-so-far = Tot nu toe: { $need } keer “nodig”, { $obstacle } keer “in de weg” en { $offer } keer “ik help”.
realisation-which = Waar gaat het over?
realisation-whole = Over alles
realisation-what = Wat wil je zeggen?
realisation-need = Dit is nodig
    .also = nodig
realisation-obstacle = Dit staat in de weg
    .also = in de weg
realisation-offer = Dit kan ik doen
    .also = ik help; helpen
realisation-words = { $what }
realisation-ask-need = Wat is er nodig? Denk aan mensen, geld, een plek of een regel.
realisation-ask-obstacle = Wat staat er in de weg?
realisation-ask-offer = Wat kun jij doen, of meebrengen?
realisation-thanks-need = Goed dat je het zegt. Het is nummer { $number }. Je hoort uiterlijk { $day } wat ermee gebeurt.
realisation-thanks-need-stopped = Goed dat je het zegt. Het is nummer { $number }. Uiterlijk { $day } is er antwoord.
realisation-thanks-obstacle = Goed dat we het weten. Het is nummer { $number }. Je hoort uiterlijk { $day } of het kan, en waarom.
realisation-thanks-obstacle-stopped = Goed dat we het weten. Het is nummer { $number }. Uiterlijk { $day } is er antwoord.
realisation-thanks-offer = Wat fijn dat je dat wilt doen. Het is nummer { $number }. Je hoort uiterlijk { $day } van ons.
realisation-thanks-offer-stopped = Wat fijn dat je dat wilt doen. Het is nummer { $number }. Uiterlijk { $day } is er antwoord.
action-realisation-again = Nog iets zeggen
asks-concept = Nu kun je zeggen wat je van het concept vindt, stuk voor stuk. Dat kost twee minuten.
asks-realisation = Nu denken we samen na: hoe krijgen we het voor elkaar? Zeg wat er nodig is, of wat jij kunt doen.
asks-plan-cards = Er is een plan. Nu kun je zeggen of je erachter staat.
