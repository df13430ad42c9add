person-ask =
    You can always talk to a person.
    { $contact }
    { $ways }
    Or write here what it is about, and how and when we can reach you.
person-thanks = We have passed it on. Someone will get back to you by { $day }.
person-thanks-stopped = We have passed it on. Before { $day } there is an answer.
person-without-keeping =
    You can always talk to a person.
    { $contact }
    { $ways }
