## Wat mensen tussendoor zeggen. De woorden (said-*) worden nergens getoond; wat we antwoorden, staat eronder.

said-hello = hallo
    .also =
        hallo daar; hoi; hoi hoi; hi; hey; hé; heej; hai; haai; goedemorgen; goede morgen; goeiemorgen;
        goedemiddag; goede middag; goeiemiddag; goedenavond; goede avond; goeienavond; dag; moin; yo;
        hoe gaat het; hoe gaat het met jou; hoe gaat het met je; hoe gaat het met u; hoe is het; hoe gaat ie;
        alles goed; ben je daar; ben je er; is daar iemand; test; 👋
said-thanks = dank je
    .also =
        dank je wel; dankje; dankjewel; dank u; dank u wel; dankuwel; bedankt; heel erg bedankt; erg bedankt;
        hartelijk dank; dank; merci; tnx; thx; fijne dag; fijne avond; fijn weekend; 🙏; ❤; 🌹; 💐
said-bye = doei
    .also =
        doeg; doei doei; dag dag; daag; tot ziens; tot later; tot straks; tot morgen; tot de volgende keer;
        de groeten; groetjes; groeten; groet; later; ciao; welterusten
said-yes = ja
    .also =
        j; k; ja hoor; jawel; jazeker; ja graag; jep; jup; ok; oke; okay; okee; oki; okido; prima; goed; goed zo;
        is goed; dat is goed; het is goed; is prima; mag; mag wel; dat mag; mooi; fijn; top; super; leuk;
        goed bezig; goed gedaan; klaar; gelukt; begrepen; snap ik; ik snap het; ik begrijp het; duidelijk;
        helder; weet ik; dat weet ik; gelezen; klopt; zeker; tuurlijk; natuurlijk; haha; hahaha; ach zo; aha;
        ah; oh; o; zo; tja; nou; mooi zo; 👍; 👌; ✅; 🆗; 😀; 😃; 😄; 😁; 😊; 🙂; 😉; 😂; 🤣; 👏; 💪; 🎉; 🥳
said-no = nee
    .also =
        n; neen; nee hoor; nee nee; nope; nee liever niet; liever niet; nu niet; niet nu; even niet;
        vandaag niet; hoeft niet; dat hoeft niet; hoeft van mij niet; geen zin; geen tijd; ik heb geen zin;
        ik heb geen tijd; ik wil niet; wil niet; wil ik niet; dat wil ik niet; laat maar; laat maar zitten;
        niks; niets; nergens; geen; weet niet; weet ik niet; ik weet niet; ik weet het niet; weet ik veel;
        geen idee; ik zou het niet weten; ik heb niks; ik heb niets; ik heb niks te vertellen; ik heb geen idee;
        ik heb niets te vertellen; ik heb geen verhaal; ik weet niks; ik weet niets; niks te melden; 👎; ❌
said-lost = wat
    .also =
        huh; waarom; waarom dan; waarvoor; waartoe; hoezo; hoe; hoe dan; hoe bedoel je; hoe bedoelt u; wat bedoel je; wat bedoelt u; wat is dit;
        wat is dat; waar gaat dit over; waar gaat het over; ik snap het niet; snap het niet; snap ik niet;
        snap er niks van; ik snap er niks van; ik snap er niets van; ik snap je niet; ik snap dit niet;
        ik begrijp het niet; begrijp ik niet; begrijp het niet; ik begrijp er niks van; ik begrijp dit niet;
        ik begrijp je niet; niet duidelijk; onduidelijk; te moeilijk; dit is te moeilijk; het lukt niet;
        het lukt me niet; dit lukt niet; lukt niet; werkt niet; het werkt niet; het doet het niet; ik kan niet lezen;
        ik kan niet goed lezen; ik kan niet schrijven; ik kan niet goed schrijven; ik kan niet typen; 🤷; ❓
said-other = pff
    .also =
        pfff; ugh; uh; euh; hm; hmm; mwah; nou ja; jeetje; jemig; boeie; boeien; boeiend; maakt niet uit;
        maakt mij niet uit; kan me niet schelen; interesseert me niet; wat een gedoe; zucht; bah; 😡; 😢; 🙄; 😐
said-who = wie ben je
    .also =
        wie ben jij; wie bent u; ben je een robot; ben jij een robot; is dit een robot; ben je een mens;
        ben jij een mens; bent u een mens; is dit een mens; ben je echt; met wie praat ik; met wie spreek ik;
        wie is dit; wie is daar; van wie is dit

small-hello = Hallo! Fijn dat je er bent.
small-thanks = Graag gedaan.
small-bye = Tot ziens! Je kunt hier altijd verder.
small-yes = Goed. Er staat nu geen vraag voor je open.
small-no = Dat is goed. Je hoeft niets te doen.
small-lost = Geeft niets. In het menu staat wat je kunt doen. Of vraag het aan een mens.
small-who = Ik ben een computer. Wat je vertelt, leest een mens.
small-other = Ik ben er. Wat wil je doen?
small-number = Bij dat getal hoort nu geen vraag.
small-need-not = Dat hoeft niet.
