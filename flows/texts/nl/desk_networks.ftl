network-name = Geef het netwerk een naam.
network-kind = Kies wat voor netwerk het is.
network-estimate = Schat het aantal mensen met een getal tot tien miljoen, of laat het leeg.
network-scale = Invloed en belang gaan van 1 (weinig) tot 5 (veel).
network-contact = Dat is te lang: hier passen { $most } tekens.
network-label = Geef de poster een naam van hooguit { $most } tekens.
network-gone = Dit netwerk is er niet.
network-made-already = Hiervan is al een netwerk gemaakt.
