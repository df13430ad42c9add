action-reply = Iets terugzeggen
    .also = reageren; reageer; terugzeggen
reply-about = Bij welk verhaal of nieuws wil je iets zeggen? Typ het nummer.
reply-to = Reageer op { $kind } { $number }
reply-ask =
    { $kind ->
        [update] Dit is het nieuws:
       *[other] Dit is verhaal { $number }:
    }
    { $words }

    Wat wil je zeggen? Wees aardig, er zit een mens achter.
    Een moderator leest het eerst. Daarna kan iedereen het lezen, zonder je naam.
reply-thanks =
    Je reactie is binnen. Het is nummer { $number }.
    Iemand leest het, en je hoort uiterlijk { $day } of anderen het kunnen lezen.
reply-thanks-stopped =
    Je reactie is binnen. Het is nummer { $number }.
    Iemand leest het. Vóór { $day } is er antwoord.
reply-unknown = Bij dat nummer kan ik niets vinden. Klopt het?
reply-gone =
    { $kind ->
        [update] Dit nieuws staat er niet meer.
       *[other] Dit verhaal staat er niet meer.
    } Je kunt er dus niet meer op reageren.
reply-to-reply =
    Dit is zelf een reactie. Daar kun je niet op reageren. { $kind ->
        [story] Op het verhaal erboven wel.
        [update] Op het nieuws erboven wel.
       *[none] {""}
    }
reply-kind = Reageren kan op een verhaal en op nieuws. Dit is iets anders.
replies =
    { $count ->
        [one] Iemand reageerde op wat je vertelde.
       *[other] Er zijn { $count } reacties op wat je vertelde.
    }
replies-on =
    { $told ->
        [voice] Bij jouw { $kind } { $number }: een spraakbericht
        [photo] Bij jouw { $kind } { $number }: een foto
       *[text] Bij jouw { $kind } { $number }
    }
replies-more =
    { $count ->
        [one] En nog één andere reactie
       *[other] En nog { $count } andere reacties
    }
shown-text = “{ $words }”
shown-update = { $words }
shown-voice =
    { $beside ->
        [said] “{ $words }” (Dit hoort bij een spraakbericht. Dat kan ik hier nog niet laten horen.)
       *[only] Dit verhaal is ingesproken. Dat kan ik hier nog niet laten horen.
    }
shown-photo =
    { $beside ->
        [said] “{ $words }” (Hier hoort een foto bij. Die kan ik hier nog niet laten zien.)
       *[only] Dit verhaal is een foto. Die kan ik hier nog niet laten zien.
    }
