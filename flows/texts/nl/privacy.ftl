privacy =
    Dit bewaren we: wat je vertelt, wat je kiest, en als wie je meedoet.
    Je nummer of naam in deze app bewaren we versleuteld. Niemand aan de balie ziet die.
    { $controller }
    Je kunt alles over jou opvragen. Of je gaat weg, en wat je gaf blijft.
    Met “Vergeet mij” halen we ook je woorden weg. Wat je koos, telt nog mee als getal.
    Horen we { $months } maanden niets van je? Dan wissen we wie je bent.
