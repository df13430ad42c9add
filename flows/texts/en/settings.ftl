settings-which = What would you like to change?
settings-language = The language
    .also = language
settings-often = How often we write
    .also = how often; less often
settings-pause = A break
    .also = pause; break
settings-nothing = Nothing
    .also = back; never mind; no; nah; no thanks; none
settings-how-often =
    How often may we write to you of our own accord?
    You always get an answer to what you gave.
    Does a new step begin? You hear that too, unless you choose “Never”.
often-usual = At most once a week
    .also = usual; once a week; weekly
often-less = At most once in two weeks
    .also = less; once in two weeks
often-never = Never
settings-how-long = How long a break would you like?
pause-7 = A week
    .also = week; 1 week
pause-30 = A month
    .also = month; 1 month
pause-0 = No break
    .also = none; end the break
settings-done = That is changed.
settings-as-they-were = Everything stays as it was.
