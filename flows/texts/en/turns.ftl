turn-question-changed = This question has just changed. Would you answer once more?
turn-question-changed-use = This question has just changed. You sent: “{ $words }”
turn-question-changed-kept =
    This question has just changed. I have kept what you sent for a person who reads along.
    Would you answer once more?
action-use = That is my answer
turn-script-gone = What you were doing is no longer there. We kept nothing of it.
turn-let-go = We threw away what you were telling just now.
turn-stale = That question has passed.
turn-unknown-button = I do not know that button any more.
turn-nothing-open = There is nothing to take part in right now. Please try again later.
turn-which-trajectory = What would you like to take part in? Choose below.
turn-nothing-to-resume = Nothing is open.
turn-offer-person = Is it not working? Someone can help you.
turn-words-kept = I did keep what you wrote, for a person who reads along.
turn-remark-came = I will see if I can open this. If I can, I keep it for a person who reads along.
turn-late-words = This message came in later than your next one. I have kept it for a person who reads along.
turn-edit-done = I have changed your answer.
turn-edit-too-late = This was sent already, so it cannot be changed in the chat. Do tell us what should be different.
turn-unreadable = I cannot read this kind of message. You can type, speak or send a photo.
turn-too-large-here = This file is too large.
turn-unreadable-here = I cannot read this kind of message.
turn-wrong-type-here = I cannot open this file.
turn-too-large = This file is too large. Please send a smaller one, of 20 MB at most.
turn-wrong-type = I cannot open this file. Please send a photo or a voice message.
turn-expired = Last time you stopped halfway. We threw that away, nothing of it was kept.
turn-begins-anew = You had not finished last time. We begin again.
turn-before-consent = I have not kept that. First we ask a few short questions. After that you can tell your story.
turn-group = Hello! You take part with me alone, not in a group. { $link }
turn-set-aside = Something went wrong on our side. Your message is kept, and a person will look at it.
turn-had-stopped =
    You turned messages off, so we do not write of our own accord.
    You can read our answer under “my contributions”. Would you like messages again?
media-lost = We could not get your file. Would you send it again?
media-too-large = Your file is too large. Would you send a smaller one?
media-wrong-type = I cannot open your file. Please send an ordinary photo or a voice message.
media-too-many-pixels = Your photo is too large. Would you send a smaller one?
media-too-long = Your message is too long. Would you tell it in ten minutes or less?
media-damaged = Your file is damaged. Would you send it again?
media-remark = What you just sent could not be opened. It is not kept.
nudge-unfinished =
    You had begun, but not finished. Would you like to go on?
    If you do nothing, we throw it away. We will not remind you of it again.
turn-not-now = That is not possible right now. The menu shows what is.
turn-other-languages = That language is not possible here. These are: { $languages }.
turn-language-now = We go on in English.
turn-or-choose = Or choose below:
turn-first-this = You can do that in a moment. First a few short questions.
turn-words-later = First a few short questions. We do not keep what you type now.
turn-not-kept = I keep nothing of what you write. Would you like to take part after all?
