# The mails that tell people what happened to a case.
#
# $role is the reader: reporter (opened the case), observer (follows it), engineer (works on it).
# `notice-…` says what happened, `notice-…-ask` what is asked of a reader who may act.
# $author is who did it.

notice-opened = { $role ->
    [reporter] We have received your case { $number }.
    [engineer] { $author } of { $company } has opened case { $number }.
   *[observer] { $author } has opened case { $number } and added you as an observer.
}
notice-opened-ask = { $role ->
    [reporter] You need not do anything now. An engineer will take up your case, and we will write to you as soon as there is news.
    [engineer] Please take the case.
   *[observer] You need not do anything. We will write to you as soon as there is news.
}

notice-replied = { $role ->
    [reporter] { $author } has added to your case { $number }.
    [engineer] { $author } of { $company } has added to case { $number }.
   *[observer] { $author } has added to case { $number }.
}
notice-replied-ask = { $role ->
    [engineer] Please read it and take the next step.
   *[other] This is for your information; you need not do anything.
}

notice-asked = { $role ->
    [reporter] { $author } has a question about your case { $number }.
    [engineer] { $author } has asked the customer a question about case { $number }.
   *[observer] { $author } has a question about case { $number }.
}
notice-asked-ask = { $role ->
    [reporter] Please answer in the portal, so that we can go on with your case.
    [engineer] This is for your information; you need not do anything.
   *[observer] We have asked { $reporter } too. If you know the answer, please give it in the portal; one answer is enough.
}

notice-told = { $role ->
    [reporter] { $author } has written to you about your case { $number }.
    [engineer] { $author } has written to the customer about case { $number }.
   *[observer] { $author } has written about case { $number }.
}
notice-told-ask = { $role ->
    [engineer] This is for your information; you need not do anything.
   *[other] No answer is needed. If you wish to add something, you can do so in the portal.
}

notice-noted = { $role ->
    [reporter] { $author } has added a note to the journal of your case { $number }.
   *[other] { $author } has added a note to the journal of case { $number }.
}

notice-taken = { $role ->
    [reporter] { $author } is now working on your case { $number }.
   *[other] { $author } is now working on case { $number }.
}
notice-taken-ask = { $role ->
    [engineer] This is for your information; you need not do anything.
   *[other] You need not do anything now. We will write to you as soon as there is news.
}

notice-taken-over = { $author } has taken case { $number } over from you.
notice-assigned = { $role ->
    [reporter] Your case { $number } is now with { $engineer }.
   *[other] Case { $number } is now with { $engineer }.
}
notice-given-you = { $author } has given you case { $number }.
notice-given-you-ask = Please go on with the case.
notice-given-away = { $author } has given case { $number }, which was yours, to { $engineer }.
notice-handed-back = { $author } has handed case { $number } back to the desk.

notice-planned = { $role ->
    [reporter] Work on your case { $number } is planned for { $day }.
   *[other] Work on case { $number } is planned for { $day }.
}
notice-planned-ask = { $role ->
    [engineer] Please keep that day free for it.
   *[other] If that day does not suit you, please let us know in the portal.
}

notice-resumed-question = { $role ->
    [reporter] { $author } has taken back the question about your case { $number }.
   *[other] { $author } has taken back the question about case { $number }.
}
notice-resumed-question-ask = { $role ->
    [engineer] This is for your information; you need not do anything.
   *[other] You need not answer it any more. We go on with the case, and will write to you as soon as there is news.
}
notice-resumed-plan = { $role ->
    [reporter] Work on your case { $number } is no longer planned for { $day }.
   *[other] Work on case { $number } is no longer planned for { $day }.
}
notice-resumed-plan-ask = { $role ->
    [engineer] You need not keep that day free for it.
   *[other] You need not keep that day free. We will write to you as soon as there is another day, or other news.
}
notice-resumed-solution = { $role ->
    [reporter] { $author } has taken back the solution proposed for your case { $number }.
   *[other] { $author } has taken back the solution proposed for case { $number }.
}
notice-resumed-solution-ask = { $role ->
    [engineer] This is for your information; you need not do anything.
   *[other] You need not try it or answer any more, and the case no longer closes by itself. We will write to you as soon as there is news.
}

notice-proposed = { $role ->
    [reporter] { $author } has proposed a solution for your case { $number }.
   *[other] { $author } has proposed a solution for case { $number }.
}
notice-reminded = { $role ->
    [reporter] The solution we proposed for your case { $number } is still waiting for your answer.
    [engineer] The solution proposed for case { $number } is still waiting for the customer’s answer.
   *[observer] The solution we proposed for case { $number } is still waiting for an answer.
}
notice-proposed-ask = { $role ->
    [reporter] Please try it, and tell us in the portal whether it works. If you need more time, you can keep the case open there.
    [engineer] The customer has been asked to approve or refuse it; you need not do anything.
   *[observer] We have asked { $reporter } too. If you can tell whether it works, please do so in the portal; one answer is enough.
}
notice-closes = Without an answer the case closes by itself on { $closes }.

notice-refused = { $role ->
    [reporter] { $author } has refused the solution proposed for your case { $number }.
    [engineer] { $author } of { $company } has refused the solution proposed for case { $number }.
   *[observer] { $author } has refused the solution proposed for case { $number }.
}
notice-refused-ask = { $role ->
    [engineer] Please read the reason and look for another solution.
   *[other] You need not do anything now. We will look for another solution, and write to you as soon as there is news.
}

notice-kept-open = { $role ->
    [reporter] { $author } has asked to keep your case { $number } open. It no longer closes by itself.
    [engineer] { $author } of { $company } has asked to keep case { $number } open. It no longer closes by itself.
   *[observer] { $author } has asked to keep case { $number } open. It no longer closes by itself.
}
notice-kept-open-ask = { $role ->
    [engineer] Please find out what is still needed.
   *[other] You need not do anything now. If something is still wrong, please let us know in the portal.
}

notice-approved = { $role ->
    [reporter] { $author } has approved the solution, and your case { $number } is closed.
    [engineer] { $author } of { $company } has approved the solution, and case { $number } is closed.
   *[observer] { $author } has approved the solution, and case { $number } is closed.
}
notice-approved-ask = { $role ->
    [engineer] Nothing more is needed. Thank you for the good work.
   *[other] You need not do anything more. Should the problem come back, please add to the case in the portal.
}
notice-no-answer = { $role ->
    [reporter] Your case { $number } is closed, because the proposed solution had no answer in time.
   *[other] Case { $number } is closed, because the proposed solution had no answer in time.
}
notice-closed = { $role ->
    [reporter] { $author } has closed your case { $number }.
   *[other] { $author } has closed case { $number }.
}
notice-closed-ask = { $role ->
    [engineer] This is for your information; you need not do anything.
   *[other] If something is still wrong, please add to the case in the portal: an engineer reads it and can reopen the case.
}

notice-reopened = { $role ->
    [reporter] { $author } has reopened your case { $number }.
   *[other] { $author } has reopened case { $number }.
}
notice-reopened-ask = { $role ->
    [engineer] Please go on with the case.
   *[other] You need not do anything now. We are working on it again, and will write to you as soon as there is news.
}

notice-added-you = { $author } has added you as an observer of case { $number }.
notice-added = { $author } has added { $observer } as an observer of case { $number }.
notice-added-ask = { $role ->
    [observer] You can follow the case in the portal, and we will write to you about every step.
   *[other] This is for your information; you need not do anything.
}

notice-nothing = This is for your information; you need not do anything.
notice-own = We have received your update of case { $number }.
notice-own-ask = This is the confirmation you asked for; you need not do anything.
notice-more = The message is shortened here. Please read on in the portal.
notice-files = { $n ->
    [one] Attachment: { $names }
   *[other] Attachments: { $names }
}

notice-button-view = View the case
notice-button-answer = Answer in the portal
notice-button-decide = Tell us whether it works

notice-why = { $role ->
    [reporter] { $brand } sent you this e-mail because you opened this case.
    [engineer] { $brand } sent you this e-mail because you work on this case.
   *[observer] { $brand } sent you this e-mail because you follow this case.
}
notice-why-former = { $brand } sent you this e-mail because this case was yours.
notice-answer = Please reply in the portal; replies to this e-mail are not read.
