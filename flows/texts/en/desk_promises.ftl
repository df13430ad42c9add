desk-room-promises = Promises
desk-promises-intro = What residents and the municipality promise, with the day. All that stands here is public.
desk-promises-open = Still to be done
desk-promises-open-none = No promise is open now.
desk-promises-settled = Settled
desk-promises-older = Older promises
desk-promises-add = Add a promise of the municipality
desk-promises-no-parts = The municipality promises something for a part of the plan. There is no part of the plan yet.
desk-promises-notice-made = The promise stands, for everyone. Those concerned will hear.
desk-promises-notice-progress = It is noted. Those concerned will hear.
desk-promises-notice-take = The promise is the municipality's now. Who promised it and who joined will hear.
desk-promises-notice-refuse = Who asked will hear why it cannot be.
desk-promise-number = promise { $number }
desk-promise-gone = The words were taken out.
desk-promise-late = late
desk-promise-joined =
    { $count ->
        [one] 1 other joins
       *[other] { $count } others join
    }
desk-promise-part = For which part of the plan?
desk-promise-title = What does the municipality promise? ({ $language })
desk-promise-reason = Why? ({ $language })
desk-promise-day = By
desk-promise-new-day = Only needed for a new day.
desk-promise-make = Promise
desk-promise-progress = Say how it goes
desk-promise-outcome = How is it going?
desk-promise-outcome-done = It is done
desk-promise-outcome-later = It gets a new day
desk-promise-outcome-broken = It will not be done
desk-promise-words = What was done, or why not? ({ $language })
desk-promise-note = Note
desk-promise-offered = Who promised this asks whether the municipality takes it over.
desk-promise-take = Take over
desk-promise-refuse = Do not take over
desk-promise-sentence = Why not? Who asked reads this.
promise-part-missing = Choose a part of the plan.
promise-day-missing = Fill in the day.
promise-day-past = Choose a day from tomorrow on.
promise-day-far = Choose a day within two years.
promise-words-missing = Fill in the words in each language.
promise-words-long = Keep it shorter, { $most } characters at the most.
promise-outcome-missing = Choose how it goes.
promise-not-offered = This is not asked any more.
promise-settled = This promise is settled already.
desk-thing-promise = Promise under the name: { $who }. By { $day }.
desk-thing-condition =
    { $needs ->
        [one] Only if 1 other joins, until { $until }.
       *[other] Only if { $needs } others join, until { $until }.
    }
promise-reason-missing = Write down why.
