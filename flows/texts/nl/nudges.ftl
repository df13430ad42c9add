nudge-meeting =
    { $number ->
        [one] Er is bijna een bijeenkomst. Kom je ook?
       *[other] Er zijn bijna { $number } bijeenkomsten. Kom je ook?
    }
nudge-commitment =
    { $number ->
        [one] Bijna is het zover: je had iets beloofd. Kijk nog eens wat het was.
       *[other] Bijna is het zover: je had { $number } dingen beloofd. Kijk nog eens wat het was.
    }
nudge-closing =
    { $number ->
        [one] Vanaf morgen kan het niet meer. Wil je nog iets zeggen of kiezen?
       *[other] Nog { $number } dagen, dan sluit deze stap. Wil je nog iets zeggen of kiezen?
    }
nudge-joined =
    { $number ->
        [one] Er doet iemand mee door jouw link. Mooi!
       *[other] Er doen { $number } mensen mee door jouw link. Mooi!
    }
nudge-cards = Er zijn { $number } nieuwe ideeën. Wat vind jij ervan? Het kost twee minuten.
nudge-moved =
    { $number ->
        [one] Er is iets gebeurd met wat jij gaf of koos. Wil je zien wat?
       *[other] Er is { $number } keer iets gebeurd met wat jij gaf of koos. Wil je zien wat?
    }
often-set-usual = Goed. We schrijven je hooguit eens per week.
often-set-less = Goed. We schrijven je hooguit eens per twee weken.
often-set-never = Goed. We schrijven je niet meer uit onszelf.
