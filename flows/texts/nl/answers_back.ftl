answer-back-ask = Wat is je antwoord bij nummer { $number }?
answer-back-thanks = Dank je. Je antwoord staat erbij, en iemand leest het.
answer-back-nothing = Er is nu geen vraag meer open. Dank je wel.
answer-back-which = Op welke vraag geef je antwoord? Kies het nummer.
