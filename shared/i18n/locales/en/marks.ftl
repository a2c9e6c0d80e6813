# What an engineer marks a case with: escalation, workaround, outage, priority, category, version and build.

field-priority = Priority
field-category = Category
field-build = Build
field-step = Step

priority-critical = Critical
priority-high = High
priority-medium = Medium
priority-low = Low
priority-by-hand = set by an engineer

mark-escalated = Escalated to R&D
mark-workaround = Workaround provided
mark-outage = Outage
mark-since = since { $moment }

event-escalated = escalated the case to research and development
event-escalation-ended = ended the escalation to research and development
event-workaround-provided = provided a workaround
event-outage-declared = marked the case as an outage
event-outage-ended = marked the outage as over
event-classified = set the impact to “{ $impact }” and the urgency to “{ $urgency }”, which makes the priority “{ $priority }”
event-prioritized = set the priority to “{ $priority }”
event-detailed = filed the case under: { $details }
event-detailed-nothing = took out category, version and build

desk-escalate = Escalate to R&D
desk-escalate-hint = The customer reads this too: what is looked into, and what comes next.
desk-escalate-send = Escalate
desk-escalation-end = End the escalation
desk-escalation-end-hint = The customer reads this too: what came of it.
desk-workaround = Provide a workaround
desk-workaround-hint = How the customer can go on until there is a solution. The status stays as it is.
desk-workaround-send = Send the workaround
desk-outage = Mark as an outage
desk-outage-end = The outage is over
desk-classify = Change impact and urgency
desk-classify-hint = The priority follows from these.
desk-classify-confirm = Save
desk-prioritize = Set another priority
desk-prioritize-hint = It stays until impact and urgency are set anew. The customer reads the reason.
desk-prioritize-confirm = Set the priority
desk-detail = Category, version and build
desk-detail-confirm = Save

done-escalated = The case is escalated, and the customer has been told.
done-escalation-ended = The escalation has ended, and the customer has been told.
done-worked-around = The workaround has been sent to the customer.
done-outage-declared = The case is marked as an outage.
done-outage-ended = The outage is marked as over.
done-prioritized = The priority is set.

refused-already-escalated = This case is escalated already.
refused-not-escalated = This case is not escalated any more.
refused-already-outage = This case is marked as an outage already.
refused-no-outage = This case is not marked as an outage any more.
refused-unchanged = It is so already: nothing would change.

notice-escalated = { $role ->
    [reporter] { $author } has escalated your case { $number } to research and development.
   *[other] { $author } has escalated case { $number } to research and development.
}
notice-escalation-ended = { $role ->
    [reporter] The escalation of your case { $number } to research and development has ended.
   *[other] The escalation of case { $number } to research and development has ended.
}
notice-workaround = { $role ->
    [reporter] { $author } has provided a workaround for your case { $number }.
   *[other] { $author } has provided a workaround for case { $number }.
}
notice-workaround-ask = { $role ->
    [engineer] This is for your information; you need not do anything.
   *[other] With it you can go on until there is a solution. If it does not help, please let us know in the portal.
}
notice-outage = { $role ->
    [reporter] Your case { $number } is marked as an outage.
   *[other] Case { $number } is marked as an outage.
}
notice-outage-ended = { $role ->
    [reporter] The outage of your case { $number } is over.
   *[other] The outage of case { $number } is over.
}
notice-classified = { $role ->
    [reporter] Your case { $number } now has the impact “{ $impact }” and the urgency “{ $urgency }”, which makes its priority “{ $priority }”.
   *[other] Case { $number } now has the impact “{ $impact }” and the urgency “{ $urgency }”, which makes its priority “{ $priority }”.
}
notice-prioritized = { $role ->
    [reporter] Your case { $number } now has the priority “{ $priority }”.
   *[other] Case { $number } now has the priority “{ $priority }”.
}

priorities-title = Priorities
priorities-lead = A case gets its priority from its impact and its urgency. A change applies to cases opened from then on, and to those whose impact and urgency are set anew; all others keep the priority they have.
priorities-caption = The priority for each impact and urgency
priorities-cell = Priority for impact “{ $impact }” and urgency “{ $urgency }”
priorities-save = Save the priorities
priorities-overtaken-title = Somebody else saved the priorities meanwhile
priorities-overtaken = Nothing is saved yet. Below is what you chose; what has changed since is under “Changes”. Save again to put yours in its place.
audit-matrix-changed = changed the priorities

field-listed = Reason from the list
field-reasons = Reasons

reasons-title = Reasons
reasons-lead = What engineers choose from when they close or reopen a case, beside what they write. The customer reads it in their own language. A case keeps the reason it was closed for, whatever becomes of this list.
reasons-row = Reason { $n }
reasons-part = Reason { $n }: { $part }
reasons-occasions = Closing or reopening
reasons-closes = Closing a case
reasons-reopens = Reopening a case
reasons-empty-hint = A line of which nothing is filled in is left out: empty a line to remove it.
reasons-none = None of these
reasons-save = Save the reasons
reasons-overtaken-title = Somebody else saved the reasons meanwhile
reasons-overtaken = Nothing is saved yet. Below is what you filled in; what has changed since is under “Changes”. Save again to put yours in its place.
audit-reasons-changed = changed the reasons
