privacy =
    Dit bewaren we: wat je vertelt, wat je kiest, en als wie je meedoet.
    Je nummer of naam in deze app bewaren we versleuteld. Niemand aan de balie ziet die.
    { $controller }
    Met “Vergeet mij” halen we je woorden weg en weten we niet meer dat jij het was. Stemmen blijven alleen als getal.
