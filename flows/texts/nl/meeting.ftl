meeting-none =
    Er is nu geen bijeenkomst. Komt er een, dan hoor je het hier.
    { $ways }
meeting-shown =
    { $title }
    { $when }
    { $place }
    { $access }
    { $coming ->
        [0] Je kunt de eerste zijn die komt.
        [one] Er komt al één mens.
       *[other] Er komen al { $coming } mensen.
    } { $said }
meeting-end = Je kunt altijd nog van gedachten veranderen.
meeting-come = Ik kom
    .also = ja; ik kom; kom
meeting-maybe = Misschien
meeting-not = Ik kom niet
    .also = nee
meeting-you-come = Jij komt ook.
meeting-you-maybe = Jij komt misschien.
meeting-you-not = Jij komt niet.
meeting-noted-come = Fijn dat je komt. Tot dan!
meeting-noted-maybe = Goed. Kijk maar of het lukt.
meeting-noted-not = Jammer, maar dank je voor het antwoord. Je kunt hier ook gewoon meepraten.
meeting-is-over = Deze bijeenkomst is er nu niet.
meeting-called-off = Het spijt ons: “{ $title }” gaat niet door.
meeting-is-unknown = Die bijeenkomst ken ik niet. Kijk nog eens goed naar de code.
meeting-which = Om welke bijeenkomst gaat het?
meeting-code = Welke code hangt er bij de deur?
meeting-there = Welkom! Wat je hier zegt, schrijven we op. Je hoort later wat ermee gebeurt.
meeting-invitation =
    Kom je ook? { $title }
    { $when }
    { $place }
    { $access }
meeting-tomorrow =
    Morgen is het zover: { $title }
    { $when }
    { $place }
    { $access }
meeting-is-called-off = Deze bijeenkomst gaat niet door.
