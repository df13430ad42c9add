heading-step = step { $number } of { $of }: { $name }
step-opens = News about “{ $title }”. Step { $number } of { $of } begins: { $step }.
step-opens-again = News about “{ $title }”. Step { $number } of { $of } opens again: { $step }.
step-brought =
    This is what the last step, { $step }, brought:
    { $first } { $second } { $third } { $fourth }
step-brought-nothing =
    The last step, { $step }, brought nothing this time. That is fine.
    We go on with what is there.
asks-first-tap = What matters most to you? One tap is enough.
asks-story = You can now tell what you have been through. One moment is enough.
asks-connector = Who else should take part? Name a group or place that you know.
asks-commitment = You can now promise something: what you do, and when. Small is fine.
asks-something = Will you join in? It takes a few minutes.
asks-nothing = The menu shows what you can do now.
