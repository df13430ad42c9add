meaning-ask =
    { $count ->
        [2]
            { $first }

            { $second }

            Wat hebben deze twee verhalen met elkaar gemeen?
       *[other]
            { $first }

            { $second }

            { $third }

            Wat hebben deze drie verhalen met elkaar gemeen?
    }
    Een paar woorden is genoeg. Anderen kunnen ze lezen, zonder je naam.
    Zie je niets? Typ dan “menu”.
meaning-story =
    Verhaal { $number }:
    { $words }
action-meaning-again = Andere verhalen vergelijken
meaning-thanks =
    Dank je. Dit is nummer { $number }.
    Jouw woorden kunnen de naam van een thema worden. Je hoort het uiterlijk { $day }.
meaning-thanks-stopped =
    Dank je. Dit is nummer { $number }.
    Jouw woorden kunnen de naam van een thema worden. Vóór { $day } is er antwoord.
meaning-too-few =
    Er zijn nu te weinig nieuwe verhalen van anderen om te vergelijken.
    Vertel je er zelf een?
meaning-gone = Deze verhalen staan er niet meer. Andere misschien wel.
