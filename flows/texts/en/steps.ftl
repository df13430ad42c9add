heading-step = step { $number } of { $of }: { $name }
