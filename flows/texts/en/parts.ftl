part-added = The municipality adds this itself, because: { $reason }
part-both =
    { $added }
    { $changed }
part-changed = This is version { $version }. Changed because: { $reason }

concept-none = There is no concept yet. You hear it here when there is.
concept-intro =
    { $parts ->
        [one] The concept has one part.
       *[other] The concept has { $parts } parts.
    } { $sources ->
        [0] { "" }
        [one] It comes from one thing that people said.
       *[other] It comes from { $sources } things that people said and chose.
    }
concept-part =
    { $title }
    { $body }
    { $notes }
    { $said ->
        [0] { "" }
        [one] One person wants to change something here.
       *[other] { $said } people want to change something here.
    }
concept-yes = Good like this
    .also = yes; good; fine; agree
concept-change = Change something
    .also = different; change; no
concept-pass = I do not know
    .also = skip; no idea; next
concept-change-what = What would you change about “{ $title }”? One thing is enough.
concept-others = { $agree } of the { $people } others think “{ $title }” is good like this.
concept-given =
    { $count ->
        [one] We have your proposal. You will hear whether we use it, and why.
       *[other] We have your { $count } proposals. Of each you will hear whether we use it, and why.
    }
concept-end = Thank you. What you think counts.
concept-all-seen = You have seen everything. When there is a new version, you will hear.

plan-cards-none = There is no plan yet. You hear it here when there is.
plan-cards-intro =
    { $parts ->
        [one] The plan has one part.
       *[other] The plan has { $parts } parts.
    } { $sources ->
        [0] { "" }
        [one] It comes from one thing that people said.
       *[other] It comes from { $sources } things that people said and chose.
    }
plan-cards-part =
    { $title }
    { $body }
    { $notes }
    { $said ->
        [0] { "" }
        [one] One person put a dot on the i here.
       *[other] { $said } people put a dot on the i here.
    }
plan-cards-yes = I support this
    .also = yes; good; fine; agree
plan-cards-change = A dot on the i
    .also = dot; different; change
plan-cards-pass = I do not know
    .also = skip; no idea; next
plan-cards-change-what = Which dot is still missing on the i of “{ $title }”?
plan-cards-others = { $agree } of the { $people } others support “{ $title }”.
plan-cards-given =
    { $count ->
        [one] We have your dot on the i. You will hear what we do with it, and why.
       *[other] We have your { $count } dots. Of each you will hear what we do with it, and why.
    }
plan-cards-end = Thank you. What you think counts.
plan-cards-all-seen = You have seen the whole plan. When something changes, you will hear.

realisation-intro =
    What do we want? That is now in { $parts ->
        [0] the concept.
        [one] one part.
       *[other] { $parts } parts.
    }
    Now the question: how do we get it done?
realisation-so-far = So far: { $need } times “needed”, { $obstacle } times “in the way” and { $offer } times “I help”.
realisation-which = What is it about?
realisation-whole = All of it
realisation-what = What would you like to say?
realisation-need = This is needed
    .also = needed; need
realisation-obstacle = This stands in the way
    .also = in the way; obstacle
realisation-offer = I can do this
    .also = i help; help
realisation-words = { $what }
realisation-ask-need = What is needed? Think of people, money, a place or a rule.
realisation-ask-obstacle = What stands in the way?
realisation-ask-offer = What could you do, or bring?
realisation-thanks-need = Good that you say so. It is number { $number }. By { $day } you will hear what happens with it.
realisation-thanks-need-stopped = Good that you say so. It is number { $number }. By { $day } there is an answer.
realisation-thanks-obstacle = Good that we know. It is number { $number }. By { $day } you will hear whether it can be done, and why.
realisation-thanks-obstacle-stopped = Good that we know. It is number { $number }. By { $day } there is an answer.
realisation-thanks-offer = How good that you want to do that. It is number { $number }. By { $day } you will hear from us.
realisation-thanks-offer-stopped = How good that you want to do that. It is number { $number }. By { $day } there is an answer.
action-realisation-again = Say something more
asks-concept = You can now say what you think of the concept, part by part. It takes two minutes.
asks-realisation = Now we think together: how do we get it done? Say what is needed, or what you could do.
asks-plan-cards = There is a plan. You can now say whether you support it.
