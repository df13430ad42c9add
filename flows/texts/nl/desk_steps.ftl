step-open-already = Deze stap is al open.
step-not-open = Deze stap is niet open.
step-holds = Dat kan nog niet: in deze stap wachten bijdragen op antwoord ({ $count }). Het gaat om nummer { $numbers }. Beantwoord ze eerst, of sluit met een reden.
step-reason-long = Houd de reden korter dan { $most } tekens.
step-undo-too-late = Ongedaan maken kan tot een minuut na het openen. Sluiten kan wel.
step-no-day = Vul een dag in, of laat het vak leeg.
step-days-in-order = De laatste dag kan niet vóór de eerste liggen.
step-day-over = Die dag is al voorbij. Kies een dag die nog komt.
step-was-open = Deze stap was al eens open. Open hem met de hand.
desk-room-steps = Stappen
desk-steps-intro = Open een stap en iedereen die meedoet krijgt één bericht: wat de vorige stap bracht, en wat er nu kan. Een stap sluit pas als alles wat erin binnenkwam een antwoord heeft.
desk-steps-notice-open = De stap “{ $step }” is open. Over een minuut krijgt iedereen bericht. Tot dan kun je het ongedaan maken.
desk-steps-notice-close = De stap “{ $step }” is gesloten.
desk-steps-notice-undo = De stap “{ $step }” staat weer zoals hij stond. Niemand kreeg bericht.
desk-steps-notice-plan = De dagen van de stap “{ $step }” zijn bewaard.
desk-step-planned = komt nog
desk-step-open = open
desk-step-closed = gesloten
desk-step-opened-at = Open sinds { $moment }.
desk-step-was-open = Was open van { $moment } tot { $until }.
desk-step-opens-on = Opent op { $day }.
desk-step-closes-on = Laatste dag: { $day }.
desk-step-no-day = Er is nog geen dag.
desk-step-waiting =
    { $count ->
        [one] 1 bijdrage in deze stap wacht op antwoord: nummer
       *[other] { $count } bijdragen in deze stap wachten op antwoord: nummer
    }
desk-step-overdue = De laatste dag is voorbij. De stap sluit vanzelf zodra niets meer wacht.
desk-step-undo-hint =
    { $count ->
        [one] Nog 1 seconde weet niemand ervan.
       *[other] Nog { $count } seconden weet niemand ervan.
    }
desk-step-undo = Toch niet openen
desk-step-override = Reden om nu toch te sluiten
desk-step-override-hint = Dit komt in het logboek. Wie nog wacht, houdt recht op antwoord.
desk-step-close = Sluit deze stap
desk-step-open-now = Open deze stap nu
desk-step-open-again = Open deze stap weer
desk-step-days = Dagen
desk-step-opens = Opent op
desk-step-closes = Laatste dag
desk-step-keep-days = Bewaar de dagen
