networks-so-far =
    { $people ->
        [1] Er doet nu 1 mens mee.
       *[other] Er doen nu { $people } mensen mee.
    }
    { $lines }
networks-few = een paar
networks-line = – Via { $name }: { $count }
networks-line-few = – Via { $name }: minder dan 5
networks-line-some = – Via { $name }: 5 of meer
networks-missing =
    Wie missen we nog?
    { $names }
connector-group =
    Wie moet er ook meedoen? Noem een groep of een plek.
    Een paar woorden is genoeg. Noem geen namen van mensen.
connector-kind = Wat voor groep of plek is “{ $group }”?
network-kind-place = Een plek in de buurt
    .also = plek; winkel; cafe; buurthuis; plein; park
network-kind-group = Een groep buren of vrienden
    .also = groep; buren; vrienden; bewoners; club
network-kind-organisation = Een organisatie
    .also = organisatie; stichting; vereniging; hulp; instelling
network-kind-online = Een groep op internet
    .also = online; internet; app; appgroep; facebook; whatsapp
network-kind-school = Een school
    .also = school; kinderopvang; taalles; cursus
network-kind-faith = Een kerk, moskee of tempel
    .also = kerk; moskee; tempel; geloof; synagoge
network-kind-sport = Een sportclub
    .also = sport; sportvereniging; voetbal; voetbalclub
network-kind-work = Mensen op het werk
    .also = werk; bedrijf; collegas; winkeliers
connector-size = Hoeveel mensen zijn dat, ongeveer?
network-size-few = Minder dan 10
    .also = een paar; weinig; minder dan tien
network-size-tens = Tussen 10 en 50
    .also = tientallen; 10 tot 50; 10-50
network-size-hundreds = Tussen 50 en 300
    .also = honderd; 100; 200; 50 tot 300; 50-300
network-size-more = Meer dan 300
    .also = heel veel; honderden; 500; 1000
network-size-unknown = Dat weet ik niet
    .also = weet niet; geen idee; weet ik niet
connector-knows = Ken je daar iemand?
connector-knows-yes = Ja, ik ken daar iemand
    .also = ja; ik wel; ja hoor
connector-knows-no = Nee
    .also = nee; niemand; nee hoor
connector-may-say =
    Mogen we vertellen dat iemand uit de buurt deze groep noemde?
    We zeggen nooit wie.
connector-say-yes = Ja, dat mag
    .also = ja; ja hoor; prima; goed
connector-say-no = Nee, liever niet
    .also = nee; liever niet; nee hoor
connector-thanks =
    Dank je. Het is nummer { $number }.
    Iemand leest het. Je hoort uiterlijk { $day } of we ze uitnodigen.
connector-thanks-stopped =
    Dank je. Het is nummer { $number }.
    Iemand leest het. Vóór { $day } is er antwoord.
connector-invite = Wil je zelf ook mensen uitnodigen? Je krijgt een eigen link om door te sturen.
connector-invite-yes = Ja, geef mij een link
    .also = ja; ja graag; graag; ja hoor
connector-invite-no = Nee, nu niet
    .also = nee; nu niet; later; nee hoor
connector-no-invitation = Dat is goed. Het kan later nog: typ “uitnodigen”.
network-made =
    We nodigen { $name } nu uit. Er is een eigen link voor. Ken je daar iemand? Stuur de link dan gerust door.
    { $links }
