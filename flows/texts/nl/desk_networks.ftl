network-name = Geef het netwerk een naam.
network-kind = Kies wat voor netwerk het is.
network-estimate = Schat het aantal mensen met een getal tot tien miljoen, of laat het leeg.
network-scale = Invloed en belang gaan van 1 (weinig) tot 5 (veel).
network-contact = Dat is te lang: hier passen { $most } tekens.
network-label = Geef de poster een naam van hooguit { $most } tekens.
network-gone = Dit netwerk is er niet.
network-made-already = Hiervan is al een netwerk gemaakt.
desk-room-networks = Netwerken
desk-networks-intro = Via welke netwerken mensen binnenkwamen, wie er nog mist en wie bewoners noemden. Alleen getallen, nooit namen.
desk-networks-people =
    { $people ->
        [one] 1 mens doet mee
       *[other] { $people } mensen doen mee
    }, van wie { $others } zonder netwerk.
desk-networks-dominant = { $name } weegt zwaar: { $count } van de { $people } mensen kwamen via dit netwerk. De anderen zijn zo minder te horen.
desk-networks-named = Genoemd door bewoners
desk-networks-list = Alle netwerken
desk-networks-empty = Er zijn nog geen netwerken.
desk-networks-notice-made = Het netwerk is er. Wie het noemde, krijgt bericht met de link.
desk-networks-notice-changed = De gegevens zijn bewaard.
desk-networks-notice-poster = De poster heeft een eigen link.
desk-network-missing = nog weinig of niemand
desk-network-share = { $count } van { $people } mensen die meedoen ({ $percent }%)
desk-network-came = Opende de chat: { $joined }. Gaf iets of stemde: { $active }.
desk-network-of = Dit netwerk bereikt ongeveer { $estimate } mensen.
desk-network-connectors =
    { $people ->
        [one] 1 verbinder bracht er { $brought }.
       *[other] { $people } verbinders brachten er { $brought }.
    }
desk-network-weight =
    Invloed: { $influence ->
        [0] onbekend
       *[other] { $influence } van 5
    }. Belang: { $interest ->
        [0] onbekend
       *[other] { $interest } van 5
    }.
desk-network-poster =
    Poster “{ $label }”: { $count ->
        [one] 1 mens
       *[other] { $count } mensen
    }
desk-network-no-links = Er staat nu geen kanaal aan met een link.
desk-network-change = Wat we weten
desk-network-kind = Soort
desk-network-name = Naam ({ $language })
desk-network-estimate = Hoeveel mensen bereikt het, ongeveer?
desk-network-influence = Invloed op de uitkomst, van 1 (weinig) tot 5 (veel)
desk-network-interest = Belang bij de uitkomst, van 1 (weinig) tot 5 (veel)
desk-network-unknown = weten we niet
desk-network-contact = Hoe bereiken we deze mensen?
desk-network-contact-hint = Bijvoorbeeld: elke dinsdag in de kantine. Liever geen namen van bewoners.
desk-network-keep = Bewaar
desk-network-add-poster = Poster met eigen link
desk-network-poster-label = Waar hangt de poster?
desk-network-poster-make = Maak de link
desk-network-add = Nieuw netwerk
desk-network-make = Maak het netwerk
desk-network-make-of = Maak er een netwerk van
desk-network-sentence = Zin voor wie het noemde
desk-network-sentence-hint = Mag leeg blijven. De link gaat vanzelf mee.
desk-network-knows-yes = de noemer kent daar iemand
desk-network-knows-no = de noemer kent daar niemand
desk-network-say-yes = je mag zeggen dat een bewoner dit noemde
desk-network-say-no = zeg niet dat een bewoner dit noemde
