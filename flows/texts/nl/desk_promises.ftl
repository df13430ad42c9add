desk-room-promises = Beloften
desk-promises-intro = Wat bewoners en de gemeente beloven, met de dag erbij. Alles wat hier staat is openbaar.
desk-promises-open = Nog te doen
desk-promises-open-none = Er staat nu geen belofte open.
desk-promises-settled = Afgerond
desk-promises-older = Oudere beloften
desk-promises-add = Belofte van de gemeente toevoegen
desk-promises-no-parts = De gemeente belooft iets bij een stuk van het plan. Er staat nog geen stuk van het plan.
desk-promises-notice-made = De belofte staat er, voor iedereen. Wie het aangaat, hoort het.
desk-promises-notice-progress = Het is genoteerd. Wie het aangaat, hoort het.
desk-promises-notice-take = De belofte is nu van de gemeente. Wie het beloofde en wie meedeed, hoort het.
desk-promises-notice-refuse = Wie het vroeg, hoort waarom het niet kan.
desk-promise-number = belofte { $number }
desk-promise-gone = De woorden zijn weggehaald.
desk-promise-late = te laat
desk-promise-joined =
    { $count ->
        [one] 1 ander doet mee
       *[other] { $count } anderen doen mee
    }
desk-promise-part = Bij welk stuk van het plan?
desk-promise-title = Wat belooft de gemeente? ({ $language })
desk-promise-reason = Waarom? ({ $language })
desk-promise-day = Uiterlijk
desk-promise-new-day = Alleen nodig bij een nieuwe dag.
desk-promise-make = Beloven
desk-promise-progress = Zeg hoe het gaat
desk-promise-outcome = Hoe gaat het?
desk-promise-outcome-done = Het is gedaan
desk-promise-outcome-later = Het krijgt een nieuwe dag
desk-promise-outcome-broken = Het gaat niet lukken
desk-promise-words = Wat is er gedaan, of waarom niet? ({ $language })
desk-promise-note = Noteren
desk-promise-offered = Wie dit beloofde, vraagt of de gemeente het overneemt.
desk-promise-take = Overnemen
desk-promise-refuse = Niet overnemen
desk-promise-sentence = Waarom niet? Dit leest wie het vroeg.
promise-part-missing = Kies een stuk van het plan.
promise-day-missing = Vul de dag in.
promise-day-past = Kies een dag vanaf morgen.
promise-day-far = Kies een dag binnen twee jaar.
promise-words-missing = Vul de woorden in elke taal in.
promise-words-long = Houd het korter, hooguit { $most } tekens.
promise-outcome-missing = Kies hoe het gaat.
promise-not-offered = Dit wordt niet meer gevraagd.
promise-settled = Deze belofte is al afgerond.
desk-thing-promise = Belofte met naam: { $who }. Uiterlijk { $day }.
desk-thing-condition =
    { $needs ->
        [one] Alleen als er 1 ander meedoet, tot en met { $until }.
       *[other] Alleen als er { $needs } anderen meedoen, tot en met { $until }.
    }
promise-reason-missing = Schrijf op waarom.
