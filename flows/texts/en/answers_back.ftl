answer-back-ask = What is your answer about number { $number }?
answer-back-thanks = Thank you. Your answer stands beside it, and someone will read it.
answer-back-nothing = No question is open any more. Thank you.
answer-back-which = Which question are you answering? Choose the number.
