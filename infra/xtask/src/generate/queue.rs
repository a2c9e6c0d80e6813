//! Queues with their dead-letter queues and alarms, and the schedules that fill some of them.

use caseport_routes::{Queue, Trigger, WORKERS};

use super::names::{indented, logical};

/// How often its worker's time a queue hides a message that was given out, as Lambda asks of a queue that feeds it.
const VISIBILITY: u16 = 6;

/// Every queue, the dead letters of the stream, and the schedules.
pub fn all() -> String {
    let mut text = String::new();
    for queue in Queue::ALL {
        text += &queue_with_alarm(*queue);
        text += "\n";
    }
    text += "# What the relay could not hand on: which records of the stream, for a day.\n";
    text += &dead_letters("Events", "events", false);
    for worker in WORKERS {
        if let Trigger::Schedule { queue, minutes } = worker.trigger {
            text += "\n";
            text += &schedule(queue, minutes);
        }
    }
    text
}

/// The queues that schedules fill.
pub fn ticked() -> impl Iterator<Item = Queue> {
    WORKERS.iter().filter_map(|worker| match worker.trigger {
        Trigger::Schedule { queue, .. } => Some(queue),
        Trigger::Stream | Trigger::Queue(_) => None,
    })
}

/// How many seconds the worker of a queue may take.
fn seconds(queue: Queue) -> u16 {
    let feeds = |trigger: Trigger| match trigger {
        Trigger::Queue(of) | Trigger::Schedule { queue: of, .. } => of == queue,
        Trigger::Stream => false,
    };
    WORKERS.iter().filter(|worker| feeds(worker.trigger)).map(|worker| worker.seconds).max().unwrap_or(60)
}

fn queue_with_alarm(queue: Queue) -> String {
    let id = logical(queue.name());
    let visibility = VISIBILITY * seconds(queue);
    format!(
        "{id}Queue:
  Type: AWS::SQS::Queue
  Properties:
    SqsManagedSseEnabled: true
{order}    VisibilityTimeout: {visibility}
    RedrivePolicy:
      deadLetterTargetArn: !GetAtt {id}DeadLetters.Arn
      maxReceiveCount: 5
{dead_letters}{alarm}",
        order = if queue.is_ordered() { BY_GROUP } else { "" },
        dead_letters = dead_letters(&id, queue.name(), queue.is_ordered()),
        alarm = alarm(
            &format!("{id}QueueAlarm"),
            &format!("The {} queue is not worked off.", queue.name()),
            "ApproximateAgeOfOldestMessage",
            &format!("{id}Queue"),
            900,
        ),
    )
}

/// What has the messages of a group come in their order, and no group wait for another.
const BY_GROUP: &str = "    FifoQueue: true
    DeduplicationScope: messageGroup
    FifoThroughputLimit: perMessageGroupId
";

/// The dead letters of a queue are in order if the queue is: SQS will have it so.
fn dead_letters(id: &str, name: &str, is_ordered: bool) -> String {
    let order = if is_ordered { "    FifoQueue: true\n" } else { "" };
    format!(
        "{id}DeadLetters:
  Type: AWS::SQS::Queue
  Properties:
    SqsManagedSseEnabled: true
{order}    MessageRetentionPeriod: 1209600
{alarm}",
        alarm = alarm(
            &format!("{id}DeadLettersAlarm"),
            &format!("Messages of {name} failed for good. Look at them, mend the cause, then redrive."),
            "ApproximateNumberOfMessagesVisible",
            &format!("{id}DeadLetters"),
            0,
        ),
    )
}

fn alarm(id: &str, description: &str, metric: &str, queue: &str, threshold: u16) -> String {
    format!(
        "{id}:
  Type: AWS::CloudWatch::Alarm
  Properties:
    AlarmDescription: {description}
    Namespace: AWS/SQS
    MetricName: {metric}
    Dimensions:
      - {{Name: QueueName, Value: !GetAtt {queue}.QueueName}}
    Statistic: Maximum
    Period: 300
    EvaluationPeriods: 1
    Threshold: {threshold}
    ComparisonOperator: GreaterThanThreshold
    TreatMissingData: notBreaching
    AlarmActions: !If [HasAlarmTopic, [!Ref AlarmTopic], !Ref AWS::NoValue]
"
    )
}

fn schedule(queue: Queue, minutes: u8) -> String {
    let id = logical(queue.name());
    let unit = if minutes == 1 { "minute" } else { "minutes" };
    format!(
        "{id}Ticks:
  Type: AWS::Scheduler::Schedule
  Properties:
    ScheduleExpression: rate({minutes} {unit})
    FlexibleTimeWindow: {{Mode: \"OFF\"}}
    Target:
      Arn: !GetAtt {id}Queue.Arn
      RoleArn: !GetAtt TicksRole.Arn
      Input: '{{\"scheduled\":\"<aws.scheduler.scheduled-time>\"}}'
"
    )
}

/// Outputs by which tests and the local bring-up find the queues.
pub fn outputs() -> String {
    let output = |queue: &Queue| {
        let id = logical(queue.name());
        format!("{id}Queue:\n") + &indented(&format!("Value: !Ref {id}Queue"), 2)
    };
    Queue::ALL.iter().map(output).collect()
}
