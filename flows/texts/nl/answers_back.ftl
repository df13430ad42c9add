answer-back-subject = { $kind } { $number }
answer-back-ask =
    We vroegen bij jouw { $subject }: “{ $asked }”
    Wat is je antwoord?
answer-back-thanks = Dank je. Je antwoord staat erbij, en iemand leest het.
answer-back-nothing = Er is nu geen vraag meer open. Dank je wel.
answer-back-which = Op welke vraag geef je antwoord?
answer-back-option = { $asked } ({ $subject })
    .also = { $subject }; { $called }; { $asked }
