action-reply = Say something back
    .also = reply; respond
reply-about = Which story or news do you want to say something about? Type its number.
reply-to = Reply to { $kind } { $number }
reply-ask =
    { $kind ->
        [update] This is the news:
       *[other] This is story { $number }:
    }
    { $words }

    What do you want to say? Be kind, there is a person behind it.
    A moderator reads it first. After that everyone can read it, without your name.
reply-thanks =
    We have your reply. It is number { $number }.
    Someone reads it, and by { $day } you will hear whether others can read it.
reply-thanks-stopped =
    We have your reply. It is number { $number }.
    Someone reads it. Before { $day } there is an answer.
reply-unknown = I cannot find anything under that number. Is it right?
reply-gone =
    { $kind ->
        [update] This news is no longer there.
       *[other] This story is no longer there.
    } So you cannot reply to it any more.
reply-to-reply =
    This is a reply itself. You cannot reply to that. { $kind ->
        [story] You can reply to the story above it.
        [update] You can reply to the news above it.
       *[none] {""}
    }
reply-kind = You can reply to a story and to news. This is something else.
replies =
    { $count ->
        [one] Someone replied to what you told.
       *[other] There are { $count } replies to what you told.
    }
replies-on =
    { $told ->
        [voice] On your { $kind } { $number }: a voice message
        [photo] On your { $kind } { $number }: a photo
       *[text] On your { $kind } { $number }
    }
replies-more =
    { $count ->
        [one] And one other reply
       *[other] And { $count } other replies
    }
shown-text = “{ $words }”
shown-update = { $words }
shown-voice =
    { $beside ->
        [said] “{ $words }” (This goes with a voice message. I cannot play that here yet.)
       *[only] This story was spoken. I cannot play that here yet.
    }
shown-photo =
    { $beside ->
        [said] “{ $words }” (A photo goes with this. I cannot show it here yet.)
       *[only] This story is a photo. I cannot show it here yet.
    }
