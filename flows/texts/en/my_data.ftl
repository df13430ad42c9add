my-data-readable = This is everything we keep about you, to read.
my-data-json = And this is the same, for another program. Keep it safe: your words are in it.
my-data-file = my-data
my-data-heading = Everything we keep about you at “{ $title }”, on { $day }
my-data-language = Language
my-data-role = You take part as
my-data-often = How often we write
my-data-joined-at = You came in on
my-data-consented-at = You agreed on
my-data-paused-until = Your pause lasts until
my-data-stopped-at = You stopped on
my-data-chats = You talk to us through
my-data-contribution = Your { $kind } { $number }, of { $day }:
my-data-promise = By { $day }, under the name: { $name }
my-data-joined = Since { $day } you take part in a promise, under the name: { $name }
my-data-joined-reach = Those who take part see how to reach you: { $reach }
my-data-joined-meet = Those who take part see that you would like to come to a meeting. { $reach }
my-data-file-sent = (You sent { $kind } with it. We made a copy.)
my-data-answer = Our answer of { $day }: { $sentence }
my-data-added = Your answer of { $day }: { $words }
my-data-votes =
    { $count ->
        [one] You chose once:
       *[other] You chose { $count } times:
    }
my-data-vote = { $said }: { $kind } { $number }, “{ $words }”
my-data-tap = What matters most to you: “{ $words }”
my-data-vote-yes = Agree
my-data-vote-no = Disagree
my-data-vote-pass = Passed
my-data-end = The file for another program has the smallest things too: each time you chose, and each message we sent.
