//! The mails that were sent about what happened.

use anyhow::Result;
use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::notice::notices;
use caseport_mail::{Deployment, compose};
use jiff::SignedDuration;

use super::cast::Cast;
use super::play::Scene;

/// How long a mail is on its way into the queue.
const ON_ITS_WAY: SignedDuration = SignedDuration::from_secs(2);

/// The records of the mails about a scene: as if all had been sent, but for those that cannot be.
///
/// # Errors
/// When somebody to be told is not in the cast.
pub fn deliveries(deployment: &Deployment<'_>, cast: &Cast, scene: &Scene) -> Result<Vec<Delivery>> {
    let event = &scene.event;
    let mut all = Vec::new();
    for notice in notices(&scene.case, event) {
        let member = cast.member(&notice.to)?;
        let Some(mail) = compose(deployment, &member.user, notice.role, &scene.case, event, None) else {
            continue;
        };
        all.push(Delivery {
            seq: event.seq,
            to: notice.to,
            name: member.user.actor.person().name.clone(),
            role: notice.role,
            subject: mail.subject,
            text: mail.text,
            at: event.at + ON_ITS_WAY,
            state: member.mail,
        });
    }
    Ok(all)
}

/// Whether all of a scene's mails can be sent.
pub(super) fn all_sent(deliveries: &[Delivery]) -> bool {
    !deliveries.is_empty() && deliveries.iter().all(|delivery| delivery.state == DeliveryState::Sent)
}
