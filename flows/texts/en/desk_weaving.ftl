weave-kind = There is no such kind of result: { $kind }.
weave-title-missing = Give it a title.
weave-title-too-long = The title is too long. It holds { $most } characters.
weave-body-too-long = The text is too long. It holds { $most } characters.
weave-reason-missing = Write down why for number { $number }. Whoever gave it reads that.
weave-reason-too-long = The reason for number { $number } is too long. It holds { $most } characters.
weave-relation = These two cannot be linked in this way ({ $relation }).
weave-source-kind = Number { $number } cannot become { $kind ->
        [theme] a theme
        [idea] an idea
        [scenario] a scenario
        [concept_part] a part of the concept
        [plan_part] a part of the plan
        [commitment] a commitment
        [milestone] a milestone
        [update] news
       *[other] a result
    }.
weave-source-twice = The same number is there twice.
weave-no-source = First choose what it comes from.
weave-too-many = Those are too many at once. Choose { $most } at the most.
weave-from-nothing = Choose what it comes from. Or write down why the municipality adds this itself.
weave-merge-one = Only number { $number } is an idea. Choose another one to merge it with.
weave-split-one = Write down at least two ideas to split it into.
weave-split-kind = Number { $number } is no idea. Only an idea can be split.
weave-circle = That cannot be: number { $number } came of this one itself.
weave-stands = That link stands already for number { $number }. { $name } made it.
weave-used = Number { $number } was used already, in number { $target }. So “not used” is not true.
weave-not-published = Number { $number } has not been published yet. Answer it first.
weave-declined = Number { $number } was declined. It cannot be used.
weave-withdrawn = Number { $number } was withdrawn. It cannot be used any more.
weave-replaced =
    { $name } was first: number { $number } was { $relation ->
        [merged_into] merged with number { $newer }.
        [split_into] split, into number { $newer } among others.
       *[other] written anew as number { $newer }.
    }
weave-built-on = That is not possible any more: something was made of number { $number }. Undo that first.
weave-idea-from-nothing = An idea comes from people. Choose what it comes from.
