//! What was answered to a question, in words.

use caseport_domain::attachment::Attachment;
use caseport_domain::form::{Answer, Moment, Value};
use jiff::tz::TimeZone;

use crate::Tr;

impl Tr {
    /// What was answered, with its files by their names and its times by the clock of this zone.
    #[must_use]
    pub fn answer(self, answer: &Answer, files: &[Attachment], zone: &TimeZone) -> String {
        match &answer.value {
            Value::Moment(Moment::Exact { at }) => self.moment(*at, zone),
            Value::Moment(Moment::About { at }) => {
                self.t_with("form-about", &[("moment", self.moment(*at, zone).into())])
            }
            Value::Moment(Moment::Unknown) => self.t("form-how-unknown").into_owned(),
            Value::Check => self.t("form-yes").into_owned(),
            Value::File(ids) => {
                let named = files.iter().filter(|file| ids.contains(&file.id));
                named.map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ")
            }
            value => value.plain(self.language()).unwrap_or_default(),
        }
    }
}
