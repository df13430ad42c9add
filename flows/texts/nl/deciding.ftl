answer-publish =
    Nieuws over jouw { $kind } { $number }.
    { $sentence }
answer-decline =
    Nieuws over jouw { $kind } { $number }. We gebruiken het niet.
    { $sentence }
answer-ask-back =
    Een vraag over jouw { $kind } { $number }.
    { $sentence }
answer-undone = We kijken nog eens naar jouw { $kind } { $number }. Je hoort het als we klaar zijn.
answer-standard-publish = Dank je. Het is gelezen door een mens, en we nemen het mee.
answer-standard-publish-commitment = Dank je. Iedereen kan je belofte nu zien.
answer-standard-publish-reply = Dank je. Een mens las het. Anderen kunnen je reactie nu lezen.
answer-standard-publish-meaning = Dank je. Een mens las het. We leggen jouw woorden naast die van anderen.
answer-standard-ask-back = Kun je er iets meer over vertellen?
answer-standard-decline = Dank je dat je het vertelde. We kunnen het hier niet gebruiken.
decide-gone = Deze bijdrage is er niet meer.
decide-already =
    { $name } was je voor: { $act ->
        [publish] het is gepubliceerd.
        [decline] het is afgewezen.
        [ask_back] er is iets teruggevraagd.
       *[other] het is al behandeld.
    }
decide-reason-unknown = Kies een reden uit de lijst.
decide-question-missing = Schrijf eerst je vraag.
undo-nothing = Er is niets om ongedaan te maken.
undo-too-late = Ongedaan maken kan tot een minuut na je besluit.
undo-used = Er is al verder mee gewerkt. Maak dat eerst ongedaan.
