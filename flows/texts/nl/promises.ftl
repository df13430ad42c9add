answer-elsewhere =
    Je hebt berichten uitgezet. Je leest het antwoord bij “mijn inbreng”.
    Typ “start” als je het hier wilt horen.
