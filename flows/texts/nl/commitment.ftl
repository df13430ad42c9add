commitment-none-yet = Er is nog niets beloofd. Jij kunt de eerste zijn.
commitment-so-far =
    { $count ->
        [one] Dit is al beloofd.
       *[other] Er zijn { $count } beloften. Dit zijn de nieuwste.
    } { $kept ->
        [0] { "" }
        [one] Eén belofte is al gehouden.
       *[other] { $kept } beloften zijn al gehouden.
    }
commitment-wish = Wat wil jij doen?
commitment-wish-new = Zelf iets beloven
    .also = zelf; iets beloven; beloven; nieuwe belofte
commitment-wish-together = Meedoen met iemand
    .also = meedoen; samen; met iemand
commitment-wish-nothing = Nu niet
    .also = niets; niks; nee; laat maar; nog niet
commitment-not-now = Dat is goed. Je kunt later altijd nog iets beloven.
commitment-part = Waar hoort je belofte bij?
commitment-part-own = Iets van mezelf
    .also = iets anders; anders; geen; geen van deze; van mezelf
commitment-what =
    Wat ga je doen? Schrijf het kort op, zodat anderen het snappen.
    Zet je naam er niet in. Straks kan iedereen het lezen.
commitment-when =
    Wanneer is het klaar? Typ een dag.
    Bijvoorbeeld “3 maart” of “over twee weken”.
commitment-how = Doe je het sowieso? Of alleen als er anderen meedoen?
commitment-how-sure = Ik doe het sowieso
    .also = sowieso; zeker; alleen ik; zelf; ja
commitment-how-together = Alleen samen met anderen
    .also = samen; met anderen; als anderen meedoen; alleen als er anderen meedoen
commitment-how-many = Hoeveel anderen moeten er minstens meedoen? Jij telt niet mee.
commitment-not-so-many =
    { $most ->
        [one] Er is nu één ander die meedoet aan dit plan. Kies dus 1.
       *[other] Er zijn nu { $most } anderen die meedoen aan dit plan. Kies een getal van { $least } tot en met { $most }.
    }
commitment-until = Tot wanneer kunnen mensen zeggen dat ze meedoen?
commitment-until-half = Tot en met { $day }
commitment-until-other = Een andere dag
    .also = andere dag; anders
commitment-until-day = Tot en met welke dag? Kies een dag vóór { $day }.
commitment-name = Welke naam zetten we bij je belofte?
commitment-share =
    Gaat het door? Dan stellen we jou en de anderen aan elkaar voor.
    Wat mogen zij nog meer van je weten?
commitment-thanks =
    Mooi, dank je wel! Dit is belofte { $number }.
    Iemand leest je belofte eerst. Je hoort het uiterlijk { $day }. Daarna kan iedereen hem zien.
commitment-thanks-stopped =
    Mooi, dank je wel! Dit is belofte { $number }.
    Iemand leest je belofte eerst. Vóór { $day } is er antwoord.
commitment-day-over = De dag die je koos, is intussen voorbij. Wil je opnieuw beginnen?
commitment-too-few = Er zijn intussen niet meer zo veel anderen. Wil je opnieuw beginnen?
commitment-lapsed =
    Er deden niet genoeg anderen mee met je belofte: “{ $words }”
    Het waren er { $joined }, en er waren er { $needs } nodig. Het gaat dus niet door.
    Je hoeft niets te doen. Fijn dat je het wilde.

promise-neighbour = een buurtgenoot
promise-neighbour-first = Een buurtgenoot
promise-municipality = de gemeente
promise-line-active = { $who }, uiterlijk { $day }
promise-line-moved = { $who }, nu uiterlijk { $day }
promise-line-silent = { $who }, uiterlijk { $day }. We weten niet hoe het ging.
promise-line-conditional =
    { $who }, als er { $needs ->
        [one] één ander meedoet
       *[other] { $needs } anderen meedoen
    } vóór of op { $day }. Nu { $joined ->
        [0] nog niemand
       *[other] { $joined }
    }.
promise-line-kept = { $who }. Gelukt!
promise-line-handed-over = { $who }. Iemand anders doet het nu.
promise-line-released = { $who }. Gaat niet door.
promise-line-broken = { $who }. Niet gedaan.
promise-line-lapsed = { $who }. Ging niet door, er waren te weinig mensen.
promise-step-met = Er doen genoeg mensen mee
promise-step-lapsed = Ging niet door, er waren te weinig mensen
promise-step-done = Gelukt
promise-step-later = Nieuwe dag: { $day }
promise-step-hand-over = Iemand anders doet het nu
promise-step-release = Losgelaten
promise-step-broken = Niet gedaan
