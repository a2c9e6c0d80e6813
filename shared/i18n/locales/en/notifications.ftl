# For what people are mailed about cases.

topic-updated = Updates: answers, dates, changes
topic-escalated = Escalation to research and development
topic-workaround = A workaround
topic-closed = Closing
topic-own = My own updates, as a confirmation

mails-default = As my profile says
mails-default-hint = For what you chose there for all your cases.
mails-chosen = For what I choose here
mails-chosen-hint = Tick it below. It holds for this case only.
mails-none = No mails about this case
mails-none-hint = Not even when we need your answer. You still see everything here.

mailing = Mails to me
mailing-off = off
mailing-legend = Mail me about this case
mailing-topics = Mail me about
mailing-always = Questions to you, proposed solutions and reminders of them are always mailed, since they wait for your answer. About what you do yourself you are mailed only if you choose that.
mailing-save = Save
mailing-profile = Choose for all your cases

profile-notifications = Notifications
notifications-lead = What we mail you about the cases you opened or follow. For a single case you can choose something else, on its page.
notifications-lead-engineer = What we mail you about the cases you work on.
done-notifications-saved = Your choice is saved.

unsubscribe-title = No more mails about this case?
unsubscribe-lead = We then mail you nothing more about case { $number }, not even when we need your answer. Mails about other cases go on.
unsubscribe-confirm = Turn off mails about this case
unsubscribe-case = View the case
unsubscribe-undo = Turn mails on again
unsubscribed-title = Mails about this case are off
unsubscribed-lead = We mail you nothing more about case { $number }. You can follow it in the portal, and turn the mails on again at any time.
subscribed-title = Mails about this case are on
subscribed-lead = We mail you about case { $number } again, as before.

notice-opt-out = No more e-mails about this case

export-topics = Mailed about
notifications-digest-hint = All that can wait in one mail a day, at this hour of your time zone. Questions, proposed solutions and reminders come at once.
notifications-at-once = A mail each, at once
notifications-quiet-hint = In these hours of your time zone we mail you nothing that can wait; it comes when they end. Questions, proposed solutions and reminders come at any hour.
notifications-no-quiet = No quiet hours
field-topics = Mail me about
field-mails = Mail me about this case
field-digest = One mail a day
field-quiet_from = Quiet hours from
field-quiet_until = Quiet hours until

notice-digest = { $n ->
    [one] One thing happened to your cases.
   *[other] { $n } things happened to your cases.
}
notice-digest-ask = None of it waits for your answer. In the portal you find what was written.
notice-digest-ask-engineer = In the portal you find what was written.
notice-digest-button = View your cases
notice-digest-opt-out = Choose which e-mails you get, and when
notice-digest-subject = News of your cases at { $brand }
notice-digest-why = { $brand } sent you this e-mail because you want such news together, or not at every hour. You can change that in your profile, under Notifications.
