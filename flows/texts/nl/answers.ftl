## Antwoorden die bij veel vragen passen. Wat mensen ook typen, staat na .also, met een puntkomma ertussen.

yes = Ja
    .also =
        j; ja hoor; jaa; jawel; jawel hoor; jazeker; ja zeker; ja graag; ja prima; ja natuurlijk; ja doe maar;
        jep; jup; ok; oke; okay; okee; oki; okido; prima; goed; is goed; dat is goed; is prima; doe maar;
        graag; zeker; zeker weten; zeker wel; natuurlijk; tuurlijk; uiteraard; absoluut; akkoord;
        ik ga akkoord; mee eens; helemaal mee eens; eens; klopt; dat klopt; mag; mag hoor; mag best; mag wel;
        dat mag; dat mag wel; het mag; van mij mag het; van mij mag dat; wel; liever wel; ik doe mee; geen probleem; geen bezwaar;
        niets op tegen; niks op tegen; niets tegen; 👍; 👌; ✅; ✔; ☑; 🆗
no = Nee
    .also =
        n; nee hoor; nee joh; nee nee; nee dank je; nee dank je wel; nee dank u; nee dank u wel; nee dankje;
        nee dankjewel; nee bedankt; nee liever niet;
        neen; nope; nop; liever niet; zeker niet; natuurlijk niet; absoluut niet; echt niet; helemaal niet;
        graag niet; doe maar niet; liever maar niet; niet doen; mag niet; dat mag niet; wil ik niet;
        dat wil ik niet; hoeft niet; dat hoeft niet; niet nu; nu niet; oneens; niet mee eens;
        helemaal niet mee eens; niet eens; niet akkoord; ik ga niet akkoord; klopt niet; dat klopt niet;
        geen zin; geen behoefte; geen toestemming; nooit; 👎; ❌; ✖; 🚫
done = Klaar
    .also = ik ben klaar; klaar hoor; dat is alles; dat was alles; dat was het; dat is het; verder; ga verder
none = Geen van deze
    .also =
        geen; geen hoor; geen van alle; geen van allen; geen van beide; geen enkele; geen een; niet een;
        niets; niks; helemaal niets; allemaal niet

## Woorden die de antwoordlezers kennen. Deze teksten worden nergens getoond.

words-all = alles
    .also =
        allemaal; alle; alle opties; ze allemaal; alles graag; graag alles; doe maar alles; alles hoor;
        allemaal graag; doe maar allemaal; ik kies alles
words-both = beide
    .also = allebei; alle twee; alletwee; ze allebei; beide graag; allebei graag; doe maar allebei
words-doubt = misschien
    .also =
        wellicht; mogelijk; mag dat; mag ik; eventueel; maar; weet; weet niet; geen idee; geen mening; twijfel;
        hangt;
        ligt eraan; ligt aan; soms; als; indien; mits; tenzij; behalve; alleen; eerst; echter; hoewel; wat;
        waarom; hoe; wie; wanneer; welke; waar; snap; begrijp; denk; dacht; geloof; nou ja; beetje;
        niet zeker; niet erg; ja doei; ja dag; later; straks; ooit; stop; stoppen; hm; hmm; mwah; uh; euh
words-not = niet
    .also = geen; nooit; niks; niets
words-opening = ja
    .also = jawel; jazeker; jep; jup; jaa; nee; neen; nope
words-filler = hoor
    .also =
        dank je; dank je wel; dankje; dankjewel; dank u; dank u wel; dankuwel; bedankt; alsjeblieft;
        alstublieft; aub; svp; ik; jij; je; u; jullie; we; wij; mij; me; mijn; ons; dat; dit; die; deze; het;
        de; er; is; ben; zijn; was; wil; willen; kan; kunnen; doe; doen; doe maar; dan maar; kies; neem; ga;
        voor; van; te; om; met; ook; nu; dan; dus; toch; gewoon; echt; heel; eigenlijk; even; zo; hoi; hallo;
        haha; nou; tja; liever; hoeft; nodig; vind; mee; graag; sorry; helaas; wat mij betreft;
        wat ons betreft; optie; nummer; nr; keuze; antwoord; knop; het is goed zo; is goed zo; prima zo

## Als een antwoord niet begrepen is.

answer-empty = Er staat geen woord in je bericht. Typ je antwoord nog eens?
answer-too-short = Dat is wel heel kort. Kun je er iets meer over schrijven?
answer-too-long =
    Dat is te lang: { $length } tekens. Er passen er { $most } in.
    Kun je het korter maken?
answer-yes-no =
    Ik weet niet zeker wat je bedoelt. { $options ->
        [numbered] Typ het nummer, of typ “ja” of “nee”.
       *[shown] Druk op een knop, of typ “ja” of “nee”.
    }
answer-only =
    Dat begrijp ik niet. { $options ->
        [numbered] Typ “{ $only }”, of het nummer.
       *[shown] Druk op “{ $only }”, of typ dat.
    }
answer-one-of =
    Ik weet niet zeker welke je bedoelt. { $options ->
        [numbered] Typ het nummer of de woorden ervan.
       *[shown] Druk op een knop, of typ de woorden ervan.
    }
answer-several-of =
    Ik weet niet zeker welke je bedoelt.
    { $options ->
        [numbered] Typ de nummers, zoals “1 en 3”.
       *[shown] Druk op een of meer knoppen, of typ de woorden ervan.
    }
answer-more =
    { $least ->
        [one] Kies er nog minstens een.
       *[other] Kies er minstens { $least }.
    }
answer-fewer =
    { $most ->
        [one] Je kunt er één kiezen. Haal eerst een andere weg.
       *[other] Je kunt er { $most } kiezen. Haal eerst een andere weg.
    }
answer-number = Ik zoek één heel getal, van { $least } tot en met { $most }. Typ bijvoorbeeld “{ $least }”.
answer-number-bounds = Dat getal past hier niet. Kies een getal van { $least } tot en met { $most }.
answer-day = Welke dag bedoel je? Typ bijvoorbeeld “3 maart”, “morgen” of “volgende week vrijdag”.
answer-day-past = Die dag is al geweest. Kies een dag vanaf { $earliest }.
answer-day-early = Die dag is te vroeg. Kies een dag vanaf { $earliest }.
answer-day-late = Die dag is te laat. Kies een dag tot en met { $latest }.
answer-place = Die plek kan ik niet vinden. Typ de naam van de plek of de straat?
answer-kind =
    { $sent ->
        [text] Typen kan bij deze vraag niet.
        [voice] Een spraakbericht kan ik hier niet gebruiken.
        [photo] Een foto kan ik hier niet gebruiken.
        [place] Een plek op de kaart kan ik hier niet gebruiken.
       *[other] Dit soort bestand kan ik niet openen.
    } { $wanted ->
        [voice] Spreek je antwoord in?
        [photo] Stuur je een foto?
        [voice-photo] Stuur je een spraakbericht of een foto?
        [text-voice] Typ je antwoord, of spreek het in.
        [text-photo] Typ je antwoord, of stuur een foto.
        [text-voice-photo] Typ je antwoord, spreek het in of stuur een foto.
        [place] Typ de naam van de plek, of stuur de plek op de kaart.
       *[text] Typ je antwoord?
    }
answer-gone = Die knop hoort niet bij deze vraag. Hieronder staat de vraag nog eens.
