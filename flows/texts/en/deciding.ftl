answer-publish =
    News about your { $kind } { $number }.
    { $sentence }
answer-decline =
    News about your { $kind } { $number }. We do not use it.
    { $sentence }
answer-ask-back =
    A question about your { $kind } { $number }.
    { $sentence }
answer-undone = We are taking another look at your { $kind } { $number }. You will hear when we are done.
answer-standard-publish = Thank you. A person has read it, and we take it along.
answer-standard-publish-commitment = Thank you. Everyone can see your promise now.
answer-standard-publish-reply = Thank you. A person read it. Others can read your reply now.
answer-standard-publish-meaning = Thank you. A person read it. We lay your words beside those of others.
answer-standard-ask-back = Can you tell us a little more?
answer-standard-decline = Thank you for telling us. We cannot use it here.
decide-gone = This contribution is no longer there.
decide-already =
    { $name } was here before you: { $act ->
        [publish] it is published.
        [decline] it is declined.
        [ask_back] something was asked back.
       *[other] it was handled already.
    }
decide-reason-unknown = Choose a reason from the list.
decide-question-missing = Write your question first.
undo-nothing = There is nothing to undo.
undo-too-late = You can undo a decision for one minute.
undo-used = Something was made of it already. Undo that first.
