step-open-already = This step is open already.
step-not-open = This step is not open.
step-holds = Not yet: contributions in this step wait for an answer ({ $count }). They are number { $numbers }. Answer them first, or close it with a reason.
step-reason-long = Keep the reason shorter than { $most } characters.
step-undo-too-late = An opening can be undone until a minute after it. The step can be closed.
