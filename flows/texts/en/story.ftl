story-ask =
    Tell us something that happened to you around “{ $title }”. One moment is enough.
    You can type, speak or send a photo.
story-may-show =
    Thank you. May others read your story?
    Your name is never shown. A moderator reads it first.
story-show-yes = Yes, you may show it
    .also = yes; sure; fine; ok; okay; show it; yes please
story-show-no = No, do not show it
    .also = no; no thanks; rather not; do not show it
story-kept-private = We will show your story to nobody else. We do use what we learn from it.
story-next-round =
    We have your story. It is number { $number }.
    The plan of today simply goes on. Your story can be the start of a new round.
    Someone reads it, and by { $day } you will hear what happens with it. Here, in this chat.
story-next-round-stopped =
    We have your story. It is number { $number }.
    The plan of today simply goes on. Your story can be the start of a new round.
    Someone reads it. Before { $day } there is an answer.
story-thanks =
    We have your story. It is number { $number }.
    Someone reads it, and by { $day } you will hear what happens with it. Here, in this chat.
story-thanks-stopped =
    We have your story. It is number { $number }.
    Someone reads it. Before { $day } there is an answer.
