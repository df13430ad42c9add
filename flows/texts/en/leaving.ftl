stopped = All right, we will not write again.
stopped-halfway = We threw away what you were telling.
stopped-given =
    What you gave still counts. You can read what happens with it under “my contributions”.
    Do you want it gone? Then choose “Forget me”.
back-again = Good to have you back. We will write again when there is news.
back-missed = Meanwhile there was an answer to what you gave. You can read it under “my contributions”.
forget-sure =
    Are you sure? We take away everything you told or wrote.
    We cannot undo that.
forget-yes = Yes, forget me
    .also = yes; sure; i am sure
forget-no = No, I changed my mind
    .also = no; never mind; changed my mind
forgotten =
    From now on nobody reads your words. In a few minutes they are erased from our data.
    Then we no longer know that you were here either.
    Thank you for your time. Take care.
not-forgotten = All right, everything stays as it was.
leave-sure =
    Are you sure? What you gave stays. But nobody will know any more that it was yours.
    You will not hear either what becomes of it. We cannot undo this.
leave-yes = Yes, I am leaving
    .also = yes; sure; i am sure
leave-no = No, I stay
    .also = no; never mind
left =
    What you gave goes on counting, without you.
    In a few minutes we will not know any more that you were here. Thank you, and all the best.
