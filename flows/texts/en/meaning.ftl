meaning-ask =
    { $count ->
        [2]
            { $first }

            { $second }

            What do these two stories have in common?
       *[other]
            { $first }

            { $second }

            { $third }

            What do these three stories have in common?
    }
    A few words are enough. Others can read them, without your name.
    Do you see nothing? Then type “menu”.
meaning-story =
    Story { $number }:
    { $words }
action-meaning-again = Compare other stories
meaning-thanks =
    Thank you. This is number { $number }.
    Your words may become the name of a theme. You will hear by { $day }.
meaning-thanks-stopped =
    Thank you. This is number { $number }.
    Your words may become the name of a theme. Before { $day } there is an answer.
meaning-too-few =
    There are too few new stories of others to compare now.
    Will you tell one?
meaning-gone = These stories are no longer there. Others may be.
