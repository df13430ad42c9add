action-linking = Een app koppelen
    .also = koppelen
keyword-linking = koppelen
    .also = koppel; app koppelen; een app koppelen; ik heb een code
keyword-unlinking = loskoppelen
    .also = ontkoppelen; app loskoppelen; een app loskoppelen
settings-linking = Ook meedoen in een andere app
    .also = andere app; koppelen; koppel
settings-unlinking = Een app loskoppelen
    .also = loskoppelen; ontkoppelen
linking-way =
    Je kunt in twee apps meedoen. Je blijft één mens, met één stem.
    Wat wil je?
linking-way-give = Hier een code krijgen
    .also = code krijgen; code; een code
linking-way-have = Ik heb al een code
    .also = ik heb een code; code typen
linking-way-nothing = Niets
    .also = terug; laat maar
linking-how =
    Open de andere app. Begin daar het gesprek met ons.
    { $links }
    Typ daar dit:
linking-type-this = koppel { $code }
linking-then =
    De code werkt 10 minuten. Daarna vragen we hier of jij het was.
    Geef de code aan niemand.
linking-code = Typ de code die je in je andere app kreeg.
linking-another-app = een andere app
linking-asked = Dank je. Ga nu naar de app waar je de code kreeg. Daar vragen we of jij het bent.
linking-wrong =
    Die code klopt niet. Kijk nog eens goed. { $left ->
        [0] Over een uur kun je het weer proberen.
        [one] Je kunt nog één keer proberen.
       *[other] Je kunt nog { $left } keer proberen.
    }
linking-no-code = Dat is geen code. Een code heeft 8 letters en cijfers, zoals K7MP-4QXD.
linking-expired = Deze code is te oud. Een code werkt 10 minuten. Typ “koppelen” in je andere app voor een nieuwe.
linking-used = Deze code is al gebruikt. Typ “koppelen” in je andere app voor een nieuwe.
linking-own = Deze code is gemaakt in dit gesprek. Typ hem in je andere app.
linking-linked = Deze app is al gekoppeld.
linking-elsewhere = Deze code hoort bij iets anders waar je aan meedoet. Open dat gesprek, en typ de code daar.
linking-worn = Deze code is te vaak geprobeerd. Typ “koppelen” in je andere app voor een nieuwe.
linking-too-often = Je hebt te vaak geprobeerd. Over een uur kan het weer.
linking-confirm =
    Iemand typte jouw code in { $channel }. Was jij dat?
    Zeg alleen ja als je het zelf deed. Daarna ziet die app ook wat je hier gaf.
linking-yes = Ja, dat was ik
linking-no = Nee, dat was ik niet
linking-done =
    Gekoppeld. Je doet nu in beide apps mee als één mens, met één stem.
    Nieuws komt in de app die je het laatst gebruikt. Stoppen geldt voor allebei.
linking-done-stopped =
    Gekoppeld. Je doet nu in beide apps mee als één mens, met één stem.
    In een van de twee had je berichten uitgezet. Dat geldt nu voor allebei. Typ “start” als je ze weer wilt.
linking-done-there =
    Gekoppeld. Je doet nu ook hier mee, als dezelfde mens, met één stem.
    Nieuws komt in de app die je het laatst gebruikt. Stoppen geldt voor allebei.
linking-refused = Goed. Er is niets gekoppeld, en de code werkt niet meer. Geef een code aan niemand.
linking-refused-there = In de andere app is nee gezegd. Er is niets gekoppeld.
linking-too-late = Dat was te laat: er is niets gekoppeld. Typ “koppelen” voor een nieuwe code.
linking-too-late-there = In de andere app kwam het antwoord te laat. Er is niets gekoppeld.
linking-nothing = Er is nu niets om te koppelen.
unlinking-which = Welke app wil je loskoppelen? Wat je gaf, blijft hier.
unlinking-done = Losgekoppeld. Wat je gaf, staat hier.
unlinking-nothing = Er is geen andere app om los te koppelen.
unlinking-there = Deze app is losgekoppeld. Wat je gaf, lees je in je andere app.
unlinking-app = { $channel }, laatst gebruikt op { $day }
