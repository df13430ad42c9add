networks-so-far =
    { $people ->
        [1] 1 person takes part now.
       *[other] { $people } people take part now.
    }
    { $lines }
networks-few = A few
networks-line = – Through { $name }: { $count }
networks-line-few = – Through { $name }: fewer than 5
networks-line-some = – Through { $name }: 5 or more
networks-missing =
    Who do we still miss?
    { $names }
connector-group =
    Who else should take part? Name a group or a place.
    A few words are enough. Do not name people.
connector-kind = What kind of group or place is “{ $group }”?
network-kind-place = A place in the neighbourhood
    .also = place; shop; cafe; community centre; square; park
network-kind-group = A group of neighbours or friends
    .also = group; neighbours; friends; residents; club
network-kind-organisation = An organisation
    .also = organisation; foundation; association; help
network-kind-online = A group on the internet
    .also = online; internet; app; facebook; whatsapp
network-kind-school = A school
    .also = school; day care; language class; course
network-kind-faith = A church, mosque or temple
    .also = church; mosque; temple; faith; synagogue
network-kind-sport = A sports club
    .also = sport; sports; football; football club
network-kind-work = People at work
    .also = work; company; colleagues; shopkeepers
connector-size = About how many people is that?
network-size-few = Fewer than 10
    .also = a few; not many; fewer than ten
network-size-tens = Between 10 and 50
    .also = tens; 10 to 50; 10-50
network-size-hundreds = Between 50 and 300
    .also = a hundred; 100; 200; 50 to 300; 50-300
network-size-more = More than 300
    .also = a lot; hundreds; 500; 1000
network-size-unknown = I do not know
    .also = do not know; dont know; no idea
connector-knows = Do you know someone there?
connector-knows-yes = Yes, I know someone there
    .also = yes; i do
connector-knows-no = No
    .also = no; nobody
connector-may-say =
    May we tell that someone from the neighbourhood named this group?
    We never say who.
connector-say-yes = Yes, you may
    .also = yes; fine; ok
connector-say-no = No, rather not
    .also = no; rather not
connector-thanks =
    Thank you. It is number { $number }.
    Someone reads it. By { $day } you will hear whether we invite them.
connector-thanks-stopped =
    Thank you. It is number { $number }.
    Someone reads it. There is an answer before { $day }.
connector-invite = Would you like to invite people too? You get a link of your own to send on.
connector-invite-yes = Yes, give me a link
    .also = yes; yes please; please
connector-invite-no = No, not now
    .also = no; not now; later
connector-no-invitation = That is fine. You can do it later: type “invite”.
network-made =
    We now invite { $name }. They have a link of their own. Do you know someone there? Feel free to send it on.
    { $links }
