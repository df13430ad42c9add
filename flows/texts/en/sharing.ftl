sharing-named = My first name
    .also = first name; my name; name
sharing-neighbour = A neighbour
    .also = neighbour; no name; without a name; anonymous
sharing-first-name = What is your first name?
sharing-no-name = Type just your first name. No figures, and no address.
sharing-reach = How they can reach me
    .also = reach me; my number; number
sharing-meet = I would like to come to a meeting
    .also = meeting; at a meeting; meet
sharing-nothing = Nothing else
    .also = nothing; just my name
sharing-ask-reach =
    How can they reach you? For instance by a phone number.
    Only those who join in this get to read it.
