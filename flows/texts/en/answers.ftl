## Answers that fit many questions. What people also type stands after .also, with semicolons between.

yes = Yes
    .also =
        y; yes please; yeah; yea; yess; yep; yup; ok; okay; sure; sure thing; fine; thats fine; thats ok;
        thats okay; all right; alright; go ahead; of course; yes of course; certainly; absolutely; definitely;
        agree; agreed; i agree; correct; thats correct; thats right; true; no problem; no worries;
        no objection; no objections; i dont mind; dont mind; i do not mind; sounds good; good; great; i do;
        do it; please do; gladly; count me in
no = No
    .also =
        n; no thanks; no thank you; no no; nope; nah; no way; not really; rather not; id rather not;
        i would rather not; prefer not; prefer not to; i prefer not to; not now; not for me; never; disagree;
        i disagree; not agree; i dont agree; i do not agree; not true; definitely not; absolutely not;
        of course not; certainly not; please dont; please do not; dont; do not; i dont; i do not; dont do it;
        no need
done = Done
    .also = im done; i am done; thats all; that was all; thats it; that is all; finished; ready; next; continue
none = None of these
    .also = none; none of them; none of those; none of the above; neither; nothing; nothing at all

## Words that the readers know. These texts are shown nowhere.

words-all = all
    .also = everything; all of them; all of these; all of the above; all please; everything please; all options
words-both = both
    .also = both of them; both please; the both
words-doubt = maybe
    .also =
        perhaps; possibly; but; know; dont know; do not know; not sure; unsure; no idea; no opinion; depends;
        it depends; if; unless; except; only; first; though; however; sometimes; might; what; why; how; who;
        when; which; where; think; guess; suppose; understand; never mind; later; whatever; stop; quit;
        cancel; no one; nobody; hmm; er; um
words-not = not
    .also = dont; never; cannot; cant; wont; nothing
words-opening = yes
    .also = yeah; yep; yup; no; nope; nah
words-filler = please
    .also =
        thanks; thank you; thx; i; im; id; ill; me; my; we; you; it; its; that; thats; this; these; the; a;
        is; am; are; be; was; to; for; with; do; would; will; like; want; take; choose; pick; go; go for;
        go with; have; so; well; oh; hi; hello; hey; really; just; very; now; then; too; also; rather; prefer;
        sorry; haha; option; number; choice; answer; button

## When an answer was not understood.

answer-empty = I see no words in your message. Could you type your answer again?
answer-too-short = That is very short. Could you write a little more about it?
answer-too-long =
    That is too long: { $length } characters. There is room for { $most }.
    Could you make it shorter?
answer-yes-no =
    I am not sure what you mean. { $options ->
        [numbered] Type the number, or type “yes” or “no”.
       *[shown] Press a button, or type “yes” or “no”.
    }
answer-only =
    I do not understand that. { $options ->
        [numbered] Type “{ $only }”, or its number.
       *[shown] Press “{ $only }”, or type that.
    }
answer-one-of =
    I am not sure which one you mean. { $options ->
        [numbered] Type its number or its words.
       *[shown] Press a button, or type its words.
    }
answer-several-of =
    I am not sure which ones you mean.
    { $options ->
        [numbered] Type the numbers, such as “1 and 3”.
       *[shown] Press one or more buttons, or type their words.
    }
answer-more =
    { $least ->
        [one] Please choose at least one.
       *[other] Please choose at least { $least }.
    }
answer-fewer =
    { $most ->
        [one] You can choose one. Take another one away first.
       *[other] You can choose { $most }. Take another one away first.
    }
answer-number = I am looking for one whole number, from { $least } to { $most }. Type “{ $least }”, for example.
answer-number-bounds = That number does not fit here. Choose a number from { $least } to { $most }.
answer-day = Which day do you mean? Type “3 March”, “tomorrow” or “next Friday”, for example.
answer-day-past = That day has passed. Choose a day from { $earliest } on.
answer-day-early = That day is too early. Choose a day from { $earliest } on.
answer-day-late = That day is too late. Choose a day up to { $latest }.
answer-place = I cannot find that place. Could you type the name of the place or the street?
answer-kind =
    { $sent ->
        [text] You cannot type an answer to this question.
        [voice] I cannot use a voice message here.
        [photo] I cannot use a photo here.
        [place] I cannot use a place on the map here.
       *[other] I cannot open this kind of file.
    } { $wanted ->
        [voice] Could you say your answer in a voice message?
        [photo] Could you send a photo?
        [voice-photo] Could you send a voice message or a photo?
        [text-voice] Type your answer, or say it in a voice message.
        [text-photo] Type your answer, or send a photo.
        [text-voice-photo] Type your answer, say it in a voice message or send a photo.
        [place] Type the name of the place, or send it from the map.
       *[text] Could you type your answer?
    }
answer-gone = That button does not belong to this question. Here is the question again.
