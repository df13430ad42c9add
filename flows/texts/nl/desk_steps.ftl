step-open-already = Deze stap is al open.
step-not-open = Deze stap is niet open.
step-holds = Dat kan nog niet: in deze stap wachten bijdragen op antwoord ({ $count }). Het gaat om nummer { $numbers }. Beantwoord ze eerst, of sluit met een reden.
step-reason-long = Houd de reden korter dan { $most } tekens.
step-undo-too-late = Ongedaan maken kan tot een minuut na het openen. Sluiten kan wel.
