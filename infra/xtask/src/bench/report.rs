//! What `bench` prints: a table in Markdown, for README.

use std::time::Duration;

use super::visit::Visit;
use super::{Measured, Subject};

/// Prints a line for each function, with the least and the median of what was measured again and again; then what the
/// first visit costs.
pub fn print(subjects: &[Subject], visit: &Visit) {
    let starts = subjects.first().map_or(0, |subject| subject.runs.len());
    eprintln!(
        "\n| {starts} starts of each: least, median | start to first `next` | start to first answer | \
        processor time of a later answer | resident memory | zip | AWS calls | answer |"
    );
    eprintln!("|---|---|---|---|---|---|---|---|");
    for subject in subjects {
        eprintln!("{}", row(subject));
    }
    eprintln!(
        "\nThe first visit of the list takes {} requests and {:.1} kB without headers.",
        visit.requests,
        kilobytes(visit.bytes)
    );
}

fn row(subject: &Subject) -> String {
    let both = |unit: &str, measure: fn(&Measured) -> f64| {
        let (least, median) = least_and_median(subject.runs.iter().map(measure).collect());
        format!("{least:.2}, {median:.2} {unit}")
    };
    let answer = subject.runs.iter().map(|run| run.answer_bytes).max().unwrap_or_default();
    format!(
        "| {} | {} | {} | {} | {} | {:.1} MiB | {} | {:.1} kB |",
        subject.name,
        both("ms", |run| millis(run.ready)),
        both("ms", |run| millis(run.first_answer)),
        both("ms", |run| millis(run.cpu_each)),
        both("MiB", |run| run.resident_kib / 1024.0),
        mebibytes(subject.zip),
        subject.aws_calls,
        kilobytes(answer),
    )
}

fn least_and_median(mut values: Vec<f64>) -> (f64, f64) {
    values.sort_by(f64::total_cmp);
    let at = |index: usize| values.get(index).copied().unwrap_or(f64::NAN);
    (at(0), at(values.len() / 2))
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

#[expect(clippy::cast_precision_loss, reason = "a size for people to read")]
fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / 1024.0 / 1024.0
}

#[expect(clippy::cast_precision_loss, reason = "a size for people to read")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}
