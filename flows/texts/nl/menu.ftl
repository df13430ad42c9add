menu = Wat wil je doen?
action-menu = Menu
action-first-tap = Wat vind jij belangrijk?
action-story = Een verhaal vertellen
    .also = verhaal; vertellen
action-concept = Het concept bekijken
    .also = concept
action-realisation = Hoe krijgen we het voor elkaar?
    .also = nodig; helpen
action-plan-cards = Het plan bekijken
    .also = plan
action-idea = Een idee geven
    .also = idee
action-meeting = Bijeenkomsten
    .also = bijeenkomst
action-door = Ik ben er
action-meaning = Verhalen vergelijken
    .also = vergelijken
action-catch-up = Waar staan we?
action-vote-cards = Stemmen op ideeën
    .also = stemmen; stem
action-scenarios = Kiezen uit scenario's
    .also = scenario; scenario's; kiezen
action-mine = Mijn inbreng
    .also = mijn
action-person = Met een mens praten
    .also = mens; bellen
action-settings = Instellingen
action-privacy = Privacy
action-stop = Stoppen
    .also = stop
action-resume = Verder waar ik was
    .also = verder
action-back = Toch weer meedoen
    .also = weer meedoen; ja
action-my-data = Alles over mij
action-leave = Weggaan, mijn inbreng blijft
    .also = weggaan
action-forget = Vergeet mij
action-answer = Antwoord geven
    .also = antwoord
keyword-menu = menu
    .also =
        help; hulp; opties; keuzes; hoofdmenu; het menu; naar het menu; het menu zien; laat het menu zien;
        toon het menu; waar is het menu; terug; ga terug; terug naar het menu; wat kan ik doen;
        wat kan ik hier; wat kan ik hier doen; wat nu; en nu; wat moet ik; wat moet ik doen;
        wat moet ik hier doen; hoe werkt dit; hoe werkt het
keyword-back = start
    .also = toch weer meedoen; weer meedoen; toch meedoen; ik wil toch meedoen; berichten aan
keyword-stop = stop
    .also =
        stoppen; stopen; stop ermee; ermee stoppen; hiermee stoppen; stop hiermee; stop met schrijven;
        stop met berichten; uitschrijven; afmelden; opzeggen; ophouden; hou op; houd op; hou ermee op;
        houd ermee op; ermee ophouden; ik stop; ik stop ermee; dat je stopt; dat dit stopt; hoe stop ik;
        hoe stop ik dit; hoe kan ik stoppen; hoe kan ik me afmelden; nee stop; nee stoppen; nee ik stop;
        ik wil niet meer; nee ik wil niet meer; ik wil dit niet meer; ik wil niet meedoen;
        ik wil niet meer meedoen; niet meer meedoen; ik doe niet mee; ik doe niet meer mee;
        ik heb er genoeg van; laat me met rust; laat mij met rust; laat ons met rust; geen berichten;
        geen berichten meer; stuur niets meer; stuur niks meer; stuur me niets meer; stuur mij niets meer;
        stuur me niks meer; stuur geen berichten meer; stuur me geen berichten meer; schrijf me niet meer;
        me afmelden; mij afmelden; meld me af; meld mij af; me uitschrijven; mij uitschrijven;
        schrijf me uit; schrijf mij uit; ga weg; rot op
keyword-meeting = bijeenkomst
    .also = bijeenkomsten; vergadering; wanneer is de bijeenkomst
keyword-door = deur
    .also = ik ben er; ik ben binnen; aan de deur
keyword-catch-up = waar staan we
    .also = waar zijn we; hoe ver zijn we; hoe ver zijn jullie; wat is er al gedaan; stand van zaken
keyword-mine = mijn inbreng
    .also =
        mijn; inbreng; mijn verhaal; mijn verhalen; mijn idee; mijn ideeën; mijn bijdrage; mijn bijdragen;
        wat heb ik gegeven; wat heb ik verteld; waar is mijn verhaal; waar is mijn idee;
        wat gebeurt er met mijn verhaal; wat gebeurt er met mijn idee; hoe staat het met mijn verhaal;
        hoe staat het met mijn idee; is er nieuws
keyword-person = mens
    .also =
        een mens; echt mens; een echt mens; medewerker; een medewerker; bel; bellen; bel mij; bel me;
        bel me terug; bel mij terug; terugbellen; gebeld worden; me bellen; mij bellen; me terugbellen;
        mij terugbellen; iemand bellen; kan iemand me bellen; kan iemand mij bellen; telefoonnummer;
        wat is het telefoonnummer; een mens spreken; een medewerker spreken; iemand spreken;
        iemand anders spreken; met een mens praten; met een medewerker praten; met iemand praten; me helpen;
        mij helpen; help me; help mij; kan iemand me helpen; kan iemand mij helpen; wie kan me helpen;
        wie kan mij helpen; ik heb hulp nodig
keyword-settings = instellingen
    .also =
        instelling; pauze; een pauze; taal; andere taal; een andere taal; in een andere taal;
        minder berichten; minder vaak; vaker
keyword-privacy = privacy
    .also =
        mijn gegevens; gegevens; wat bewaren jullie; wat bewaar je; is dit anoniem; ben ik anoniem;
        wie leest dit; wie leest mee
keyword-my-data = alles over mij
    .also = alles van mij; wat weten jullie van mij; mijn gegevens opvragen; gegevens opvragen
keyword-leave = weggaan
    .also = ik ga weg; ik wil weg; verlaten
keyword-forget = vergeet mij
    .also =
        vergeet me; vergeten worden; dat je me vergeet; dat jullie me vergeten; wis mij; wis me; wis alles;
        wis mijn gegevens; verwijder mij; verwijder me; verwijder alles; verwijder mijn gegevens;
        haal alles weg
keyword-first-tap = wat ik belangrijk vind
    .also = eerste keuze; mijn keuze
keyword-story = verhaal
    .also =
        verhaal vertellen; een verhaal vertellen; nog een verhaal; nog een verhaal vertellen;
        ik heb een verhaal; ik heb nog een verhaal; iets vertellen; nog iets vertellen
keyword-concept = concept
    .also = het concept; concept bekijken
keyword-realisation = hoe krijgen we het voor elkaar
    .also = wat is er nodig; ik wil helpen
keyword-plan-cards = plan
    .also = het plan; plan bekijken
keyword-idea = idee
    .also =
        een idee; nog een idee; idee geven; een idee geven; nog een idee geven; ik heb een idee;
        ik heb nog een idee
keyword-commitment = iets beloven
    .also = beloven; belofte; een belofte; een belofte doen; toezegging
keyword-my-promises = mijn belofte
    .also = mijn beloften; mijn beloftes; hoe gaat het met mijn belofte
keyword-vote-cards = stemmen
    .also = stem; stemmen op ideeën; verder stemmen
keyword-scenarios = scenario's
    .also = scenario; kiezen; kiezen uit scenario's
keyword-answer = antwoord geven
    .also =
        antwoord; antwoorden; een antwoord geven; ik geef antwoord; wat was de vraag;
        wat was de vraag ook weer; welke vraag
keyword-news = nieuws
    .also = update; updates; het nieuws; is er nog nieuws; wat is het nieuws; hoe gaat het ermee; hoe staat het ervoor
keyword-reading = lezen
    .also =
        verhalen lezen; nog een verhaal lezen; verhalen van anderen; verhalen van anderen lezen;
        wat vertellen anderen
keyword-meaning = vergelijken
    .also = verhalen vergelijken; wat hebben verhalen gemeen; drie verhalen
keyword-reply = reageren
    .also =
        reageer; reactie; een reactie; reactie geven; een reactie geven; iets terugzeggen; terugzeggen
keyword-resume = verder waar ik was
    .also = ga verder waar ik was
keyword-language-nl = nederlands
    .also =
        in het nederlands; naar het nederlands; het in het nederlands; dit in het nederlands;
        nederlands praten; liever nederlands; liever in het nederlands; dutch; ik spreek nederlands;
        ik spreek alleen nederlands; spreek je nederlands; spreekt u nederlands; ik spreek geen engels;
        ik snap geen engels; ik begrijp geen engels; geen engels
keyword-language-en = engels
    .also =
        in het engels; naar het engels; het in het engels; dit in het engels; engels praten; liever engels;
        liever in het engels; english; ik spreek engels; ik spreek alleen engels; spreek je engels;
        spreekt u engels; ik spreek geen nederlands; ik snap geen nederlands; ik begrijp geen nederlands;
        geen nederlands
action-less-often = Minder vaak

## Woorden die om een verzoek heen mogen staan; nergens getoond.

words-polite = alsjeblieft
    .also =
        alstublieft; aub; a u b; svp; graag; heel graag; hoor; even; eventjes; nu; meteen; direct; maar; dan; eens; ook;
        toch; gewoon; eigenlijk; sorry; pardon; hallo; hoi; hey; beste; dank je; dank je wel; dankje; dankjewel;
        dank u; dank u wel; bedankt; als het kan; als dat kan; zou dat kunnen; echt; nou; joh; he; ok; oke; o; oh
words-asking = ik wil
    .also =
        wil; ik wou; ik zou; zou ik; kan ik; kunnen we; kan het; kan dit; kan dat; kan je; kun je; kunt u; mag ik;
        mag het; mag dit; wil je; wilt u; zou je; zou u; willen; kunnen; ik wil dit
keyword-withdraw = trek in
    .also = intrekken; iets intrekken; verhaal intrekken; bijdrage intrekken
