sharing-named = Mijn voornaam
    .also = voornaam; mijn naam; naam
sharing-neighbour = Een buurtgenoot
    .also = buurtgenoot; geen naam; zonder naam; anoniem
sharing-first-name = Wat is je voornaam?
sharing-no-name = Typ alleen je voornaam. Cijfers of een adres horen daar niet bij.
sharing-reach = Hoe ze mij bereiken
    .also = bereiken; mijn nummer; nummer
sharing-meet = Ik kom graag naar een bijeenkomst
    .also = bijeenkomst; op een bijeenkomst; ontmoeten
sharing-nothing = Verder niets
    .also = niets; niks; alleen mijn naam
sharing-ask-reach =
    Hoe bereiken ze je? Bijvoorbeeld met een telefoonnummer.
    Alleen wie hieraan meedoet, krijgt dit te lezen.
