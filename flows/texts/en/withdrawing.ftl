action-withdraw = Take back { $kind } { $number }
withdraw-which = What would you like to take back? Type its number. The numbers are in “My contributions”.
withdraw-words = “{ $words }”
withdraw-file = a voice message or photo
withdraw-sure =
    Your { $kind } { $number }: { $what }

    Do you want to take this back? Then we remove your words everywhere. That cannot be undone.
    What came of it goes on. It will say there that something was taken back.
withdraw-promise-sure =
    Your { $kind } { $number }: { $what }

    Shall we take this back? Then your words are gone. That cannot be undone.
    Who joined will hear that it does not go on.
withdraw-yes = Yes, take it back
    .also = yes; take it back; sure
withdraw-no = No, leave it
    .also = no; never mind; leave it
withdrawn =
    Your { $kind } { $number } is taken back. Nobody reads it any more.
    What you sent in this chat you can still see here yourself.
withdraw-kept = Fine, it stays.
withdraw-gone = Under that number there is nothing that you can take back. Perhaps you did so already.
