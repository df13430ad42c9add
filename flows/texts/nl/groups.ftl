groups-lettered = groep { $letter }
groups-named = de groep “{ $name }”
groups-yours =
    Jouw antwoorden lijken het meest op die van { $group }.
    Daar horen { $people } van de { $all } mensen bij. Er zijn { $groups } groepen.
groups-soon =
    { $left ->
        [one] Kies nog bij één idee. Dan zie je op welke groep jouw antwoorden lijken.
       *[other] Kies nog bij { $left } ideeën. Dan zie je op welke groep jouw antwoorden lijken.
    }
groups-together =
    “{ $idea }”
    In die groep { $same ->
        [one] is { $same }
       *[other] zijn { $same }
    } van de { $of } mensen het hiermee { $side ->
        [agree] eens.
       *[disagree] oneens.
    } Jij ook.
groups-apart =
    “{ $idea }”
    In die groep { $same ->
        [0] is niemand van de { $of } mensen
        [one] is { $same } van de { $of } mensen
       *[other] zijn { $same } van de { $of } mensen
    } het hiermee { $side ->
        [agree] eens.
       *[disagree] oneens.
    }
    Jij denkt hier anders dan de meesten.
groups-common =
    In elke groep zijn de meesten het hierover eens:
    “{ $idea }”
    In totaal zijn dat { $agree } van de { $of } mensen.
groups-none-few-people =
    Er zijn nog geen groepen van mensen die hetzelfde denken.
    Daarvoor zijn { $needed } mensen nodig die bij 7 ideeën of meer kozen. Nu zijn het er { $people }.
groups-none-few-ideas =
    Er zijn nog geen groepen van mensen die hetzelfde denken. Daarvoor zijn er te weinig ideeën.
groups-none-alike =
    Er zijn geen groepen: iedereen die genoeg koos, denkt hetzelfde. Dat zijn { $people } mensen.
groups-none-few-apart =
    Er zijn nog geen groepen. Van de { $people } mensen die genoeg kozen, denken de meesten ongeveer hetzelfde.
