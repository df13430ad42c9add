privacy =
    This is what we keep: what you tell, what you choose, and who you are here as.
    Your number or name in this app is kept encrypted. Nobody at the desk sees it.
    { $controller }
    With “Forget me” we take your words away and no longer know that it was you. Votes stay as a bare number.
