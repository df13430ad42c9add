kind-story = verhaal
kind-idea = idee
kind-remark = opmerking
kind-call_back = vraag aan een mens
kind-meaning = woorden over wat verhalen samen hebben
kind-reply = reactie
kind-proposal = voorstel om iets te veranderen
kind-need = punt dat nodig is
kind-obstacle = punt dat in de weg staat
kind-offer = aanbod
kind-dot = puntje op de i
kind-network = groep of plek
kind-theme = thema
kind-scenario = scenario
kind-concept_part = stuk van het concept
kind-plan_part = stuk van het plan
kind-commitment = belofte
kind-milestone = mijlpaal
kind-update = nieuws
mine-empty = Je hebt nog niets verteld. Dat kan nu.
mine-intro =
    { $count ->
        [one] Dit gaf je tot nu toe.
       *[other] Dit gaf je tot nu toe, { $count } dingen. Het nieuwste nieuws staat bovenaan.
    }
mine-title = Jouw { $kind } { $number }
mine-end = Als er iets verandert, hoor je het hier.
mine-end-stopped = Als er iets verandert, lees je het hier.
mine-more =
    { $older ->
        [one] Er is nog één oudere bijdrage.
       *[other] Er zijn nog { $older } oudere bijdragen.
    }
journey-given = Jouw { $kind } van { $day }
journey-publish-shown = Gelezen, en anderen kunnen het nu lezen
journey-publish-read = Gelezen, en we nemen het mee
journey-decline = Gelezen, maar niet gebruikt
journey-ask-back = Gelezen, en we hebben je iets gevraagd
journey-added = Jij gaf antwoord
journey-waiting = Straks: een antwoord, uiterlijk { $day }
journey-your-turn = Nu: jouw antwoord op onze vraag
journey-next = Straks: wat we ermee doen
journey-belongs-to = Hoort bij { $kind } “{ $title }”
journey-inspired = Bracht iemand op { $kind } “{ $title }”
journey-answers = Kreeg antwoord in { $kind } “{ $title }”
journey-merged-into = Samengevoegd met { $kind } “{ $title }”
journey-became = Werd { $kind } “{ $title }”
journey-split-into = Gesplitst: nu ook { $kind } “{ $title }”
journey-revised-as = Opnieuw geschreven als { $kind } “{ $title }”
journey-carried-out-by = Wordt gedaan met { $kind } “{ $title }”
journey-reported-in = Je leest hoe het gaat in { $kind } “{ $title }”
journey-not-used = Niet gebruikt
