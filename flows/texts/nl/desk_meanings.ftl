desk-room-meanings = Vergelijkingen
desk-meanings-intro = Bewoners lazen drie verhalen van anderen en schreven op wat die gemeen hebben. Hun woorden kunnen een thema worden. Wie ze schreef en wie de verhalen vertelde, horen dat.
desk-meanings-empty = Er zijn nu geen woorden waar nog iets van gemaakt moet worden. Lees eerst wat in de wachtrij staat.
desk-meanings-made = Het thema staat er, onder nummer { $number }.
desk-meanings-spoken = (ingesproken)
desk-meanings-stories =
    { $count ->
        [one] Maak er een thema van, met 1 verhaal
       *[other] Maak er een thema van, met { $count } verhalen
    }
desk-meanings-about = Welke verhalen horen erbij?
desk-meanings-gone = staat er niet meer
desk-meanings-title = Naam van het thema ({ $language })
desk-meanings-because = Waarom deze verhalen erbij horen ({ $language }). Wie ze vertelde, leest dit.
desk-meanings-named = Wat wie de woorden schreef te lezen krijgt ({ $language })
desk-meanings-standard-because =
    { $spoken ->
        [yes] Een bewoner zag dat deze verhalen iets gemeen hebben.
       *[other] Een bewoner zag wat deze verhalen gemeen hebben: “{ $words }”.
    }
desk-meanings-standard-named = Jouw woorden brachten ons op dit thema.
desk-meanings-make = Maak dit thema
desk-about =
    { $kind ->
        [reply] Dit is een reactie op
        [meaning] Dit gaat over
       *[other] Dit hoort bij
    }
desk-next-round = nieuwe ronde
