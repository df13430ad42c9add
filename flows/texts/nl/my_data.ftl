my-data-readable = Dit is alles wat we over jou bewaren, om te lezen.
my-data-json = En dit is hetzelfde, voor een ander programma. Bewaar het goed: jouw woorden staan erin.
my-data-file = mijn-gegevens
my-data-heading = Alles wat we over jou bewaren bij “{ $title }”, op { $day }
my-data-language = Taal
my-data-role = Je doet mee als
my-data-often = Hoe vaak we schrijven
my-data-joined-at = Je kwam binnen op
my-data-consented-at = Je vond het goed op
my-data-paused-until = Je pauze duurt tot
my-data-stopped-at = Je stopte op
my-data-chats = Je praat met ons via
my-data-contribution = Jouw { $kind } { $number }, van { $day }:
my-data-promise = Uiterlijk { $day }, onder de naam: { $name }
my-data-joined = Sinds { $day } doe je mee met een belofte, onder de naam: { $name }
my-data-joined-reach = Wie meedoet, ziet hoe je te bereiken bent: { $reach }
my-data-joined-meet = Wie meedoet, ziet dat je naar een bijeenkomst wilt komen. { $reach }
my-data-file-sent = (Je stuurde { $kind } mee. Wij maakten er een kopie van.)
my-data-answer = Ons antwoord van { $day }: { $sentence }
my-data-added = Jouw antwoord van { $day }: { $words }
my-data-votes =
    { $count ->
        [one] Je koos één keer:
       *[other] Je koos { $count } keer:
    }
my-data-vote = { $said }: { $kind } { $number }, “{ $words }”
my-data-tap = Het belangrijkst vind je: “{ $words }”
my-data-vote-yes = Eens
my-data-vote-no = Oneens
my-data-vote-pass = Overgeslagen
my-data-end = In het bestand voor een ander programma staat ook het kleinste: elke keer dat je koos, en elk bericht dat we stuurden.
