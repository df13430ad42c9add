weave-kind = Dit soort resultaat bestaat niet: { $kind }.
weave-title-missing = Geef het een titel.
weave-reason-missing = Schrijf erbij waarom. Wie iets gaf, leest dat.
weave-relation = Zo kunnen deze twee niet verbonden worden ({ $relation }).
weave-circle = Dat kan niet: nummer { $number } kwam hier zelf uit voort.
weave-stands = Die verbinding is er al voor nummer { $number }.
weave-not-published = Nummer { $number } is nog niet gepubliceerd. Beantwoord het eerst.
