first-tap-ask = Wat vind jij het belangrijkst bij “{ $title }”? Kies er één. Later veranderen kan.
tap-safe = Dat iedereen zich veilig voelt
    .also = veilig; veiligheid
tap-together = Dat mensen elkaar kennen
    .also = elkaar kennen; samen; contact
tap-help = Dat hulp dichtbij is
    .also = hulp; hulp dichtbij
tap-pleasant = Dat het er prettig en schoon is
    .also = prettig; schoon; netjes
tap-heard = Dat er naar mij geluisterd wordt
    .also = luisteren; gehoord; naar mij luisteren
first-tap-thanks = Dank je. { $said }
first-tap-early = Je bent een van de eersten die kiest. Over een tijdje laten we zien wat anderen kozen.
first-tap-favourite = Dit is het vaakst gekozen: { $same } van de { $of } mensen kiezen dit.
first-tap-other =
    { $same ->
        [one] Van de { $of } mensen ben jij de eerste die dit kiest.
       *[other] { $same } van de { $of } mensen kiezen dit.
    } Het vaakst gekozen: “{ $most }”, { $times } keer.
