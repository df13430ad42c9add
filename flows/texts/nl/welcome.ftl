language-nl = Nederlands
    .also = nl; dutch; hollands
language-en = English
    .also = en; engels
welcome-language = Kies je taal. / Choose your language.
welcome-what =
    { $sample }
    Welkom bij “{ $title }”. Meedoen kost steeds een paar minuten.

    { $municipality } maakt dit samen met jou. { $goal }

    Wat komt eruit? { $result }
sample-note = Let op: dit is een voorbeeld. Er gebeurt niets met wat je schrijft.
welcome-next = Verder
    .also = ok; oke; ja; volgende; door; ga verder; prima; goed; verder graag
welcome-who-decides =
    Wie beslist? { $who } { $when }

    Wat ligt vast? { $frames }

    Wat kun jij nog bepalen? { $room }
welcome-decided-on = De beslissing is op { $day }.
welcome-how-to-stop =
    Stoppen kan altijd: typ “stop”. Moeten we je vergeten? Typ “vergeet mij”.

    We bewaren je woorden. Wie ze leest, ziet niet wie je bent. { $controller }

    Liever bellen? { $contact }
welcome-clear = Dat is duidelijk
    .also = duidelijk; ok; oke; ja; helder; verder; prima; goed; snap ik; begrepen
welcome-role = Als wie doe je mee?
role-lives = Ik woon hier
    .also = bewoner; ik woon hier; buurtbewoner
role-uses = Ik gebruik deze hulp
    .also = gebruiker; client; ik krijg hulp
role-works = Ik werk hier
    .also = professional; ik werk hier; werker
role-other = Iets anders
    .also = anders
role-unsaid = Zeg ik liever niet
    .also =
        zeg ik niet; liever niet; weet ik niet; weet niet; geen idee; nee; nee hoor; laat maar; maakt niet uit;
        gaat je niets aan; gaat je niks aan; geen van deze
welcome-consent =
    Mogen we bewaren wat je hier schrijft en kiest?
    Dat kan laten zien hoe je over dingen denkt. Daarom vragen we het eerst.
    Je kunt het altijd terugdraaien.
consent-yes = Ja, dat mag
    .also = ja; jawel; ja hoor; prima; is goed; akkoord; dat mag; ja graag; oke; ok
consent-no = Nee, liever niet
    .also = nee; nee hoor; nee dank je; liever niet; dat mag niet; niet akkoord
welcome-no-consent =
    Dat is goed. We bewaren niets van wat je schrijft.
    Meedoen kan ook zonder chat. { $ways }
action-join-after-all = Toch meedoen
welcome-back = Fijn dat je er weer bent.
