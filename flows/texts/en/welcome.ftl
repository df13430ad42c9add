language-nl = Nederlands
    .also = nl; dutch; hollands
language-en = English
    .also = en; engels
welcome-language = Kies je taal. / Choose your language.
welcome-what =
    { $sample }
    Welcome to “{ $title }”. It takes a few minutes at a time.

    { $municipality } makes this with you. { $goal }

    What comes of it? { $result }
sample-note = Please note: this is an example. Nothing is done with what you write.
welcome-next = Go on
    .also = ok; okay; yes; next; continue; fine; go ahead
welcome-who-decides =
    Who decides? { $who } { $when }

    What is fixed? { $frames }

    What can you still decide? { $room }
welcome-decided-on = The decision is on { $day }.
welcome-how-to-stop =
    You can always stop: type “stop”. Do you want us to forget you? Type “forget me”.

    We keep your words. Whoever reads them does not see who you are. { $controller }

    Rather call? { $contact }
welcome-clear = That is clear
    .also = clear; ok; okay; yes; fine; go on; understood; got it
welcome-role = Who are you here as?
role-lives = I live here
    .also = resident; neighbour
role-uses = I use this help
    .also = user; client
role-works = I work here
    .also = professional; worker
role-other = Something else
    .also = other
role-unsaid = I would rather not say
    .also =
        rather not; prefer not to say; i dont know; dont know; dunno; no idea; no; nah; never mind;
        none of your business; does not matter; none of these
welcome-consent =
    May we keep what you write and choose here?
    It can show how you think about things. That is why we ask first.
    You can always take this back.
consent-yes = Yes, you may
    .also = yes; sure; ok; okay; fine; i agree; agreed; yes please
consent-no = No, rather not
    .also = no; no thanks; rather not; i do not agree
welcome-no-consent =
    That is fine. We keep nothing of what you write.
    You can also take part without the chat. { $ways }
action-join-after-all = Take part after all
welcome-back = Good to have you back.
