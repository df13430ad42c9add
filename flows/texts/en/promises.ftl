answer-elsewhere =
    You turned messages off. You can read the answer under “my contributions”.
    Type “start” if you want to hear it here.
