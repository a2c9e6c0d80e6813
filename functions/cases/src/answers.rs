//! What somebody answered to the questions of a form, with the files that came along.

use caseport_domain::attachment::Attachment;
use caseport_domain::form::{Answers, Form, Value};
use caseport_domain::id::UploadId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_pages::OpenValues;
use caseport_store::Store;
use caseport_web::attachments::arrived;
use caseport_web::{Failure, Request};

/// The answers to the form that applies, if one does. Whoever filled in another, or one that has changed since, is told so,
/// and of nothing else about it.
pub fn read(
    request: &Request,
    form: Option<&Form>,
    values: &OpenValues,
    flaws: &mut Flaws,
) -> Option<Answers> {
    let tag = form.map(Form::tag).unwrap_or_default();
    // Who was shown no questions may leave them, if none of them must be answered.
    let may_leave = |form: &Form| !form.fields.iter().any(|field| field.required);
    let left = values.form.as_ref().is_some_and(String::is_empty) && form.is_some_and(may_leave);
    if values.form.as_ref().is_some_and(|filled_in| *filled_in != tag) && !left {
        flaws.add("form", Flaw::OtherForm);
        return None;
    }
    let Some(form) = form else {
        for name in values.answers.names() {
            flaws.add(format!("answers/{name}"), Flaw::NoSuchField { accepted: Vec::new() });
        }
        return None;
    };
    Some(form.read(&values.answers, request.zone(), flaws))
}

/// The files of the message and of its answers; a flaw beside each that has not arrived. No AWS call without files, else
/// one `BatchGetItem`.
pub async fn files(
    store: &Store,
    request: &Request,
    values: &OpenValues,
    answers: Option<&Answers>,
    flaws: &mut Flaws,
) -> Result<Vec<Attachment>, Failure> {
    let answered: Vec<(&str, usize, &UploadId)> = answers.into_iter().flat_map(answered).collect();
    let own = values.attachments.len();
    let ids: Vec<String> =
        values.attachments.iter().cloned().chain(answered.iter().map(|(.., id)| id.to_string())).collect();
    let mut found = Flaws::default();
    let attachments = arrived(store, request.actor()?, &ids, &mut found).await?;
    for (field, flaw) in found.iter() {
        let place = field.strip_prefix("attachments/").and_then(|place| place.parse::<usize>().ok());
        match place.and_then(|place| answered.get(place.checked_sub(own)?)) {
            Some((key, place, _)) => flaws.add(format!("answers/{key}/{place}"), flaw.clone()),
            None => flaws.add(field, flaw.clone()),
        }
    }
    Ok(attachments)
}

/// The files of answers: the question's key, the file's place in its answer, the file.
fn answered(answers: &Answers) -> impl Iterator<Item = (&str, usize, &UploadId)> {
    answers.answers.iter().flat_map(|answer| {
        let files = match &answer.value {
            Value::File(files) => files.as_slice(),
            _ => &[],
        };
        files.iter().enumerate().map(move |(place, file)| (answer.key.as_str(), place, file))
    })
}
