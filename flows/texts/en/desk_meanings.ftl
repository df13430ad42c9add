desk-room-meanings = Comparisons
desk-meanings-intro = Residents read three stories of others and wrote down what those have in common. Their words can become a theme. Whoever wrote them and whoever told the stories hear of it.
desk-meanings-empty = There are no words now that something is still to be made of. First read what is in the queue.
desk-meanings-made = The theme is there, under number { $number }.
desk-meanings-spoken = (spoken)
desk-meanings-stories =
    { $count ->
        [one] Make a theme of it, with 1 story
       *[other] Make a theme of it, with { $count } stories
    }
desk-meanings-about = Which stories belong to it?
desk-meanings-gone = no longer there
desk-meanings-title = Name of the theme ({ $language })
desk-meanings-because = Why these stories belong to it ({ $language }). Whoever told them reads this.
desk-meanings-named = What whoever wrote the words gets to read ({ $language })
desk-meanings-standard-because =
    { $spoken ->
        [yes] A resident saw that these stories have something in common.
       *[other] A resident saw what these stories have in common: “{ $words }”.
    }
desk-meanings-standard-named = Your words led us to this theme.
desk-meanings-make = Make this theme
desk-about =
    { $kind ->
        [reply] This is a reply to
        [meaning] This is about
       *[other] This belongs to
    }
desk-next-round = new round
