kind-story = verhaal
kind-idea = idee
kind-remark = opmerking
kind-call_back = vraag aan een mens
kind-meaning = vergelijking
kind-reply = reactie
kind-proposal = voorstel om iets te veranderen
kind-need = punt dat nodig is
kind-obstacle = punt dat in de weg staat
kind-offer = aanbod
kind-dot = puntje op de i
kind-network = groep of plek
kind-tap = wat het belangrijkst is
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
journey-replied = Iemand reageerde
journey-replied-aloud = Iemand reageerde met een spraakbericht of een foto
journey-recognised =
    { $part ->
        [0] Van { $people } anderen herkent niemand dit
        [one] Eén van { $people } anderen herkent dit
       *[other] { $part } van { $people } anderen herkennen dit
    }
journey-waiting = Straks: een antwoord, uiterlijk { $day }
journey-your-turn = Nu: jouw antwoord op onze vraag
journey-next = Straks: wat we ermee doen
journey-next-promise = Straks: hoe het gaat
journey-belongs-to = Hoort bij { $thing }
journey-inspired = Bracht iemand op { $thing }
journey-answers = Kreeg antwoord in { $thing }
journey-merged-into = Samengevoegd met { $thing }
journey-became = Werd { $thing }
journey-split-into = Gesplitst: nu ook { $thing }
journey-revised-as = Opnieuw geschreven als { $thing }
journey-carried-out-by =
    { $to ->
        [commitment] Wordt gedaan met { $thing }
       *[other] Uitgewerkt in { $thing }
    }
journey-reported-in = Je leest hoe het gaat in { $thing }
journey-not-used = Niet gebruikt
journey-before = Daarvoor gebeurden nog { $count } dingen
journey-onward = Daarna: { $onward }
thing-titled = { $kind } “{ $title }”
thing-above = dit
thing-numbered = { $kind } { $number }
onward-belongs-to = { $source } hoort nu bij { $thing }
onward-inspired = { $source } bracht iemand op { $thing }
onward-answers = { $source } kreeg antwoord in { $thing }
onward-merged-into = { $source } is samengevoegd met { $thing }
onward-became = { $source } werd { $thing }
onward-split-into = { $source } is gesplitst, onder meer in { $thing }
onward-revised-as = { $source } is opnieuw geschreven als { $thing }
onward-carried-out-by =
    { $to ->
        [commitment] { $source } wordt gedaan met { $thing }
       *[other] { $source } is uitgewerkt in { $thing }
    }
onward-reported-in = over { $source } lees je meer in { $thing }
onward-not-used = { $source } is niet gebruikt
journey-withdrawn = Jij trok dit in
journey-refused = We konden het niet openen
settled-kept = Gehouden: { $thing }
settled-broken = Niet gehouden: { $thing }
settled-handed-over = Overgenomen door iemand anders: { $thing }
settled-released = Losgelaten: { $thing }
settled-lapsed = Ging niet door, want te weinig mensen deden mee: { $thing }
mine-chosen = Nieuws over waar je op stemde of bij was:
mine-nothing-older = Ouder dan dat gaf je niets.
action-mine-older = Ouder
mine-older-which = Vanaf welk nummer wil je ouder lezen?
journey-publish-then = Gelezen door een mens
