"""Starts MiniStack with what it lacks and the portal stands on.

- MiniStack enforces IAM but knows neither the partition keys of a DynamoDB request
  (dynamodb:LeadingKeys) nor the sender of a mail (ses:FromAddress). With them every
  condition of infra/template.yaml holds here as it does on AWS, and is tested with it.
- It asks for a permission of its own to send a batch of messages, where AWS asks for
  the one to send a message.
- It takes a batch of stream records for done although the function reports some as
  failed. Here the batch is tried again, so that no event is lost.
- It takes a raw mail to an address that SES cannot read. Here it is refused, as MiniStack
  refuses any other mail to that address.
- It tells nobody who called what. Here each call of a function is a line of the file that
  CASEPORT_CALLS_FILE names, so that a test can count what a route costs.
- It keeps what functions log to itself. Here it is in the file that CASEPORT_LOG_FILE names, too.
- It tells of all mails at once, which are many after a while. Here it can be asked for those
  to an address (`to`), and those whose subject has these words (`subject`).
- It makes an HTTP API without the routes of its definition. Here they are made with it.
- It tells functions that every request comes from 127.0.0.1. Here they are told where it
  comes from, so that who tries too often shuts out nobody else.
- It wakes twenty times a second for each function that waits for a request; hundreds wait.
  Here it wakes once a second.
- It ends a function at its time limit, which is for a machine of its own. Here hundreds share
  one with what tests them, and have several times as long.
- It saves how far each stream was read but not the stream, so that after a restart as
  many new events were skipped as had been read before. Here the stream is saved too.
- It forgets the mails it was given when it is stopped. Here they are saved too.
"""

import base64
import json
import os
import queue
import re
import socket
import socketserver
from contextvars import ContextVar
from email import message_from_bytes, policy
from email.utils import parseaddr
from types import SimpleNamespace
from urllib.parse import parse_qs

# The runtime interface writes headers and body apart; waiting for an acknowledgement
# between the two costs each invocation 40 ms.
socketserver.StreamRequestHandler.disable_nagle_algorithm = True

from ministack import app
from ministack.core import iam_actions, iam_evaluator, lambda_runtime
from ministack.core.responses import get_request_client_ip
from ministack.services import apigateway, dynamodb, lambda_svc, ses
from ministack.services.cloudformation import provisioners

PARTITION_KEY = "pk"
LEADING_KEYS = "dynamodb:LeadingKeys"
ACCOUNT = "000000000000"


CALLS = os.environ.get("CASEPORT_CALLS_FILE")
LOG = os.environ.get("CASEPORT_LOG_FILE")

# Seconds.
SELDOM = 1

# How many times as long a function has as it says.
SPARE = 4

# The action a request asks for, until it was written down.
asked = ContextVar("asked", default=None)


def write_call(access_key):
    """Writes down who called what, once a request, however many permissions it takes."""
    action = asked.get()
    asked.set(None)
    caller = iam_evaluator.resolve_credential(access_key, ACCOUNT) if CALLS and action else None
    role = re.search(r":assumed-role/([^/]+)/", getattr(caller, "principal_arn", ""))
    if role:
        with open(CALLS, "a", encoding="utf-8") as calls:
            calls.write(f"{role[1]} {action}\n")


class KeyedArn(str):
    """The table's name in a transaction, with the keys of the item it stands for."""

    keys: list


def leading_keys(request):
    """The partition keys one request names, or none of a kind that names none."""
    items = [request.get("Key"), request.get("Item")]
    for batch in (request.get("RequestItems") or {}).values():
        if isinstance(batch, dict):
            items += batch.get("Keys", [])
        else:
            writes = [write for entry in batch for write in entry.values()]
            items += [write.get("Key") or write.get("Item") for write in writes]
    keys = [item[PARTITION_KEY]["S"] for item in items if item]
    condition = request.get("KeyConditionExpression")
    if condition and not request.get("IndexName"):
        keys.append(queried_key(request, condition))
    return keys


def queried_key(request, condition):
    """The partition key of a query, or an empty one, which no policy allows."""
    names = request.get("ExpressionAttributeNames") or {}
    for name, value in re.findall(r"([#\w]+)\s*=\s*(:\w+)", condition):
        if names.get(name, name) == PARTITION_KEY:
            return request["ExpressionAttributeValues"][value]["S"]
    return ""


def sender(body):
    """Who a mail says it is from."""
    form = parse_qs(body.decode())
    raw = base64.b64decode(form.get("RawMessage.Data", [""])[0])
    source = form.get("Source") or [message_from_bytes(raw, policy=policy.default)["From"] or ""]
    return parseaddr(str(source[0]))[1]


def with_our_keys(original):
    """Adds the missing keys to those of every request."""

    def context(service, action, body, params):
        asked.set(action)
        keys = dict(original(service, action, body, params))
        if service == "dynamodb" and (leading := leading_keys(json.loads(body or b"{}"))):
            keys[LEADING_KEYS] = leading
        if service == "ses" and action == "ses:SendRawEmail":
            keys["ses:FromAddress"] = sender(body)
        return keys

    return context


def with_item_keys(original):
    """Names each item of a transaction by its own key."""

    def checks(action, body, region, account):
        found = original(action, body, region, account)
        items = [item for entry in json.loads(body or b"{}").get("TransactItems", []) for item in entry.values()]
        for index, item in enumerate(items if found else []):
            arn = KeyedArn(found[index][1])
            arn.keys = leading_keys(item)
            found[index] = (found[index][0], arn)
        return found

    return checks


def with_arn_keys(original):
    """Evaluates each item of a transaction with its own key."""

    def enforce(access_key, *args, resource_arn="*", service_context=None, **rest):
        write_call(access_key)
        if isinstance(resource_arn, KeyedArn):
            service_context = {**(service_context or {}), LEADING_KEYS: resource_arn.keys}
        return original(access_key, *args, resource_arn=resource_arn, service_context=service_context, **rest)

    return enforce


def with_sender_identity(original):
    """Names the identity a mail is sent as; MiniStack knows none."""

    def resource_arn(service, method, path, headers, body, params, region, account):
        if service == "ses" and b"Action=SendRawEmail" in body:
            return f"arn:aws:ses:{region}:{account}:identity/{sender(body)}"
        return original(service, method, path, headers, body, params, region, account)

    return resource_arn


def with_real_actions(original):
    """Names the action that AWS authorizes a batch of messages by."""

    def action(service, *args, **rest):
        found = original(service, *args, **rest)
        return found.removesuffix("Batch") if service == "sqs" and found else found

    return action


def with_addresses_read(original):
    """Refuses a raw mail to an address that SES cannot read."""

    def send(params):
        if any(map(ses._missing_domain, ses._collect_list(params, "Destinations.member"))):
            return ses._error("InvalidParameterValue", "Missing final '@domain'", 400)
        return original(params)

    return send


def with_mails_narrowed(original):
    """Tells of the mails to one address, or with these words in their subject."""

    async def tell(method, path, headers, query):
        to, subject = ("".join(query.get(name, "")) for name in ("to", "subject"))
        if (method, path) != ("GET", "/_ministack/ses/messages") or not (to or subject):
            return await original(method, path, headers, query)
        stored = ses._sent_emails.to_dict().items()
        mails = [mail for key, kept in stored if key[-1] == "entries" for mail in kept]
        asked = [mail for mail in mails if to.lower() in str(mail["To"]).lower() and subject in mail["Subject"]]
        body = json.dumps({"messages": {ACCOUNT: asked}}).encode()
        return 200, {"Content-Type": "application/json"}, body

    return tell


def with_partial_failures(original):
    """Takes a batch of stream records for failed when the function reports one as failed."""

    def execute(function, event, *args, **rest):
        result = original(function, event, *args, **rest)
        records = event.get("Records") if isinstance(event, dict) else None
        if records and records[0].get("eventSource") == "aws:dynamodb":
            body = result.get("body")
            body = json.loads(body) if isinstance(body, (str, bytes)) else body
            if body and body.get("batchItemFailures"):
                return {**result, "error": True}
        return result

    return execute


class PatientQueue(queue.Queue):
    """Wakes at once for what comes, and seldom while nothing does."""

    def get(self, block=True, timeout=None):
        return super().get(block, timeout and max(timeout, SELDOM))


def with_patience(original):
    """Looks seldom whether a function's server is to end."""

    def serve(server, poll_interval=SELDOM):
        return original(server, max(poll_interval, SELDOM))

    return serve


def without_patience(original):
    """Ends a server at once, however seldom it looks."""

    def shutdown(server):
        server._BaseServer__shutdown_request = True
        socket.create_connection(server.server_address).close()
        return original(server)

    return shutdown


def with_time_to_spare(original):
    """Gives a function several times its time."""

    def start(worker, name, config, *args):
        return original(worker, name, {**config, "Timeout": SPARE * config["Timeout"]}, *args)

    return start


def with_source(original):
    """Tells a function where a request comes from."""

    def execute(function, event, *args, **rest):
        http = event.get("requestContext", {}).get("http") if isinstance(event, dict) else None
        if http:
            http["sourceIp"] = get_request_client_ip()
        return original(function, event, *args, **rest)

    return execute


def keep(service, **stores):
    """Saves and restores these, too, of what a service holds."""
    save, restore = service.get_state, service.load_persisted_state

    def saved():
        return {**save(), **stores}

    def restored(state):
        restore(state)
        for name, store in stores.items():
            store.update(state.get(name, {}))

    service.get_state, service.load_persisted_state = saved, restored


def with_log_file(original):
    """Writes what functions log to a file, too."""

    def emit(function, request, text, *args, **rest):
        if LOG and text:
            with open(LOG, "a", encoding="utf-8") as log:
                log.write(f"{text}\n")
        return original(function, request, text, *args, **rest)

    return emit


METHODS = {"get": "GET", "post": "POST", "x-amazon-apigateway-any-method": "ANY"}


def defined(properties):
    """The properties of an API as they would be without a definition."""
    body = properties["Body"]
    endpoint = body["x-amazon-apigateway-endpoint-configuration"]
    return {
        "Name": body["info"]["title"],
        "DisableExecuteApiEndpoint": endpoint["disableExecuteApiEndpoint"],
        "Tags": {tag["name"]: tag["x-amazon-apigateway-tag-value"] for tag in body["tags"]},
    }


def import_routes(api, body):
    """Makes the routes of an API's definition in place of those it has."""
    routes, integrations = {}, {}
    for path, methods in body["paths"].items():
        for method, operation in methods.items():
            default = operation.get("isDefaultRoute")
            name = METHODS[method]
            key = "$default" if default else f"{name} {path}"
            found = operation["x-amazon-apigateway-integration"]
            integration = {
                "IntegrationUri": found["uri"],
                "PayloadFormatVersion": found["payloadFormatVersion"],
            }
            integration = provisioners._apigw_v2_integration_props(integration)
            number = f"{len(routes) + 1:07}"
            integrations[number] = {"integrationId": number, **integration}
            route = {"RouteKey": key, "Target": f"integrations/{number}"}
            routes[number] = {"routeId": number, **provisioners._apigw_v2_route_props(route)}
    apigateway._routes[api], apigateway._integrations[api] = routes, integrations


def with_routes(original, properties_at):
    """Makes or changes an API with the routes of its definition."""

    def provision(*args, **rest):
        given = args[properties_at]
        args = [defined(one) if isinstance(one, dict) and "Body" in one else one for one in args]
        api, attributes = original(*args, **rest)
        import_routes(api, given["Body"])
        return api, attributes

    return provision


api = provisioners._RESOURCE_HANDLERS["AWS::ApiGatewayV2::Api"]
api["create"] = with_routes(api["create"], 1)
api["update"] = with_routes(api["update"], 2)
keep(dynamodb, stream_records=dynamodb._stream_records, stream_trimmed=dynamodb._stream_trimmed)
keep(ses, sent_emails=ses._sent_emails)
socketserver.BaseServer.serve_forever = with_patience(socketserver.BaseServer.serve_forever)
socketserver.BaseServer.shutdown = without_patience(socketserver.BaseServer.shutdown)
lambda_runtime.ProvidedWorker.__init__ = with_time_to_spare(lambda_runtime.ProvidedWorker.__init__)
lambda_runtime._PROVIDED_INIT_TIMEOUT *= SPARE
lambda_runtime.queue = SimpleNamespace(Queue=PatientQueue, Empty=queue.Empty, Full=queue.Full)
lambda_svc._execute_function = with_source(with_partial_failures(lambda_svc._execute_function))
app._handle_ses_messages_request = with_mails_narrowed(app._handle_ses_messages_request)
ses._send_raw_email = with_addresses_read(ses._send_raw_email)
iam_actions.extract_iam_action = with_real_actions(iam_actions.extract_iam_action)
iam_actions.extract_resource_arn = with_sender_identity(iam_actions.extract_resource_arn)
iam_actions.request_tag_context = with_our_keys(iam_actions.request_tag_context)
iam_actions.dynamodb_transaction_checks = with_item_keys(iam_actions.dynamodb_transaction_checks)
iam_evaluator.enforce = with_arn_keys(iam_evaluator.enforce)
lambda_svc._emit_lambda_logs = with_log_file(lambda_svc._emit_lambda_logs)

if __name__ == "__main__":
    app.main()
