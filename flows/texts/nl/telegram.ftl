command-menu = menu
command-menu-about = Wat je kunt doen
command-mine = mijn
command-mine-about = Mijn inbreng en wat ermee gebeurde
command-language = taal
command-language-about = Taal en instellingen
command-stop = stop
command-stop-about = Niets meer ontvangen
