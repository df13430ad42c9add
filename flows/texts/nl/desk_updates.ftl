desk-room-updates = Nieuws
desk-updates-intro = Vertel hoe het gaat. Mensen lezen het in hun chat, reageren erop en zien waar hun inbreng bleef.
desk-updates-empty = Er is nog geen nieuws verstuurd.
desk-updates-write = Nieuws schrijven
desk-updates-sent = Het nieuws staat er. Over een minuut gaat het de deur uit.
desk-update-title = Titel ({ $language })
desk-update-body = Tekst ({ $language })
desk-update-about = Waar gaat het over? Niets gekozen: over het hele traject.
desk-update-numbers = Of nummers
desk-update-numbers-hint = Bijvoorbeeld van een verhaal of een reactie waar dit een antwoord op is: 12, 31
desk-update-who = Wie hoort het?
desk-update-who-everyone = Iedereen die meedoet. Wie er iets voor gaf, hoort het altijd. Anderen zolang ze die week nog geen bericht kregen.
desk-update-who-upstream = Alleen wie er iets voor gaf of erop stemde, samen met hun andere nieuws.
desk-update-send = Versturen
desk-update-number = Nieuws { $number }
desk-update-unknown = Nummer { $number } bestaat hier niet.
desk-update-reactions = Fijn: { $agree }. Valt tegen: { $disagree }. Weet het niet: { $passed }.
desk-update-replies =
    { $count ->
        [0] Nog geen reacties.
        [one] 1 reactie.
       *[other] { $count } reacties.
    }
desk-update-unread =
    { $count ->
        [one] 1 reactie wacht op je.
       *[other] { $count } reacties wachten op je.
    }
