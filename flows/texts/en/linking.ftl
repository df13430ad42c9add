action-linking = Link an app
    .also = link
keyword-linking = link
    .also = link an app; linking; i have a code
keyword-unlinking = unlink
    .also = unlink an app
settings-linking = Take part in another app too
    .also = another app; link
settings-unlinking = Unlink an app
    .also = unlink
linking-way =
    You can take part in two apps. You stay one person, with one vote.
    What would you like?
linking-way-give = Get a code here
    .also = get a code; code; a code
linking-way-have = I have a code already
    .also = i have a code; type a code
linking-way-nothing = Nothing
    .also = back; never mind
linking-how =
    Open the other app. Begin the conversation with us there.
    { $links }
    Type this there:
linking-type-this = link { $code }
linking-then =
    The code works for 10 minutes. After that we ask here whether it was you.
    Give the code to nobody.
linking-code = Type the code that you got in your other app.
linking-another-app = another app
linking-asked = Thank you. Now go to the app where you got the code. We ask there whether it is you.
linking-wrong =
    That code is not right. Have another look. { $left ->
        [0] You can try again in an hour.
        [one] You can try one more time.
       *[other] You can try { $left } more times.
    }
linking-no-code = That is not a code. A code has 8 letters and digits, such as K7MP-4QXD.
linking-expired = This code is too old. A code works for 10 minutes. Type “link” in your other app for a new one.
linking-used = This code was used already. Type “link” in your other app for a new one.
linking-own = This code was made in this conversation. Type it in your other app.
linking-linked = This app is linked already.
linking-elsewhere = This code belongs to something else that you take part in. Open that conversation, and type the code there.
linking-worn = This code was tried too often. Type “link” in your other app for a new one.
linking-too-often = You tried too often. You can try again in an hour.
linking-confirm =
    Someone typed your code in { $channel }. Was that you?
    Only say yes if you did it yourself. After that, that app shows what you gave here as well.
linking-yes = Yes, that was me
linking-no = No, that was not me
linking-done =
    Linked. You take part in both apps as one person now, with one vote.
    News comes in the app that you used last. Stopping holds for both.
linking-done-stopped =
    Linked. You take part in both apps as one person now, with one vote.
    In one of the two you had turned messages off. That now holds for both. Type “start” if you want them again.
linking-done-there =
    Linked. You take part here too now, as the same person, with one vote.
    News comes in the app that you used last. Stopping holds for both.
linking-refused = All right. Nothing was linked, and the code does not work any more. Give a code to nobody.
linking-refused-there = The other app said no. Nothing was linked.
linking-too-late = That was too late: nothing was linked. Type “link” for a new code.
linking-too-late-there = The answer in the other app came too late. Nothing was linked.
linking-nothing = There is nothing to link right now.
unlinking-which = Which app do you want to unlink? What you gave stays here.
unlinking-done = Unlinked. What you gave is here.
unlinking-nothing = There is no other app to unlink.
unlinking-there = This app is unlinked. You can read what you gave in your other app.
unlinking-app = { $channel }, last used on { $day }
