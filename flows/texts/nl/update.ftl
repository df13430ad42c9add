action-news = Het nieuws
    .also = nieuws
action-update-more = Verder lezen
action-update-older = Ouder nieuws
action-update-read = Het nieuws lezen
update-agree = 👍 Fijn
    .also = fijn; goed; goed nieuws; mooi; 👍
update-disagree = 👎 Valt tegen
    .also = valt tegen; dat valt tegen; jammer; 👎
update-pass = 🤷 Weet ik niet
    .also = weet ik niet; weet niet; geen mening; 🤷
update-which = Welk nieuws? Typ het nummer.
update-none = Er is nog geen nieuws. Zodra er iets te vertellen is, hoor je het hier.
update-gone = Dit nieuws staat er niet meer.
update-about-all = Dit gaat over alles wat we hier samen doen.
update-told =
    Nieuws: { $title }

    { $body }
update-shown =
    Nieuws { $number }, { $day }
    { $title }

    { $body }
    { $about }
    { $replies ->
        [0] {""}
        [one] Er is één reactie op.
       *[other] Er zijn { $replies } reacties op.
    }
update-about =
    { $count ->
        [1] Dit gaat over { $first }.
        [2] Dit gaat over { $first } en { $second }.
       *[other] Dit gaat over { $first }, { $second } en { $third }.
    }
update-language-missing = Schrijf een titel en een tekst in elke taal van dit traject. Dit mist nog: { $language }.
