privacy =
    This is what we keep: what you tell, what you choose, and who you are here as.
    Your number or name in this app is kept encrypted. Nobody at the desk sees it.
    { $controller }
    You can have everything about you. Or you leave, and what you gave stays.
    “Forget me” takes your words away as well. What you chose still counts, as a bare number.
    If we hear nothing from you for { $months } months, we erase who you are.
