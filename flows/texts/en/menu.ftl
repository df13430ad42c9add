menu = What would you like to do?
action-menu = Menu
action-first-tap = What matters to you?
action-story = Tell a story
    .also = story
action-concept = See the concept
    .also = concept
action-realisation = How do we get it done?
    .also = needed; help
action-plan-cards = See the plan
    .also = plan
action-idea = Give an idea
    .also = idea
action-meeting = Meetings
    .also = meeting
action-door = I am there
action-meaning = Compare stories
    .also = compare
action-catch-up = Where are we?
action-vote-cards = Vote on ideas
    .also = vote
action-scenarios = Choose between scenarios
    .also = scenario; scenarios; choose
action-mine = My contributions
    .also = mine
action-person = Talk to a person
    .also = person; call me
action-settings = Settings
action-privacy = Privacy
action-stop = Stop
    .also = quit
action-resume = Go on where I was
    .also = go on
action-back = Take part again
    .also = again; yes
action-my-data = Everything about me
action-leave = Leave, what I gave stays
    .also = leave
action-forget = Forget me
action-answer = Give an answer
    .also = answer
keyword-menu = menu
    .also =
        help; options; choices; main menu; the menu; to the menu; see the menu; show the menu;
        show me the menu; where is the menu; back; go back; back to the menu; what can i do;
        what can i do here; what now; and now; what do i do; what do i do now; what should i do;
        how does this work; how does it work
keyword-back = start
    .also = take part again; take part after all; unstop; messages on
keyword-stop = stop
    .also =
        unsubscribe; unsubscribe me; opt out; quit; end; cancel; stop it; stop this; stop that; i stop;
        i quit; this to stop; you to stop; how do i stop; how do i stop this; how can i stop;
        how can i unsubscribe; no stop; stop messaging me; stop writing to me; stop sending messages;
        stop sending me messages; i dont want this anymore; i dont want this any more;
        i do not want this any more; i dont want to anymore; i dont want to any more;
        i dont want to take part; i do not want to take part; i dont want to take part any more;
        leave me alone; leave us alone; no messages; no more messages; i dont want messages;
        i dont want any messages; i dont want any more messages; dont message me; do not message me;
        dont write to me; do not write to me; ive had enough; i have had enough; go away; sign me off
keyword-meeting = meeting
    .also = meetings; when is the meeting
keyword-door = door
    .also = i am here; i am there; at the door
keyword-catch-up = where are we
    .also = how far are we; what has been done; what was done so far; state of play
keyword-mine = my contributions
    .also =
        mine; my story; my stories; my idea; my ideas; what did i give; what did i tell; where is my story;
        where is my idea; what happens with my story; what happens with my idea; what happened to my story;
        what happened to my idea; any news; is there any news
keyword-person = person
    .also =
        a person; real person; a real person; human; a human; call me; call me back; be called;
        to be called; phone number; what is the phone number; can someone call me; talk to a person;
        talk to someone; talk to a human; speak to a person; speak to someone; speak with someone;
        talk with someone; help me; can someone help me; can anyone help me; who can help me; i need help
keyword-settings = settings
    .also =
        pause; a break; language; another language; in another language; fewer messages; less messages;
        less often; more often
keyword-privacy = privacy
    .also =
        my privacy; what do you keep; is this anonymous; am i anonymous; who reads this; who reads along
keyword-my-data = everything about me
    .also = all about me; what do you know about me; my data; download my data
keyword-leave = leave
    .also = i am leaving; i want to leave
keyword-forget = forget me
    .also =
        be forgotten; to be forgotten; you to forget me; delete me; delete everything; delete my data;
        erase me; erase everything; erase my data; remove me; remove my data
keyword-first-tap = what matters to me
    .also = first choice; my choice
keyword-story = story
    .also =
        tell a story; another story; tell another story; one more story; i have a story;
        i have another story; tell something; tell you something
keyword-concept = concept
    .also = the concept; see the concept
keyword-realisation = how do we get it done
    .also = what is needed; i want to help
keyword-plan-cards = plan
    .also = the plan; see the plan
keyword-idea = idea
    .also =
        an idea; another idea; one more idea; give an idea; give another idea; i have an idea;
        i have another idea
keyword-commitment = promise something
    .also = promise; a promise; make a promise; commitment
keyword-my-promises = my promise
    .also = my promises; how is my promise going
keyword-vote-cards = vote
    .also = voting; vote on ideas
keyword-scenarios = scenarios
    .also = scenario; choose; choose between scenarios
keyword-answer = give an answer
    .also = answer; what was the question; what was the question again; which question
keyword-news = news
    .also = update; updates; the news; what is the news; any more news; how do things stand
keyword-reading = read
    .also = read stories; stories of others; read stories of others; what do others tell
keyword-meaning = compare
    .also = compare stories; three stories; what do stories share
keyword-reply = reply
    .also = respond; a reply; give a reply; say something back
keyword-resume = go on where i was
    .also = resume
keyword-language-nl = dutch
    .also =
        in dutch; it in dutch; this in dutch; speak dutch; rather dutch; rather in dutch; switch to dutch;
        nederlands; i speak dutch; i dont speak english; i do not speak english; no english
keyword-language-en = english
    .also =
        in english; it in english; this in english; speak english; rather english; rather in english;
        switch to english; engels; i speak english; i only speak english; do you speak english;
        i dont speak dutch; i do not speak dutch; i dont understand dutch; i do not understand dutch;
        no dutch
action-less-often = Less often

## Words that may stand around a request; shown nowhere.

words-polite = please
    .also =
        pls; plz; just; now; right now; then; also; really; sorry; hello; hi; hey; dear; thanks; thank you; thx;
        if possible; if you can; ok; okay; oh; well
words-asking = i want
    .also =
        want; i want to; i wanna; i would like; i would like to; id like; id like to; can i; could i; may i; can we;
        could we; can you; can u; could you; could u; would you; can it be; can this be; could it be; could this be;
        let me; i want it
keyword-withdraw = take back
    .also = withdraw; take something back
