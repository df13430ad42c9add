news-given =
    { $count ->
        [one] Er is nieuws over wat jij gaf.
       *[other] Er is nieuws over wat jij gaf: { $count } dingen.
    }
news-given-more =
    Er is nieuws over wat jij gaf: { $count } dingen.
    Dit zijn er { $shown }. De andere lees je in “Mijn inbreng”.
news-chosen =
    { $count ->
        [one] Er is nieuws over iets waar je op stemde.
       *[other] Er is nieuws over { $count } dingen waar je op stemde.
    }
news-chosen-more =
    Er is nieuws over { $count } dingen waar je op stemde.
    Dit zijn er { $shown }.
news-together = Wat op de bijeenkomst gezegd is ({ $kind } { $number })
news-further = { $yours }: { $onward }
news-voted = Waar je op stemde: { $onward }
