action-invitation = Anderen uitnodigen
    .also = uitnodigen; uitnodiging
action-connector = Een groep of plek noemen
    .also = groep noemen; plek noemen; netwerk
keyword-invitation = uitnodigen
    .also = anderen uitnodigen; uitnodiging; mijn link; iemand uitnodigen
keyword-connector = groep noemen
    .also = een groep noemen; een groep of plek noemen; plek noemen; netwerk; verbinder; ik ken een groep
invitation-intro =
    Dit is jouw eigen uitnodiging. Stuur het bericht hieronder door aan wie je wilt.
    Het mag in elke app, of lees het voor.
invitation-text =
    Hoi! Ik doe mee met “{ $title }”. { $goal }
    Doe jij ook mee? Het kost een paar minuten.
    { $links }
    Ik zie alleen hoeveel mensen er via mij komen. Ik zie niet wie.
invitation-text-sample =
    Hoi! Ik probeer “{ $title }” uit. Dit is een voorbeeld, er gebeurt niets met wat je schrijft.
    Kijk je ook mee? Het kost een paar minuten.
    { $links }
    Ik zie alleen hoeveel mensen er via mij komen. Ik zie niet wie.
invitation-by-telegram = In Telegram: { $link }
invitation-by-web = Zonder app: { $link }
invitation-came =
    { $count ->
        [0] Via jouw link doet nog niemand mee. Typ later weer “uitnodigen”, dan zie je hoeveel mensen er kwamen.
        [one] Via jouw link doet nu 1 mens mee. Wie dat is, zeggen we nooit.
       *[other] Via jouw link doen nu { $count } mensen mee. Wie dat zijn, zeggen we nooit.
    }
invitation-nowhere =
    Er is nu geen link om door te sturen. Dat ligt aan ons.
    Meedoen kan ook zo: { $ways }
