heading-step = stap { $number } van { $of }: { $name }
