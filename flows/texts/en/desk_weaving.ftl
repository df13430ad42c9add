weave-kind = There is no such kind of result: { $kind }.
weave-title-missing = Give it a title.
weave-reason-missing = Write down why. Whoever gave something reads it.
weave-relation = These two cannot be linked in this way ({ $relation }).
weave-circle = That cannot be: number { $number } came of this one itself.
weave-stands = That link stands already for number { $number }.
weave-not-published = Number { $number } has not been published yet. Answer it first.
