command-menu = menu
command-menu-about = What you can do
command-mine = mine
command-mine-about = My contributions and what became of them
command-language = language
command-language-about = Language and settings
command-stop = stop
command-stop-about = Receive nothing more
