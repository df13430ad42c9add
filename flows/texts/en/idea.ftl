idea-ask =
    What is your idea? One or two sentences are enough.
    Others will read it and vote on it. Your name is not shown.
idea-thanks =
    We have your idea. It is number { $number }.
    Someone reads it, and by { $day } you will hear what happens with it.
idea-thanks-stopped =
    We have your idea. It is number { $number }.
    Someone reads it. Before { $day } there is an answer.
