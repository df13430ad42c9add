loose-words-ask = What would you like to say?
loose-words-as-what =
    You sent this: “{ $words }”
    What shall we do with it?
loose-words-as-what-asked =
    You sent this: “{ $words }”
    We still had a question about your { $subject }: “{ $asked }”
    What shall we do with what you sent?
loose-words-answer = My answer about { $subject }
    .also = answer; my answer; it is my answer
loose-words-answers = It is an answer to your question
    .also = answer; my answer; it is my answer
loose-words-story = It is a story
loose-words-idea = It is an idea
loose-words-person = It is a question for a person
    .also = question; person
loose-words-remark = Keep it as a remark
    .also = remark; keep
loose-words-nothing = Nothing, never mind
    .also = nothing; never mind; no; nah; no thanks; do nothing
loose-words-dropped = All right, we do nothing with it.
loose-words-let-go = We do not keep this: “{ $words }”
remark-kept = We have kept it. Someone will read it.
told-voice = a voice message
told-photo = a photo
