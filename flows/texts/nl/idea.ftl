idea-ask =
    Wat is jouw idee? Een of twee zinnen is genoeg.
    Anderen gaan het lezen en erop stemmen. Je naam staat er niet bij.
idea-thanks =
    Je idee is binnen. Het is nummer { $number }.
    Iemand leest het, en je hoort uiterlijk { $day } wat ermee gebeurt.
idea-thanks-stopped =
    Je idee is binnen. Het is nummer { $number }.
    Iemand leest het. Vóór { $day } is er antwoord.
