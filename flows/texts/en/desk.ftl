page-skip = To the content
page-sample = This is an example. The people, the places and the stories are made up.
span-ago-minutes =
    { $count ->
        [0] just now
        [one] 1 minute ago
       *[other] { $count } minutes ago
    }
span-ago-hours =
    { $count ->
        [one] 1 hour ago
       *[other] { $count } hours ago
    }
span-ago-days =
    { $count ->
        [one] 1 day ago
       *[other] { $count } days ago
    }
span-late-minutes =
    { $count ->
        [0] just late
        [one] 1 minute late
       *[other] { $count } minutes late
    }
span-late-hours =
    { $count ->
        [one] 1 hour late
       *[other] { $count } hours late
    }
span-late-days =
    { $count ->
        [one] 1 day late
       *[other] { $count } days late
    }
span-average-minutes =
    { $count ->
        [0] answered within a minute on average
        [one] answered after 1 minute on average
       *[other] answered after { $count } minutes on average
    }
span-average-hours =
    { $count ->
        [one] answered after 1 hour on average
       *[other] answered after { $count } hours on average
    }
span-average-days =
    { $count ->
        [one] answered after 1 day on average
       *[other] answered after { $count } days on average
    }

## Signing in

desk-name = Desk
desk-sign-in-title = Welcome, { $name }
desk-sign-in-text = Press the button to sign in. This link works once. After that you stay signed in for twelve hours.
desk-sign-in-button = Go to the desk
desk-signed-out-title = You are signed out
desk-signed-out-text = See you next time. For a new link, ask a colleague who manages the desk.
desk-sign-out = Sign out
desk-language = Language of the desk
desk-you = { $name }, { $role }
desk-rank-moderator = moderator
desk-rank-organiser = organiser
desk-rank-admin = admin
desk-nobody-yet = nobody yet: make someone with that role with “samenspraak moderator add”

## Instead of a page

turned-back = Back to the start
turned-typed = This is what you wrote. You can copy it.
turned-again = Try again
turned-signed-out-title = Sign in first
turned-signed-out = This page belongs to the desk. Ask a colleague who manages the desk for a link. They make one with the command “samenspraak moderator add”.
turned-link-over-title = This link no longer works
turned-link-over = A link works once, and for a quarter of an hour. Ask a colleague who manages the desk for a new one. They make one with the command “samenspraak moderator add”.
turned-role-title = This is for another role
turned-role = Your role does not allow this. Ask: { $who }.
turned-stale-form-title = This page was too old
turned-stale-form = Nothing happened. Open the page again and try once more.
turned-other-site-title = This came from another website
turned-other-site = Nothing happened. Do this from the page of the desk itself.
turned-not-a-form-title = We could not read this
turned-not-a-form = Nothing happened. Open the page again and try once more.
turned-too-much-title = This is too much text
turned-too-much = Nothing happened. Make your text shorter and try once more.
turned-too-often-title = Please wait a moment
turned-too-often =
    There were too many attempts to sign in from here. { $minutes ->
        [one] Try again in a minute.
       *[other] Try again in { $minutes } minutes.
    }
turned-away-title = We cannot reach the data right now
turned-away = It is out of reach for a moment. Try again in half a minute.
turned-broken-title = We could not do this
turned-broken = Something went wrong on our side. It is not your fault. Please try again in a minute.
turned-gone-title = This page is not here
turned-gone = Perhaps the address is not right, or the page was taken away.
turned-gone-item-title = This contribution is not here
turned-gone-item = Perhaps the number is not right, or the writer took the contribution away.

## Rooms

desk-room-overview = All trajectories
desk-room-queue = Queue
desk-room-reasons = Reasons
desk-room-sending = Sending
desk-rooms = Rooms of the desk
desk-public = Public page
desk-overview-intro = Here you see where something waits for an answer.
desk-overview-empty = There is no trajectory yet. Make one with “samenspraak trajectory new”.
desk-overview-waiting =
    { $count ->
        [0] Nothing waits. Everything has an answer.
        [one] 1 contribution waits for an answer
       *[other] { $count } contributions wait for an answer
    }
desk-late-count = { $count } late
desk-to-queue = To the queue

## Queue

desk-waiting-count =
    { $count ->
        [0] nothing waits
        [one] 1 waits
       *[other] { $count } wait
    }
desk-filter = Filter
desk-filter-kind = Kind
desk-filter-state = State
desk-filter-language = Language
desk-filter-all = all
desk-filter-show = Show
desk-filter-clear = Clear filter
desk-kind-story = Story
desk-kind-idea = Idea
desk-kind-remark = Remark
desk-kind-call_back = Question to a person
desk-kind-meaning = Comparison
desk-kind-reply = Reply
desk-kind-proposal = Proposed change
desk-kind-need = What is needed
desk-kind-obstacle = What stands in the way
desk-kind-offer = Offer
desk-kind-dot = Dot on the i
desk-kind-commitment = Commitment
desk-kind-network = Group or place
desk-state-waiting = waits for an answer
desk-state-late = overdue
desk-state-asked_back = asked back
desk-state-published = published
desk-state-declined = declined
desk-state-withdrawn = withdrawn
desk-state-replaced = became something newer
desk-today = today
desk-list = List of contributions
desk-list-next = Next page
desk-list-first = Back to the start of the list
desk-to-list = Back to the list
desk-empty-title = Everything has an answer
desk-empty-text = Nobody is waiting for you. A good moment for coffee.
desk-empty-sieve = Nothing fits this filter.
desk-voice = voice
desk-voice-length = voice, { $length }
desk-photo = photo
desk-role-lives = lives here
desk-role-uses = uses this help
desk-role-works = works here
desk-role-other = is involved in another way
desk-role-unsaid = did not say a role
desk-channel-web = web chat
desk-channel-telegram = Telegram
desk-channel-terminal = terminal
desk-channel-desk = desk
desk-via = through { $network }
desk-network-none = without a network
desk-may-show = may be shown
desk-may-not-show = do not show
desk-not-shown-hint = The writer does not want this shown. It counts, but nobody else gets to read it.
desk-sample = example
desk-warning-phone = phone number
desk-warning-email = e-mail address
desk-warning-address = address
desk-warning-bsn = citizen service number
desk-warnings-hint = Mind: this has someone's personal data in it. If you publish it, anyone can read that.
desk-in-language = written in: { $language }
desk-voice-label = Voice message of { $kind } { $number }
desk-photo-label = Photo with { $kind } { $number }
desk-file-noted = The file is still being fetched.
desk-file-refused = The file was too large, or of a kind that we do not show.
desk-file-lost = The file can no longer be fetched.
desk-no-words = Without words.
desk-forgotten = The writer had this erased. There is nothing left to read, and nothing left to do.
desk-forgotten-short = The writer had this erased
desk-history = What happened to it
desk-event-given = Sent in
desk-event-publish = Published
desk-event-decline = Declined
desk-event-ask_back = Asked back
desk-event-added = Answer of the writer
desk-event-added-file = A file, see above.
desk-event-undone = undone
desk-event-by = by { $name }
desk-event-reason = reason: { $reason }

## Decisions

desk-act-publish = Publish
desk-act-handle = Mark as handled
desk-act-ask_back = Ask back
desk-act-decline = Decline
desk-answer = Answer that goes with it
desk-answer-edit = edit
desk-answer-label = Your answer to the writer
desk-answer-language = The writer reads { $language }.
desk-hears-stopped = The writer wants no more messages. What you write here does not go to the chat. The writer can read it under “my contributions”.
desk-hears-blocked = The writer can no longer be reached. What you write here is kept all the same.
desk-hears-unknown = We do not know who wrote this. Nobody gets to read what you write here. It is kept all the same.
desk-ask-label = What do you want to know from the writer?
desk-ask-hint = The question goes to the chat. The answer comes back here.
desk-ask-send = Send the question
desk-reason-legend = Why?
desk-decline-label = Your sentence to the writer
desk-decline-hint = If you leave this empty, the sentence of the reason goes.
desk-decline-send = Decline and send the sentence
desk-no-reasons = There are no reasons in the list yet. Ask the organiser to make one.
desk-previous = Previous
desk-next = Next
desk-sentence-too-long = This sentence is too long. Keep it under { $most } characters.
desk-done =
    { $act ->
        [publish] { $kind } { $number } is { $handled ->
            [yes] handled
           *[no] published
        }.
        [decline] { $kind } { $number } is declined.
       *[other] Something was asked about { $kind } { $number }.
    }
desk-done-untold-stopped = The writer wants no more messages and reads it under “my contributions”.
desk-done-untold-blocked = The writer cannot be reached and gets no message.
desk-done-untold-unknown = We do not know who wrote this. Nobody gets a message.
desk-undo = Undo
desk-undo-over = This can no longer be undone: the minute is over.
desk-changed =
    Nothing happened. { $now ->
        [publish] Meanwhile this was published by { $who }.
        [decline] Meanwhile this was declined by { $who }.
        [ask_back] Meanwhile { $who } asked the writer something.
        [added] Meanwhile the writer answered.
        [undone] Meanwhile the decision about this was taken back.
        [forgotten] Meanwhile the writer had this erased.
        [withdrawn] Meanwhile the writer took this back.
       *[other] Meanwhile this has changed.
    } Below you see how it is now.
desk-somebody = a colleague
desk-undone = { $kind } { $number } is back in the queue.
desk-handled =
    { $act ->
        [publish] This was published already.
        [decline] This was declined already.
       *[other] This was handled already.
    }
desk-keys = Keys
desk-keys-hint = These keys work while you are not typing.
desk-keys-publish = publish or mark as handled
desk-keys-ask_back = ask back
desk-keys-decline = decline
desk-keys-next = next
desk-keys-previous = previous
desk-keys-undo = undo
desk-keys-help = this explanation
desk-keys-on = Use the keys

## Reasons

desk-reasons-intro = A moderator chooses from these reasons when declining. The sentence goes to the writer, in the language the writer chose.
desk-reasons-add = Add a reason
desk-reasons-change = Change
desk-reasons-save = Save
desk-reasons-remove = Remove
desk-reasons-empty = There are no reasons in the list yet.
desk-reason-label = Name in the list, in { $language }
desk-reason-sentence = Sentence for the writer, in { $language }
desk-reasons-notice-added = The reason is in the list.
desk-reasons-notice-changed = The reason was changed.
desk-reasons-notice-removed = The reason was removed. What was declined with it stays as it was.
desk-reasons-notice-kept = This reason stays: the list may not be empty.
desk-reasons-notice-full = The list is full. Remove a reason first.
desk-reasons-notice-missing = This reason had been removed already.
desk-reasons-wrong = Something is not right. See the fields below.
desk-label-missing = Write a short name here.
desk-label-long = Keep the name under 80 characters.
desk-sentence-missing = Write the sentence that goes with it here.
desk-sentence-long = Keep the sentence under 600 characters.

## Sending

desk-sending-intro = What did not leave at once, and why. You see numbers, never for whom it was.
desk-sending-ready =
    { $count ->
        [0] Nothing is waiting to be sent.
        [one] 1 message is ready to be sent.
       *[other] { $count } messages are ready to be sent.
    }
desk-sending-held = Still waiting
desk-sending-held-none = No message is held back.
desk-sending-first = The first leaves { $moment }.
desk-sending-last = Last time { $moment }.
desk-sending-dropped = Did not leave
desk-sending-dropped-since = The last { $days } days. Answers always stand in “my contributions” too.
desk-sending-dropped-none = Everything left.
desk-sending-aside = Set aside
desk-sending-aside-hint = Messages of residents, in all trajectories together, that could not be handled in five tries. The resident got a kind sentence. An admin can see in the log what went wrong.
desk-sending-aside-none = All messages of residents were handled.
desk-message-reply = reply in the conversation
desk-message-answer = answer to a contribution
desk-message-check_in = check-in
desk-message-nudge = nudge
desk-message-opening = message about a new step
desk-message-broadcast = broadcast
reason-blocked = the chat is blocked
reason-expired = it was no longer in time
reason-stopped = the resident stopped
reason-paused = the resident asked for a pause
reason-opted_out = the resident wants no messages unasked
reason-budget = the number of messages a week is used up
reason-quiet_hours = it is night or early in the morning
reason-window = too long since the resident wrote
reason-channel_off = the channel “{ $channel }” is off; this leaves once it is on
reason-overtaken = the news was overtaken: the step is closed again
reason-unlinked = the resident unlinked this chat
reason-undone = the decision was undone
reason-withdrawn = its author took it back
reason-in_order = an earlier message to the same chat goes first
reason-unreachable = the messenger cannot be reached for a moment
reason-too_fast = the messenger asks us to wait
reason-credentials = the messenger does not know our key
reason-telegram_400 = Telegram did not want this message
reason-unsealable = the message can no longer be opened
reason-failed = sending it failed through a mistake of ours
reason-other = another reason ({ $reason })
