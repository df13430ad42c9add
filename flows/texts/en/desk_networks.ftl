network-name = Give the network a name.
network-kind = Choose what kind of network it is.
network-estimate = Estimate the number of people with a number up to ten million, or leave it empty.
network-scale = Influence and interest go from 1 (little) to 5 (much).
network-contact = That is too long: { $most } characters fit here.
network-label = Give the poster a name of at most { $most } characters.
network-gone = There is no such network.
network-made-already = This was made into a network already.
desk-room-networks = Networks
desk-networks-intro = Through which networks people came in, who is still missing and whom residents named. Numbers only, never names.
desk-networks-people =
    { $people ->
        [one] 1 person takes part
       *[other] { $people } people take part
    }, { $others } of them by no network.
desk-networks-dominant = { $name } weighs heavily: { $count } of the { $people } people came through it. The others are heard less.
desk-networks-named = Named by residents
desk-networks-list = All networks
desk-networks-empty = There are no networks yet.
desk-networks-notice-made = The network stands. Whoever named it is told, with the link.
desk-networks-notice-changed = The facts are kept.
desk-networks-notice-poster = The poster has a link of its own.
desk-network-missing = few or nobody yet
desk-network-share = { $count } of { $people } people who take part ({ $percent }%)
desk-network-came = Opened the chat: { $joined }. Gave something or voted: { $active }.
desk-network-of = This network reaches about { $estimate } people.
desk-network-connectors =
    { $people ->
        [one] 1 connector brought { $brought }.
       *[other] { $people } connectors brought { $brought }.
    }
desk-network-weight =
    Influence: { $influence ->
        [0] unknown
       *[other] { $influence } of 5
    }. Interest: { $interest ->
        [0] unknown
       *[other] { $interest } of 5
    }.
desk-network-poster =
    Poster “{ $label }”: { $count ->
        [one] 1 person
       *[other] { $count } people
    }
desk-network-no-links = No channel with a link is on right now.
desk-network-change = What we know
desk-network-kind = Kind
desk-network-name = Name ({ $language })
desk-network-estimate = About how many people does it reach?
desk-network-influence = Influence on the outcome, from 1 (little) to 5 (much)
desk-network-interest = Interest in the outcome, from 1 (little) to 5 (much)
desk-network-unknown = we do not know
desk-network-contact = How do we reach these people?
desk-network-contact-hint = For instance: every Tuesday in the canteen. Rather no names of residents.
desk-network-keep = Keep
desk-network-add-poster = Poster with a link of its own
desk-network-poster-label = Where does the poster hang?
desk-network-poster-make = Make the link
desk-network-add = New network
desk-network-make = Make the network
desk-network-make-of = Make a network of it
desk-network-sentence = Sentence for whoever named it
desk-network-sentence-hint = May stay empty. The link goes along by itself.
desk-network-knows-yes = whoever named it knows someone there
desk-network-knows-no = whoever named it knows nobody there
desk-network-say-yes = you may say that a resident named this
desk-network-say-no = do not say that a resident named this
