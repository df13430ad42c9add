## What people say in passing. The words (said-*) are shown nowhere; what we answer stands below.

said-hello = hello
    .also =
        hello there; hi there; hiya; hey there; good morning; good afternoon; good evening; morning; greetings;
        how are you; how are you doing; how is it going; hows it going; whats up; sup; are you there;
        is anyone there; is anybody there; anyone there; testing
said-thanks = thank you
    .also =
        thanks; thanks a lot; many thanks; thank you very much; thank you so much; thanks so much; cheers; ty;
        much appreciated; have a nice day; have a good day; nice day; have a good evening; have a nice evening
said-bye = bye
    .also =
        bye bye; goodbye; good bye; see you; see you later; see ya; see you soon; later; talk later; good night;
        so long; take care
said-yes = yes
    .also =
        y; k; kk; yeah; yep; yup; yes please; okay; ok; fine; thats fine; that is fine; good; all good; great; cool;
        nice; perfect; super; awesome; sure; of course; got it; i see; understood; clear; right; alright;
        all right; done; lol; ah; oh; aha; well; you may; may; sounds good; good job; well done
said-no = no
    .also =
        nope; nah; no thanks; no thank you; rather not; id rather not; i would rather not; not now; not today;
        not really; no need; never mind; nevermind; nothing; none; no idea; dunno; i dont know; dont know;
        i do not know; idk; i have no idea; no time; i have no time; i have nothing; i have nothing to tell;
        nothing to tell; i have nothing to say; nothing to say; i have no story; i dont have a story;
        i dont want to; dont want to; i do not want to; i dont feel like it; leave it
said-lost = what
    .also =
        huh; why; why so; what for; how come; how; how so; what do you mean; what does that mean; what is this; whats this; what is that;
        what is this about; whats this about; i dont understand; i do not understand; dont understand;
        i dont get it; i do not get it; i dont understand it; i dont understand this; i dont understand you;
        not clear; unclear; too difficult; this is too difficult; it does not work; it doesnt work;
        this does not work; this doesnt work; not working; its not working; it is not working; im lost;
        i cannot read; i cant read; i cant read well; i cannot write; i cant write; i cant write well; i cant type;
        i am lost; confused; im confused; i am confused
said-other = ugh
    .also =
        pff; hm; hmm; uh; um; er; meh; whatever; idc; i dont care; i do not care; dont care; it doesnt matter;
        boring; bla; bla bla; sigh
said-who = who are you
    .also =
        are you a robot; are you a bot; is this a bot; is this a robot; are you a human; are you human;
        are you a person; are you real; is this a person; who is this; whos this; who am i talking to;
        what are you

small-hello = Hello! Good to have you here.
small-thanks = You are welcome.
small-bye = Goodbye! You can always go on here.
small-yes = All right. There is no question for you now.
small-no = That is fine. You need not do anything.
small-lost = Never mind. The menu shows what you can do. Or ask a person.
small-who = I am a computer. What you tell is read by a person.
small-other = I am here. What would you like to do?
small-number = There is no question now that this number belongs to.
small-need-not = You do not have to.
