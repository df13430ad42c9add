step-open-already = This step is open already.
step-not-open = This step is not open.
step-holds = Not yet: contributions in this step wait for an answer ({ $count }). They are number { $numbers }. Answer them first, or close it with a reason.
step-reason-long = Keep the reason shorter than { $most } characters.
step-undo-too-late = An opening can be undone until a minute after it. The step can be closed.
step-no-day = Fill in a day, or leave the field empty.
step-days-in-order = The last day cannot come before the first.
step-day-over = That day is over. Choose a day that is still to come.
step-was-open = This step has been open before. Open it by hand.
desk-room-steps = Steps
desk-steps-intro = Open a step, and everyone who takes part gets one message: what the last step brought, and what can be done now. A step closes only when everything that came in during it has an answer.
desk-steps-notice-open = The step “{ $step }” is open. In a minute everyone hears of it. Until then you can undo it.
desk-steps-notice-close = The step “{ $step }” is closed.
desk-steps-notice-undo = The step “{ $step }” is as it was. Nobody was told.
desk-steps-notice-plan = The days of the step “{ $step }” are kept.
desk-step-planned = to come
desk-step-open = open
desk-step-closed = closed
desk-step-opened-at = Open since { $moment }.
desk-step-was-open = Was open from { $moment } until { $until }.
desk-step-opens-on = Opens on { $day }.
desk-step-closes-on = Last day: { $day }.
desk-step-no-day = There is no day yet.
desk-step-waiting =
    { $count ->
        [one] 1 contribution in this step waits for an answer: number
       *[other] { $count } contributions in this step wait for an answer: number
    }
desk-step-overdue = Its last day is over. The step closes by itself once nothing waits.
desk-step-undo-hint =
    { $count ->
        [one] For 1 more second nobody knows.
       *[other] For { $count } more seconds nobody knows.
    }
desk-step-undo = Do not open it after all
desk-step-override = Reason to close it all the same
desk-step-override-hint = This goes on record. Who still waits is owed an answer all the same.
desk-step-close = Close this step
desk-step-open-now = Open this step now
desk-step-open-again = Open this step again
desk-step-days = Days
desk-step-opens = Opens on
desk-step-closes = Last day
desk-step-keep-days = Keep the days
