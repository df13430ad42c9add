action-news = The news
    .also = news
action-update-more = Read on
action-update-older = Older news
action-update-read = Read the news
update-agree = 👍 Good
    .also = good; nice; good news; 👍
update-disagree = 👎 Disappointing
    .also = disappointing; a pity; 👎
update-pass = 🤷 I do not know
    .also = i do not know; don't know; no opinion; 🤷
update-which = Which news? Type its number.
update-none = There is no news yet. As soon as there is something to tell, you will hear it here.
update-gone = This news is no longer there.
update-about-all = This is about all that we do together here.
update-told =
    News: { $title }

    { $body }
update-shown =
    News { $number }, { $day }
    { $title }

    { $body }
    { $about }
    { $replies ->
        [0] {""}
        [one] There is one reply to it.
       *[other] There are { $replies } replies to it.
    }
update-about =
    { $count ->
        [1] This is about { $first }.
        [2] This is about { $first } and { $second }.
       *[other] This is about { $first }, { $second } and { $third }.
    }
update-language-missing = Write a title and a text in every language of this trajectory. Still missing: { $language }.
