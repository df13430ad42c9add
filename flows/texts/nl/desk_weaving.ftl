weave-kind = Dit soort resultaat bestaat niet: { $kind }.
weave-title-missing = Geef het een titel.
weave-title-too-long = De titel is te lang. Er passen { $most } tekens in.
weave-body-too-long = De tekst is te lang. Er passen { $most } tekens in.
weave-reason-missing = Schrijf bij nummer { $number } waarom. Wie dat gaf, leest het.
weave-reason-too-long = De reden bij nummer { $number } is te lang. Er passen { $most } tekens in.
weave-relation = Zo kunnen deze twee niet verbonden worden ({ $relation }).
weave-source-kind = Van nummer { $number } kan geen { $kind ->
        [theme] thema
        [idea] idee
        [scenario] scenario
        [concept_part] stuk van het concept
        [plan_part] stuk van het plan
        [commitment] toezegging
        [milestone] mijlpaal
        [update] nieuws
       *[other] resultaat
    } gemaakt worden.
weave-source-twice = Hetzelfde nummer staat er twee keer bij.
weave-no-source = Kies eerst waar het uit voortkomt.
weave-too-many = Dat zijn er te veel in één keer. Kies er hooguit { $most }.
weave-from-nothing = Kies waar het uit voortkomt. Of schrijf op waarom de gemeente dit zelf toevoegt.
weave-merge-one = Alleen nummer { $number } is een idee. Kies er nog een om samen te voegen.
weave-split-one = Schrijf minstens twee ideeën op om in te splitsen.
weave-split-kind = Nummer { $number } is geen idee. Alleen een idee kan gesplitst worden.
weave-circle = Dat kan niet: nummer { $number } kwam hier zelf uit voort.
weave-stands = Die verbinding is er al voor nummer { $number }. { $name } maakte die.
weave-used = Nummer { $number } is al gebruikt, in nummer { $target }. “Niet gebruikt” klopt dus niet.
weave-not-published = Nummer { $number } is nog niet gepubliceerd. Beantwoord het eerst.
weave-declined = Nummer { $number } is afgewezen. Het kan niet gebruikt worden.
weave-withdrawn = Nummer { $number } is teruggetrokken. Het kan niet meer gebruikt worden.
weave-replaced =
    { $name } was je voor: nummer { $number } is { $relation ->
        [merged_into] samengevoegd met nummer { $newer }.
        [split_into] gesplitst, onder meer in nummer { $newer }.
       *[other] opnieuw geschreven als nummer { $newer }.
    }
weave-built-on = Dat kan niet meer: op nummer { $number } is al verder gewerkt. Maak dat eerst ongedaan.
weave-idea-from-nothing = Een idee komt van mensen. Kies waar het uit voortkomt.
