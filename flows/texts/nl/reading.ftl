asks-reading = Nu kun je verhalen van anderen lezen. Zeg erbij of je het herkent.
action-reading = Verhalen van anderen lezen
    .also = lezen
reading-intro =
    { $stories ->
        [one] Er is één verhaal van iemand anders.
       *[other] Er zijn { $stories } verhalen van anderen. Je krijgt er hooguit drie tegelijk.
    }
    Herken je wat er staat? Zo zien we wat veel mensen meemaken.
reading-card =
    Verhaal { $number }
    { $words }
reading-agree = Dat herken ik
    .also = herken ik; ik herken het; dat herken ik ook; herkenbaar; ken ik; ja; 👍
reading-disagree = Dat ken ik niet
    .also = ken ik niet; herken ik niet; dat herken ik niet; niet herkenbaar; nee; 👎
reading-pass = Volgende
    .also = sla over; overslaan; weet niet; weet ik niet; geen idee
reading-others =
    { $part ->
        [0] Verhaal { $number }: van { $people } anderen herkent niemand dit.
        [one] Verhaal { $number }: één van { $people } anderen herkent dit.
       *[other] Verhaal { $number }: { $part } van { $people } anderen herkennen dit.
    }
reading-others-few =
    { $count ->
        [one] Bij één verhaal lazen nog te weinig mensen mee. Daar zeggen we nog niet hoeveel anderen het herkennen.
       *[other] Bij { $count } verhalen lazen nog te weinig mensen mee. Daar zeggen we nog niet hoeveel anderen ze herkennen.
    }
reading-ways-on = Wil je iemand iets terugzeggen? Of zelf iets vertellen?
reading-more = Nog drie verhalen?
reading-more-yes = Ja, nog drie
    .also = ja; ja graag; nog drie; graag
reading-more-no = Nee, genoeg
    .also = nee; genoeg; klaar; nee dank je
reading-thanks = Dank je. Wat je herkent, telt mee.
reading-none-left =
    Dit waren alle verhalen die er nu voor jou zijn.
    Wil je iemand iets terugzeggen? Of zelf iets vertellen?
reading-none-new = Je las alle verhalen die er nu zijn. Komt er een bij? Dan kun je het hier lezen.
reading-nothing-yet = Er zijn nog geen verhalen van anderen. Vertel je er zelf een?
reading-closed = Verhalen lezen kan nu even niet. Wat je zei, blijft staan.
