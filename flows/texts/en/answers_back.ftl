answer-back-subject = { $kind } { $number }
answer-back-ask =
    We asked about your { $subject }: “{ $asked }”
    What is your answer?
answer-back-thanks = Thank you. Your answer stands beside it, and someone will read it.
answer-back-nothing = No question is open any more. Thank you.
answer-back-which = Which question are you answering?
answer-back-option = { $asked } ({ $subject })
    .also = { $subject }; { $called }; { $asked }
