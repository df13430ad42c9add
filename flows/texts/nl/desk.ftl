page-skip = Naar de inhoud
page-sample = Dit is een voorbeeld. De mensen, de plekken en de verhalen zijn verzonnen.
span-ago-minutes =
    { $count ->
        [0] zojuist
        [one] 1 minuut geleden
       *[other] { $count } minuten geleden
    }
span-ago-hours = { $count } uur geleden
span-ago-days =
    { $count ->
        [one] 1 dag geleden
       *[other] { $count } dagen geleden
    }
span-late-minutes =
    { $count ->
        [0] net te laat
        [one] 1 minuut te laat
       *[other] { $count } minuten te laat
    }
span-late-hours = { $count } uur te laat
span-late-days =
    { $count ->
        [one] 1 dag te laat
       *[other] { $count } dagen te laat
    }
span-average-minutes =
    { $count ->
        [0] gemiddeld antwoord binnen een minuut
        [one] gemiddeld antwoord na 1 minuut
       *[other] gemiddeld antwoord na { $count } minuten
    }
span-average-hours = gemiddeld antwoord na { $count } uur
span-average-days =
    { $count ->
        [one] gemiddeld antwoord na 1 dag
       *[other] gemiddeld antwoord na { $count } dagen
    }

## Aanmelden

desk-name = Balie
desk-sign-in-title = Welkom, { $name }
desk-sign-in-text = Druk op de knop om je aan te melden. Deze link werkt één keer. Daarna blijf je twaalf uur aangemeld.
desk-sign-in-button = Ga naar de balie
desk-signed-out-title = Je bent afgemeld
desk-signed-out-text = Tot de volgende keer. Voor een nieuwe link vraag je een collega die de balie beheert.
desk-sign-out = Afmelden
desk-language = Taal van de balie
desk-you = { $name }, { $role }
desk-rank-moderator = moderator
desk-rank-organiser = organisator
desk-rank-admin = beheerder
desk-nobody-yet = niemand nog: maak met “samenspraak moderator add” iemand met die rol

## In plaats van een pagina

turned-back = Terug naar het begin
turned-typed = Dit had je geschreven. Je kunt het overnemen.
turned-again = Opnieuw proberen
turned-signed-out-title = Meld je eerst aan
turned-signed-out = Deze pagina hoort bij de balie. Vraag een collega die de balie beheert om een link. Die maakt er een met de opdracht “samenspraak moderator add”.
turned-link-over-title = Deze link werkt niet meer
turned-link-over = Een link werkt één keer en een kwartier lang. Vraag een collega die de balie beheert om een nieuwe. Die maakt er een met de opdracht “samenspraak moderator add”.
turned-role-title = Dit is voor een andere rol
turned-role = Jouw rol mag dit niet. Vraag het aan: { $who }.
turned-stale-form-title = Deze pagina was te oud
turned-stale-form = Er is niets gebeurd. Open de pagina opnieuw en probeer het nog een keer.
turned-other-site-title = Dit kwam van een andere website
turned-other-site = Er is niets gebeurd. Doe dit vanaf de pagina van de balie zelf.
turned-not-a-form-title = Dit konden we niet lezen
turned-not-a-form = Er is niets gebeurd. Open de pagina opnieuw en probeer het nog een keer.
turned-too-much-title = Dit is te veel tekst
turned-too-much = Er is niets gebeurd. Maak je tekst korter en probeer het nog een keer.
turned-too-often-title = Even wachten
turned-too-often =
    Er is hier te vaak geprobeerd om aan te melden. { $minutes ->
        [one] Probeer het over een minuut nog eens.
       *[other] Probeer het over { $minutes } minuten nog eens.
    }
turned-away-title = We kunnen er even niet bij
turned-away = De gegevens zijn tijdelijk niet te bereiken. Probeer het over een halve minuut nog eens.
turned-broken-title = Dit lukte ons niet
turned-broken = Er ging iets mis bij ons. Dat ligt niet aan jou. Probeer het over een minuut nog eens.
turned-gone-title = Deze pagina is er niet
turned-gone = Misschien klopt het adres niet, of is de pagina weggehaald.
turned-gone-item-title = Deze bijdrage is er niet
turned-gone-item = Misschien klopt het nummer niet, of heeft de schrijver die weggehaald.

## Kamers

desk-room-overview = Alle trajecten
desk-room-queue = Wachtrij
desk-room-reasons = Redenen
desk-room-sending = Verzending
desk-rooms = Kamers van de balie
desk-public = Openbare pagina
desk-overview-intro = Hier zie je waar iets op antwoord wacht.
desk-overview-empty = Er is nog geen traject. Maak er een met “samenspraak trajectory new”.
desk-overview-waiting =
    { $count ->
        [0] Niets wacht. Alles heeft een antwoord.
        [one] 1 bijdrage wacht op antwoord
       *[other] { $count } bijdragen wachten op antwoord
    }
desk-late-count = { $count } over tijd
desk-to-queue = Naar de wachtrij

## Wachtrij

desk-waiting-count =
    { $count ->
        [0] niets wacht
        [one] 1 wacht
       *[other] { $count } wachten
    }
desk-filter = Filter
desk-filter-kind = Soort
desk-filter-state = Stand
desk-filter-language = Taal
desk-filter-all = alle
desk-filter-show = Toon
desk-filter-clear = Filter weg
desk-kind-story = Verhaal
desk-kind-idea = Idee
desk-kind-remark = Opmerking
desk-kind-call_back = Vraag aan een mens
desk-kind-meaning = Vergelijking
desk-kind-reply = Reactie
desk-kind-proposal = Wijzigingsvoorstel
desk-kind-need = Wat nodig is
desk-kind-obstacle = Wat in de weg staat
desk-kind-offer = Aanbod
desk-kind-dot = Puntje op de i
desk-kind-commitment = Toezegging
desk-kind-network = Groep of plek
desk-state-waiting = wacht op antwoord
desk-state-late = over tijd
desk-state-asked_back = teruggevraagd
desk-state-published = gepubliceerd
desk-state-declined = afgewezen
desk-state-withdrawn = teruggetrokken
desk-state-replaced = opgegaan in iets nieuws
desk-today = vandaag
desk-list = Lijst van bijdragen
desk-list-next = Volgende bladzijde
desk-list-first = Terug naar het begin van de lijst
desk-to-list = Terug naar de lijst
desk-empty-title = Alles heeft een antwoord
desk-empty-text = Er wacht niemand op je. Mooi moment voor koffie.
desk-empty-sieve = Niets past bij dit filter.
desk-voice = spraak
desk-voice-length = spraak, { $length }
desk-photo = foto
desk-role-lives = woont hier
desk-role-uses = gebruikt deze hulp
desk-role-works = werkt hier
desk-role-other = is hier anders bij betrokken
desk-role-unsaid = rol niet gezegd
desk-channel-web = webchat
desk-channel-telegram = Telegram
desk-channel-terminal = terminal
desk-channel-desk = balie
desk-via = via { $network }
desk-network-none = zonder netwerk
desk-may-show = mag getoond worden
desk-may-not-show = niet tonen
desk-not-shown-hint = De schrijver wil dit niet laten zien. Het telt mee, maar niemand anders krijgt het te lezen.
desk-sample = voorbeeld
desk-warning-phone = telefoonnummer
desk-warning-email = e-mailadres
desk-warning-address = adres
desk-warning-bsn = burgerservicenummer
desk-warnings-hint = Let op: hier staan gegevens van iemand in. Publiceer je dit, dan kan iedereen die lezen.
desk-in-language = geschreven in: { $language }
desk-voice-label = Spraakbericht van { $kind } { $number }
desk-photo-label = Foto bij { $kind } { $number }
desk-file-noted = Het bestand wordt nog opgehaald.
desk-file-refused = Het bestand was te groot of van een soort die we niet tonen.
desk-file-lost = Het bestand is niet meer op te halen.
desk-no-words = Zonder tekst.
desk-forgotten = De schrijver heeft dit laten wissen. Er is niets meer van te lezen, en er is niets meer te doen.
desk-forgotten-short = De schrijver heeft dit laten wissen
desk-history = Wat ermee gebeurde
desk-event-given = Ingestuurd
desk-event-publish = Gepubliceerd
desk-event-decline = Afgewezen
desk-event-ask_back = Teruggevraagd
desk-event-added = Antwoord van de schrijver
desk-event-added-file = Een bestand, zie hierboven.
desk-event-undone = teruggedraaid
desk-event-by = door { $name }
desk-event-reason = reden: { $reason }

## Besluiten

desk-act-publish = Publiceren
desk-act-handle = Afhandelen
desk-act-ask_back = Terugvragen
desk-act-decline = Afwijzen
desk-answer = Antwoord dat meegaat
desk-answer-edit = aanpassen
desk-answer-label = Jouw antwoord aan de schrijver
desk-answer-language = De schrijver leest in het { $language }.
desk-hears-stopped = De schrijver wil geen berichten meer. Wat je hier schrijft, komt niet in de chat. De schrijver kan het wel lezen onder “mijn inbreng”.
desk-hears-blocked = De schrijver is niet meer te bereiken. Wat je hier schrijft, blijft wel bewaard.
desk-hears-unknown = We weten niet wie dit schreef. Wat je hier schrijft, krijgt niemand te lezen. Het blijft wel bewaard.
desk-ask-label = Wat wil je van de schrijver weten?
desk-ask-hint = De vraag gaat naar de chat. Het antwoord komt hier terug.
desk-ask-send = Stuur de vraag
desk-reason-legend = Waarom?
desk-decline-label = Jouw zin aan de schrijver
desk-decline-hint = Laat je dit leeg, dan gaat de zin van de reden mee.
desk-decline-send = Wijs af en stuur de zin
desk-no-reasons = Er staan nog geen redenen in de lijst. Vraag de organisator om er een te maken.
desk-previous = Vorige
desk-next = Volgende
desk-sentence-too-long = Deze zin is te lang. Houd het onder de { $most } tekens.
desk-done =
    { $act ->
        [publish] { $kind } { $number } is { $handled ->
            [yes] afgehandeld
           *[no] gepubliceerd
        }.
        [decline] { $kind } { $number } is afgewezen.
       *[other] Er is iets gevraagd over { $kind } { $number }.
    }
desk-done-untold-stopped = De schrijver wil geen berichten meer en leest het onder “mijn inbreng”.
desk-done-untold-blocked = De schrijver is niet te bereiken en krijgt geen bericht.
desk-done-untold-unknown = We weten niet wie dit schreef. Niemand krijgt bericht.
desk-undo = Ongedaan maken
desk-undo-over = Ongedaan maken kan niet meer: de minuut is voorbij.
desk-changed =
    Er is niets gebeurd. { $now ->
        [publish] Dit is intussen gepubliceerd door { $who }.
        [decline] Dit is intussen afgewezen door { $who }.
        [ask_back] Er is intussen iets aan de schrijver gevraagd door { $who }.
        [added] De schrijver heeft intussen geantwoord.
        [undone] Het besluit hierover is intussen teruggedraaid.
        [forgotten] De schrijver heeft dit intussen laten wissen.
        [withdrawn] De schrijver heeft dit intussen ingetrokken.
       *[other] Dit is intussen veranderd.
    } Hieronder staat hoe het nu is.
desk-somebody = een collega
desk-undone = { $kind } { $number } staat weer in de wachtrij.
desk-handled =
    { $act ->
        [publish] Dit is al gepubliceerd.
        [decline] Dit is al afgewezen.
       *[other] Dit is al behandeld.
    }
desk-keys = Toetsen
desk-keys-hint = Deze toetsen werken als je niet aan het typen bent.
desk-keys-publish = publiceren of afhandelen
desk-keys-ask_back = terugvragen
desk-keys-decline = afwijzen
desk-keys-next = volgende
desk-keys-previous = vorige
desk-keys-undo = ongedaan maken
desk-keys-help = deze uitleg
desk-keys-on = Toetsen gebruiken

## Redenen

desk-reasons-intro = Uit deze redenen kiest een moderator bij het afwijzen. De zin gaat naar de schrijver, in de taal die de schrijver koos.
desk-reasons-add = Reden toevoegen
desk-reasons-change = Aanpassen
desk-reasons-save = Bewaren
desk-reasons-remove = Weghalen
desk-reasons-empty = Er staan nog geen redenen in de lijst.
desk-reason-label = Naam in de lijst, in het { $language }
desk-reason-sentence = Zin voor de schrijver, in het { $language }
desk-reasons-notice-added = De reden staat in de lijst.
desk-reasons-notice-changed = De reden is aangepast.
desk-reasons-notice-removed = De reden is weggehaald. Wat ermee is afgewezen, blijft zoals het was.
desk-reasons-notice-kept = Deze reden blijft staan: de lijst mag niet leeg zijn.
desk-reasons-notice-full = De lijst is vol. Haal eerst een reden weg.
desk-reasons-notice-missing = Deze reden was al weggehaald.
desk-reasons-wrong = Er klopt iets niet. Kijk bij de velden hieronder.
desk-label-missing = Schrijf hier een korte naam.
desk-label-long = Houd de naam onder de 80 tekens.
desk-sentence-missing = Schrijf hier de zin die meegaat.
desk-sentence-long = Houd de zin onder de 600 tekens.

## Verzending

desk-sending-intro = Wat niet meteen wegging, en waarom. Je ziet aantallen, nooit voor wie het was.
desk-sending-ready =
    { $count ->
        [0] Er staat niets klaar om te versturen.
        [one] 1 bericht staat klaar om te versturen.
       *[other] { $count } berichten staan klaar om te versturen.
    }
desk-sending-held = Wacht nog
desk-sending-held-none = Geen enkel bericht wordt vastgehouden.
desk-sending-first = De eerste gaat { $moment }.
desk-sending-last = Voor het laatst { $moment }.
desk-sending-dropped = Ging niet weg
desk-sending-dropped-since = De laatste { $days } dagen. Antwoorden staan altijd ook in “mijn inbreng”.
desk-sending-dropped-none = Alles ging weg.
desk-sending-aside = Apart gelegd
desk-sending-aside-hint = Berichten van bewoners, in alle trajecten samen, die vijf keer niet verwerkt konden worden. De bewoner kreeg een vriendelijke zin. Een beheerder kan in het logboek zien wat er misging.
desk-sending-aside-none = Alle berichten van bewoners zijn verwerkt.
desk-message-reply = antwoord in het gesprek
desk-message-answer = antwoord op een bijdrage
desk-message-check_in = navraag
desk-message-nudge = duwtje
desk-message-opening = bericht over een nieuwe stap
desk-message-broadcast = bericht aan velen
reason-blocked = de chat is geblokkeerd
reason-expired = het was niet meer op tijd
reason-stopped = de bewoner is gestopt
reason-paused = de bewoner heeft pauze gevraagd
reason-opted_out = de bewoner wil geen berichten uit zichzelf
reason-budget = het aantal berichten per week is op
reason-quiet_hours = het is nacht of vroeg in de ochtend
reason-window = te lang geleden dat de bewoner schreef
reason-channel_off = het kanaal “{ $channel }” staat uit; dit gaat weg zodra het aan is
reason-overtaken = het nieuws was ingehaald: de stap is weer gesloten
reason-unlinked = de bewoner koppelde deze chat los
reason-undone = het besluit is teruggedraaid
reason-withdrawn = de schrijver trok het in
reason-in_order = een eerder bericht aan dezelfde chat gaat voor
reason-unreachable = de berichtendienst is even niet te bereiken
reason-too_fast = de berichtendienst vraagt om even te wachten
reason-credentials = de berichtendienst herkent onze sleutel niet
reason-telegram_400 = Telegram wilde dit bericht niet
reason-unsealable = het bericht is niet meer te openen
reason-failed = het versturen mislukte door een fout bij ons
reason-other = andere reden ({ $reason })
