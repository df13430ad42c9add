together-which = Met welke belofte doe je mee?
together-option = { $who }: { $words }
together-nothing = Toch niet
    .also = niets; laat maar; geen
together-sure =
    Van { $who }: “{ $words }” Uiterlijk { $day }.
    Fijn dat je meedoet!
together-waiting =
    Van { $who }: “{ $words }” Uiterlijk { $day }.
    Het gaat door als er { $needs ->
        [one] één ander meedoet
       *[other] { $needs } anderen meedoen
    }. Nu { $joined ->
        [0] nog niemand
        [one] is dat er één
       *[other] zijn dat er { $joined }
    }.
together-name = Welke naam zien de anderen die meedoen?
together-share = Wat mogen zij nog meer van je weten? Niemand anders krijgt dit te zien.
together-waits =
    Je doet mee, fijn! Nu { $joined ->
        [one] is er één
       *[other] zijn er { $joined }
    } van de { $needs }.
    Wordt het genoeg vóór of op { $day }? Dan stellen we jullie aan elkaar voor.
together-enough =
    Met jou erbij is het genoeg: het gaat door!
    “{ $words }” Uiterlijk { $day }. Je doet het met:
together-joined =
    Je doet mee. “{ $words }” Uiterlijk { $day }.
    Je doet het met:
together-gone = Met deze belofte kun je nu niet meedoen.
together-own = Dit is je eigen belofte. We laten het je weten als het doorgaat.
together-already = Je doet hier al aan mee.
together-left = Je doet niet meer mee. Dat mag altijd. Wat je deelde, is weg.
together-not-in = Je deed hier niet aan mee.
together-back = Toch weer meedoen
    .also = weer meedoen; toch meedoen
action-step-out = Ik doe niet meer mee
    .also = niet meer meedoen; toch niet
action-fellows = Wie doen er mee?
    .also = wie doen mee; wie doet er mee
fellows-now = “{ $words }” Uiterlijk { $day }. Je doet het met:
fellows-nobody = “{ $words }” Uiterlijk { $day }. Nu doet er verder niemand mee.
fellow-met = Het gaat door! “{ $words }” Uiterlijk { $day }. Je doet het met:
fellow-joined = Er doet iemand mee met jouw belofte “{ $words }”:
fellow-left = { $who } doet niet meer mee met “{ $words }” Dat mag altijd.
fellow-kept = Gelukt! “{ $words }” is gedaan. Dank je dat je meedeed.
fellow-later = Er is een nieuwe dag voor “{ $words }”: { $day }.
fellow-released = “{ $words }” gaat niet door. Wie dit beloofde, kan het niet meer doen. Fijn dat je mee wilde doen.
fellow-lapsed =
    “{ $words }” gaat niet door. Er deden niet genoeg mensen mee.
    Je hoeft niets te doen. Wat je deelde, is weg.
fellow-taken-over = “{ $words }” gaat door, nu met { $who }. Uiterlijk { $day }.
fellow = { $who }
fellow-meets = { $who }, komt graag naar een bijeenkomst
fellow-maker = { $who }, van wie de belofte is
fellow-maker-meets = { $who }, van wie de belofte is. Komt graag naar een bijeenkomst.
