step-networks = Netwerken vinden
step-activate = Meedoen
step-exchange = Ideeën delen
step-choose = Kiezen
step-refine = Verfijnen
step-realise = Hoe het kan
step-present = Het plan
step-commit = Toezeggen
step-stay = Verbonden blijven

span-oldest-minutes =
    { $count ->
        [0] de oudste is net binnen
        [one] de oudste wacht 1 minuut
       *[other] de oudste wacht { $count } minuten
    }
span-oldest-hours = de oudste wacht { $count } uur
span-oldest-days =
    { $count ->
        [one] de oudste wacht 1 dag
       *[other] de oudste wacht { $count } dagen
    }

public-list-title = Wat maken we samen?
public-list-intro = Bewoners en hun gemeente maken hier samen een plan. Kies waar je over mee wilt praten. Het kan in een chat, in een paar minuten.
public-list-empty = Er is nu niets waar je aan mee kunt doen. Kom later nog eens kijken.
public-languages = Taal
public-place = Nu: stap { $number } van 9, { $step }
public-place-none = Nog niet begonnen

public-decides-title = Wie beslist, en wanneer
public-decided-on = De beslissing valt op { $day }.
public-join = Doe mee in een chat
public-join-otherwise = Liever bellen of langskomen
public-steps-title = Waar we staan
public-step-now = Dit is stap { $number } van 9: { $step }.
public-step-next = Daarna: { $step }.
public-step-none = We zijn nog niet begonnen. Hieronder staan de negen stappen.
public-step-is-done = klaar
public-step-is-now = nu
public-step-is-later = straks

public-figures-title = Hoe het gaat
public-count = { $count }
public-people =
    { $count ->
        [one] mens doet mee
       *[other] mensen doen mee
    }
public-through =
    { $count ->
        [0] nog niet via een netwerk
        [one] via 1 netwerk
       *[other] via { $count } netwerken
    }
public-part = { $part } van { $whole }
public-answered =
    { $whole ->
        [one] bijdrage heeft een antwoord
       *[other] bijdragen hebben een antwoord
    }
public-answered-none = Er zijn nog geen bijdragen.
public-answered-share = dat is { $percent } procent
public-waiting =
    { $count ->
        [one] bijdrage wacht nog op antwoord
       *[other] bijdragen wachten nog op antwoord
    }
public-promise =
    { $days ->
        [one] we antwoorden binnen 1 dag
       *[other] we antwoorden binnen { $days } dagen
    }

public-threads-title = Wat er met een verhaal gebeurt
public-threads-intro = Elk verhaal krijgt een antwoord, en je ziet waar het heen gaat. Twee voorbeelden.
public-threads-intro-one = Elk verhaal krijgt een antwoord, en je ziet waar het heen gaat. Een voorbeeld.
public-threads-none = Er zijn nog geen draden. Zodra een verhaal ergens voor gebruikt wordt, zie je het hier.
public-thread-next = straks
public-thread-open = Wat er daarna mee gebeurt
public-themes-title = Wat verhalen gemeen hebben
public-theme-stories =
    { $count ->
        [0] nog geen verhalen
        [one] 1 verhaal
       *[other] { $count } verhalen
    }
public-added = De gemeente voegt dit zelf toe, omdat:
public-theme-withdrawn =
    { $count ->
        [one] 1 verhaal is ingetrokken
       *[other] { $count } verhalen zijn ingetrokken
    }
public-ideas-title = Wat mensen van de ideeën vinden
public-ideas-order = Bovenaan staat het idee waar het grootste deel van de mensen het mee eens is. De laatste stem van ieder mens telt.
public-voters = Er stemden { $people } mensen.
public-voters-channel =
    { $votes ->
        [one] { $votes } stem kwam binnen via { $channel }.
       *[other] { $votes } stemmen kwamen binnen via { $channel }.
    }
public-voters-below =
    { $below ->
        [one] { $below } van de { $ideas } ideeën heeft nog geen { $floor } antwoorden. Dat idee laten we het eerst zien.
       *[other] { $below } van de { $ideas } ideeën hebben nog geen { $floor } antwoorden. Die laten we het eerst zien.
    }
public-votes-role = { $who }: { $agree } van de { $people } eens
public-role-lives = Wie hier woont
public-role-uses = Wie deze hulp gebruikt
public-role-works = Wie hier werkt
public-role-other = Wie er om iets anders bij is
public-role-unsaid = Wie dat niet zei
public-role-rest = Alle anderen samen
public-votes =
    { $people ->
        [one] { $agree }% eens, { $disagree }% oneens, { $passed }% weet niet · 1 mens
       *[other] { $agree }% eens, { $disagree }% oneens, { $passed }% weet niet · { $people } mensen
    }
public-votes-few =
    { $people ->
        [0] Nog geen stemmen.
        [one] Nog maar 1 stem. Vanaf { $enough } laten we de uitslag zien.
       *[other] Nog maar { $people } stemmen. Vanaf { $enough } laten we de uitslag zien.
    }
public-idea = idee { $number }
public-story = verhaal { $number }
public-ideas-more =
    { $count ->
        [one] Nog 1 idee
       *[other] Nog { $count } ideeën
    }
public-stories-title = Verhalen
public-stories-intro = De nieuwste verhalen van wie anderen wilde laten meelezen. Een mens las ze eerst.
public-story-theme = hoort bij { $theme }
public-not-used-title = Niet gebruikt, en waarom
public-not-used-intro = Niet alles past. Dan zeggen we waarom.
public-about-title = Waar het over gaat
public-goal = Wat we willen bereiken
public-result = Wat er komt te liggen
public-frames = Wat vaststaat
public-room = Waar we samen over gaan
public-otherwise-title = Meedoen zonder chat
public-contact-title = Vragen?
public-controller-title = Jouw gegevens
public-privacy-text = We vragen geen naam en geen adres. Je kunt je altijd laten vergeten: typ “vergeet mij” in de chat. Stoppen kan met “stop”.
public-moderation-text = Een mens leest alles eerst. We laten niet zien wat iemand herkenbaar maakt of pijn doet. Wie dat schreef, hoort waarom.
public-moderation-title = Hoe we lezen

public-promises-title = Wat we elkaar beloven
public-promises-intro = Bewoners en de gemeente beloven hier dingen aan elkaar. Je ziet wat er van komt.
public-promises-none = Er is nog niets beloofd. Zodra iemand iets belooft, zie je het hier, met de dag erbij.
public-promise-gone = De woorden zijn weggehaald.
promises-residents =
    { $count ->
        [one] Bewoners: 1 belofte
       *[other] Bewoners: { $count } beloften
    }
promises-municipality =
    { $count ->
        [one] Gemeente: 1 belofte
       *[other] Gemeente: { $count } beloften
    }
promises-open = { $count } nog te doen
promises-moved = { $count } met een nieuwe dag
promises-kept = { $count } gehouden
promises-handed_over = { $count } overgenomen door een ander
promises-released = { $count } losgelaten
promises-broken = { $count } niet gedaan
promises-lapsed = { $count } met te weinig mensen
promises-silent = van { $count } weten we niet hoe het ging
public-recognised =
    { $part ->
        [0] van { $people } mensen herkent niemand dit
        [one] één van { $people } mensen herkent dit
       *[other] { $part } van { $people } mensen herkennen dit
    }
public-replies =
    { $count ->
        [one] Eén reactie
       *[other] { $count } reacties
    }
public-reply-aloud = (een spraakbericht of een foto)
public-news-title = Het laatste nieuws
public-news-number = nieuws { $number }
