story-ask =
    Vertel eens wat je hebt meegemaakt rond “{ $title }”. Eén moment is genoeg.
    Je mag typen, inspreken of een foto sturen.
story-may-show =
    Dank je. Mogen anderen je verhaal lezen?
    Je naam staat er nooit bij. Een moderator leest het eerst.
story-show-yes = Ja, laat maar zien
    .also = ja; ja hoor; dat mag; prima; is goed; laat zien; ja graag; ok; oke
story-show-no = Nee, niet laten zien
    .also = nee; nee hoor; liever niet; niet laten zien; dat mag niet; nee dank je
story-kept-private = We laten je verhaal aan niemand anders zien. We gebruiken wel wat we ervan leren.
story-next-round =
    Je verhaal is binnen. Het is nummer { $number }.
    Het plan van nu loopt gewoon door. Met jouw verhaal kan een nieuwe ronde beginnen.
    Iemand leest het, en je hoort uiterlijk { $day } wat ermee gebeurt. Hier, in deze chat.
story-next-round-stopped =
    Je verhaal is binnen. Het is nummer { $number }.
    Het plan van nu loopt gewoon door. Met jouw verhaal kan een nieuwe ronde beginnen.
    Iemand leest het. Vóór { $day } is er antwoord.
story-thanks =
    Je verhaal is binnen. Het is nummer { $number }.
    Iemand leest het, en je hoort uiterlijk { $day } wat ermee gebeurt. Hier, in deze chat.
story-thanks-stopped =
    Je verhaal is binnen. Het is nummer { $number }.
    Iemand leest het. Vóór { $day } is er antwoord.
