### De webchat: alles wat om het gesprek heen staat. B1, kort, warm, "je".

webchat-name = Samenspraak
webchat-language-name = Nederlands
webchat-log = Het gesprek
webchat-by-bot = Samenspraak:
webchat-by-you = Jij:
webchat-unkept = (je bericht)
webchat-sample = Dit is een voorbeeld om uit te proberen. De verhalen van anderen zijn bedacht.
webchat-sample-tag = voorbeeld
webchat-today = vandaag
webchat-yesterday = gisteren
webchat-to-come = (komt nog)
webchat-new-tab = (opent een nieuw tabblad)
webchat-earlier = Laat eerdere berichten zien

## De eerste pagina

webchat-begin-what = Praat mee in een gesprek van een paar minuten. Je mag typen, iets inspreken of een foto sturen.
webchat-begin-button = Begin het gesprek
webchat-begin-stop = Je kunt op elk moment stoppen. Je hebt geen account nodig.
webchat-begin-cookie = Na de knop bewaart je browser één cookie. Zo kun je later verder waar je was.
webchat-begin-no-cookie = Je browser bewaart geen cookies. Zet ze aan voor deze pagina, dan kunnen we beginnen.
webchat-begin-more = Lees eerst wat dit is
webchat-begin-again = Hier staat nog niets. Druk op de knop, dan beginnen we.

## Schrijven

webchat-field = Jouw bericht
webchat-placeholder = Schrijf iets
webchat-send = Verstuur
webchat-to-field = Naar het tekstveld
webchat-refresh = Kijk of er nieuws is

## Foto en spraak

webchat-files = Foto of spraakbericht
webchat-photo = Foto
webchat-photo-add = Stuur een foto
webchat-photo-choose = Kies een foto
webchat-photo-send = Verstuur de foto
webchat-photo-ready = Deze foto gaat mee.
webchat-photo-unseen = Deze foto kan je browser niet laten zien. Je kunt hem wel proberen te versturen.
webchat-voice = Spraakbericht
webchat-voice-seconds = Spraakbericht { $length }
webchat-voice-add = Spreek iets in
webchat-voice-choose = Kies een opname
webchat-voice-send = Verstuur de opname
webchat-voice-running = De opname loopt
webchat-voice-stop = Stop
webchat-voice-ready = Luister terug als je wilt.
webchat-cancel = Gooi weg

## Menu

webchat-menu = Menu
webchat-menu-chat = Wat kan ik doen?
webchat-menu-language = Taal
webchat-menu-stop = Stop ermee
webchat-menu-about = Over dit project en je privacy
webchat-menu-leave = Dit is niet mijn apparaat

## Niet mijn apparaat

webchat-leave-title = Dit is niet mijn apparaat
webchat-leave-ask = We wissen het gesprek van dit apparaat. Je kunt het hier dan niet meer openen.
webchat-leave-do = Wis het van dit apparaat
webchat-leave-back = Terug naar het gesprek
webchat-left-title = Op dit apparaat staat niets meer
webchat-left-what = Wie dit apparaat na jou gebruikt, ziet niets van je gesprek. Wat je al vertelde, doet gewoon mee.
webchat-left-back = Wil je later weer meepraten? Open dan op je eigen apparaat de link uit je uitnodiging. Je begint een nieuw gesprek.
webchat-left-begin = Naar de eerste pagina

## Als iets niet lukt

webchat-again = Dat lukte nu even niet. Probeer het over een minuut nog eens.
webchat-again-words = Je bericht is nog niet aangekomen. Het staat nog in het tekstveld. Probeer het over een minuut nog eens.
webchat-offline = Er is even geen verbinding. Je bericht is nog niet verstuurd. Probeer het zo nog eens.
webchat-reconnecting = Geen verbinding. We proberen het steeds opnieuw.
webchat-too-fast = Dat gaat ons even te snel. Er is niets weg. Probeer het over tien tellen nog eens.
webchat-too-long = Je bericht is te lang. Maak het korter dan { $most } tekens, of stuur het in twee delen.
webchat-cannot-read = Dit konden we niet lezen. Probeer het nog eens.
webchat-not-from-here = Dit kwam niet van onze eigen pagina. Open het gesprek opnieuw en probeer het nog eens.
webchat-no-visitor = Je gesprek is op dit apparaat gesloten. Kopieer je tekst als je die wilt bewaren, en open de pagina opnieuw.
webchat-file-none = Je hebt nog geen bestand gekozen.
webchat-file-empty = Dit bestand is leeg. Kies een ander bestand.
webchat-file-too-large = Dit bestand is te groot. Het mag hoogstens { $megabytes } MB zijn.
webchat-file-no-photo = Dit is geen foto die we kunnen openen. Kies een JPEG, PNG, GIF of WebP.
webchat-picture-too-large = Deze foto heeft te veel beeldpunten. Maak hem kleiner, tot hoogstens { $megapixels } miljoen.
webchat-file-no-voice = Dit is geen opname die we kunnen afspelen. Kies een geluidsbestand, zoals MP3 of M4A.
webchat-no-microphone = We mogen de microfoon niet gebruiken. Geef toestemming in je browser, of typ je verhaal.

webchat-unknown-title = Dit gesprek kennen we niet
webchat-unknown-what = Misschien is er een letter uit de link gevallen, of is dit project voorbij. Kijk de link nog eens na.
webchat-unknown-home = Naar de eerste pagina
webchat-away-title = Even geduld
webchat-away-what = We kunnen je gesprek nu niet openen. Er is niets weg. Probeer het over een minuut nog eens.
webchat-away-again = Probeer opnieuw
webchat-broken-title = Dit lukte ons niet
webchat-broken-what = Er ging iets mis bij ons. Dat ligt niet aan jou. Probeer het over een minuut nog eens.
webchat-refused-title = Dit kunnen we niet aannemen

## Het gesprek in een terminal

webchat-terminal-hint = Typ je antwoord. Een foto stuur je met /photo en het pad, een opname met /voice en het pad. Met /quit stop je.
webchat-terminal-no-file = Dit bestand kunnen we niet lezen: { $path }
webchat-terminal-again = Dat lukte nu niet. Typ het nog eens.
webchat-document = Bewaar
webchat-terminal-saved = Bewaard als { $path }.
