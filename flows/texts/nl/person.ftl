person-ask =
    Je kunt altijd met een mens praten.
    { $contact }
    { $ways }
    Of schrijf hier waar het over gaat, en hoe en wanneer we je kunnen bereiken.
person-thanks = We hebben het doorgegeven. Je hoort uiterlijk { $day } van iemand.
person-thanks-stopped = We hebben het doorgegeven. Vóór { $day } is er antwoord.
person-without-keeping =
    Je kunt altijd met een mens praten.
    { $contact }
    { $ways }
