stopped =
    All right, we will not write again.
    What you gave still counts. Do you want that gone too? Choose “Forget me”.
forget-sure =
    Are you sure? We take away your stories and ideas.
    We cannot undo that.
forget-yes = Yes, forget me
    .also = yes; sure; i am sure
forget-no = No, I changed my mind
    .also = no; never mind; changed my mind
forgotten =
    Your words are gone. In a few minutes we will no longer know that you were here.
    Thank you for your time. Take care.
not-forgotten = All right, everything stays as it was.
