loose-words-ask = Wat wil je zeggen?
loose-words-as-what =
    Dit stuurde je: “{ $words }”
    Wat zullen we daarmee doen?
loose-words-as-what-asked =
    Dit stuurde je: “{ $words }”
    We vroegen je nog iets over jouw { $subject }: “{ $asked }”
    Wat zullen we doen met wat je stuurde?
loose-words-answer = Mijn antwoord bij { $subject }
    .also = antwoord; mijn antwoord; het is mijn antwoord
loose-words-answers = Het is een antwoord op jullie vraag
    .also = antwoord; mijn antwoord; het is mijn antwoord
loose-words-story = Het is een verhaal
loose-words-idea = Het is een idee
loose-words-person = Het is een vraag voor een mens
    .also = vraag; een vraag; mens
loose-words-remark = Bewaar het als opmerking
    .also = opmerking; bewaar
loose-words-nothing = Niets, laat maar
    .also = niets; laat maar; niks; nee; nee hoor; nee dank je; doe maar niets; doe maar niks; weg ermee
loose-words-dropped = Goed, we doen er niets mee.
loose-words-let-go = Dit bewaren we niet: “{ $words }”
remark-kept = We hebben het bewaard. Iemand leest het.
told-voice = een spraakbericht
told-photo = een foto
