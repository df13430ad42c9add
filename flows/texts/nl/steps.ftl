heading-step = stap { $number } van { $of }: { $name }
step-opens = Nieuws over “{ $title }”. Stap { $number } van { $of } begint: { $step }.
step-opens-again = Nieuws over “{ $title }”. Stap { $number } van { $of } gaat weer open: { $step }.
step-brought =
    Dit bracht de vorige stap, { $step }:
    { $first } { $second } { $third } { $fourth }
step-brought-nothing =
    De vorige stap, { $step }, bracht deze keer niets. Dat geeft niet.
    We gaan verder met wat er al is.
asks-first-tap = Wat vind jij het belangrijkst? Eén tik is genoeg.
asks-story = Nu kun je vertellen wat je meemaakt. Eén moment is genoeg.
asks-connector = Wie moet er nog meedoen? Noem een groep of plek die je kent.
asks-commitment = Nu kun je iets beloven: wat jij doet, en wanneer. Klein mag ook.
asks-something = Doe je mee? Het kost je een paar minuten.
asks-nothing = Kijk in het menu wat je nu kunt doen.
