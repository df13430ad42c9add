### The web chat: everything that stands around the conversation. Plain, short, warm.

webchat-name = Samenspraak
webchat-language-name = English
webchat-log = The conversation
webchat-by-bot = Samenspraak:
webchat-by-you = You:
webchat-unkept = (your message)
webchat-sample = This is a sample to try things out. The stories of others are made up.
webchat-sample-tag = sample
webchat-today = today
webchat-yesterday = yesterday
webchat-to-come = (still to come)
webchat-new-tab = (opens a new tab)
webchat-earlier = Show earlier messages

## The first page

webchat-begin-what = Join in, in a chat of a few minutes. You can type, speak or send a photo.
webchat-begin-button = Begin the conversation
webchat-begin-stop = You can stop at any moment. You need no account.
webchat-begin-cookie = After the button your browser keeps one cookie. It lets you go on later where you were.
webchat-begin-no-cookie = Your browser keeps no cookies. Allow them for this page, and we can begin.
webchat-begin-more = First read what this is
webchat-begin-again = There is nothing here yet. Press the button and we will begin.

## Writing

webchat-field = Your message
webchat-placeholder = Write here
webchat-send = Send
webchat-to-field = To the text field
webchat-refresh = See if there is news

## Photo and voice

webchat-files = Photo or voice message
webchat-photo = Photo
webchat-photo-add = Send a photo
webchat-photo-choose = Choose a photo
webchat-photo-send = Send the photo
webchat-photo-ready = This photo will be sent.
webchat-photo-unseen = Your browser cannot show this photo. You can still try to send it.
webchat-voice = Voice message
webchat-voice-seconds = Voice message { $length }
webchat-voice-add = Record a voice message
webchat-voice-choose = Choose a recording
webchat-voice-send = Send the recording
webchat-voice-running = Recording
webchat-voice-stop = Stop
webchat-voice-ready = Listen to it first, if you like.
webchat-cancel = Throw away

## Menu

webchat-menu = Menu
webchat-menu-chat = What can I do?
webchat-menu-language = Language
webchat-menu-stop = Stop
webchat-menu-about = About this project and your privacy
webchat-menu-leave = This is not my device

## Not my device

webchat-leave-title = This is not my device
webchat-leave-ask = We will clear the conversation from this device. You can then no longer open it here.
webchat-leave-do = Clear it from this device
webchat-leave-back = Back to the conversation
webchat-left-title = Nothing is left on this device
webchat-left-what = Whoever uses this device after you sees nothing of your conversation. What you already told us still counts.
webchat-left-back = Do you want to join in again later? Then open the link of your invitation on a device of your own. You will begin a new conversation.
webchat-left-begin = To the first page

## When something does not work

webchat-again = That did not work just now. Please try again in a minute.
webchat-again-words = Your message has not arrived yet. It is still in the text field. Please try again in a minute.
webchat-offline = There is no connection just now. Your message has not been sent yet. Please try again soon.
webchat-reconnecting = No connection. We keep trying.
webchat-too-fast = That is a little too fast for us. Nothing is lost. Please try again in ten seconds.
webchat-too-long = Your message is too long. Make it shorter than { $most } characters, or send it in two parts.
webchat-cannot-read = We could not read this. Please try again.
webchat-not-from-here = This did not come from our own page. Open the conversation again and try once more.
webchat-no-visitor = Your conversation is closed on this device. Copy your text if you want to keep it, and open the page again.
webchat-file-none = You have not chosen a file yet.
webchat-file-empty = This file is empty. Choose another one.
webchat-file-too-large = This file is too large. It may be { $megabytes } MB at most.
webchat-file-no-photo = This is not a photo that we can open. Choose a JPEG, PNG, GIF or WebP.
webchat-picture-too-large = This photo has too many pixels. Make it smaller, { $megapixels } million at most.
webchat-file-no-voice = This is not a recording that we can play. Choose a sound file, such as MP3 or M4A.
webchat-no-microphone = We may not use the microphone. Allow it in your browser, or type your story.

webchat-unknown-title = We do not know this conversation
webchat-unknown-what = Perhaps a letter fell out of the link, or this project is over. Please check the link.
webchat-unknown-home = To the first page
webchat-away-title = One moment, please
webchat-away-what = We cannot open your conversation just now. Nothing is lost. Please try again in a minute.
webchat-away-again = Try again
webchat-broken-title = We could not do this
webchat-broken-what = Something went wrong on our side. It is not your fault. Please try again in a minute.
webchat-refused-title = We cannot take this

## The conversation in a terminal

webchat-terminal-hint = Type your answer. Send a photo with /photo and its path, a recording with /voice and its path. /quit ends.
webchat-terminal-no-file = We cannot read this file: { $path }
webchat-terminal-again = That did not work just now. Please type it again.
webchat-document = Save
webchat-terminal-saved = Saved as { $path }.
