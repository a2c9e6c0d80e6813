"""Stands between the functions under `cargo lambda watch` and their data services.

Hands every request on as it came, and writes down which function called what, a line
`<function> <IAM action>` each, so that a test can count what a route costs. A function
names itself in its User-Agent. Takes three arguments: its own address, that of the data
services, and the file to write.

It tells of LocalStack's mails, too, at the path of LocalStack: those to an address (`to`), and
those whose subject has these words (`subject`). LocalStack itself tells of all or of one.

What the mail service refuses is told as that. LocalStack tells it as an error of its own, which
whoever sends mails tries again and again.

A file that is other than its checksum says is refused here. LocalStack refuses it, too, but
nobody can read the file in whose place it was sent from then on.
"""

import base64
import hashlib
import http.client
import json
import re
import sys
import threading
import time
import urllib.error
import urllib.request
from email import message_from_string, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, urlsplit

own, services, file = sys.argv[1:]
CHUNK = 64 * 1024
MAILS = "/_aws/ses"
# They tell of one connection, not of what is sent over it.
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding"}
# Seconds between tries to read mails.
PAUSES = (0.1, 0.3, 1, None)
FORM = "x-www-form-urlencoded"
# The code with which the mail service refused a mail, in LocalStack's error of its own.
REFUSED = re.compile(rb"calling ses\.SendRawEmail: 400 .*?&lt;Code&gt;(\w+)&lt;/Code&gt;", re.DOTALL)
CHECKSUM = "x-amz-checksum-sha256"
BAD_DIGEST = b"<Error><Code>BadDigest</Code></Error>"
REFUSAL = b"<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code></Error></ErrorResponse>"


def caller(agent):
    """The function, which a user agent names as its application."""
    return next((word[4:] for word in (agent or "").split() if word.startswith("app/")), None)


def is_mail(request):
    """Whether a request of a function sends a mail: it sends no other form."""
    return FORM in (request.headers.get("Content-Type") or "")


def action(request):
    """The IAM action a request of a function asks for; those of DynamoDB and others name it in a header."""
    target = request.headers.get("X-Amz-Target")
    if target:
        service, _, name = target.rpartition(".")
        service = {"AmazonSQS": "sqs"}.get(service, service.split("_")[0].lower())
        return f"{service}:{name.removesuffix('Batch') if service == 'sqs' else name}"
    if is_mail(request):
        return "ses:SendRawEmail"
    if "uploadId" in parse_qs(urlsplit(request.path).query) and request.command == "GET":
        return "s3:ListMultipartUploadParts"
    return "s3:GetObject" if request.command in ("GET", "HEAD") else "s3:PutObject"


def told(address):
    """What the service answers, which fails now and then while mails arrive."""
    for pause in PAUSES:
        try:
            with urllib.request.urlopen(address) as answer:
                return answer.read()
        except urllib.error.HTTPError:
            if pause is None:
                raise
            time.sleep(pause)


class Mailbox:
    """The mails that the service was given: all that it has at first, and then those that go by."""

    def __init__(self):
        self.lock = threading.Lock()
        self.mails = None
        self.new = []

    def goes_by(self, answer):
        """Remembers the mail that this answer says is taken."""
        if found := re.search(rb"<MessageId>([^<]+)</MessageId>", answer):
            self.new.append(found[1].decode())

    def narrowed(self, to, subject):
        """The mails to an address whose subject has these words, as the service tells of them; all for no words."""
        with self.lock:
            if self.mails is None:
                # What goes by from now on may be among these or not: it is read by itself, too.
                self.new.clear()
                self.mails = self.read(MAILS)
            while self.new:
                self.mails |= self.read(f"{MAILS}?id={quote(self.new[0])}")
                self.new.pop(0)
            mails = self.mails.values()
            return [mail for whom, about, mail in mails if to.lower() in whom and subject in about]

    @staticmethod
    def read(path):
        """The mails that the service tells of there, by identifier: to whom, about what, and as it tells of them."""
        messages = json.loads(told(services + path))["messages"]
        parsed = [(message_from_string(one["RawData"], policy=policy.default), one) for one in messages]
        return {one["Id"]: (str(mail["To"]).lower(), str(mail["Subject"]), one) for mail, one in parsed}


mailbox = Mailbox()


class Recorder(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body are written apart; waiting for an acknowledgement between them costs 40 ms.
    disable_nagle_algorithm = True

    def body(self):
        left = int(self.headers.get("Content-Length") or 0)
        while left and (chunk := self.rfile.read(min(left, CHUNK))):
            left -= len(chunk)
            yield chunk

    def handle_one(self):
        """A request: for mails, or to be handed on."""
        address = urlsplit(self.path)
        if self.command != "GET" or address.path != MAILS:
            return self.hand_on()
        asked = parse_qs(address.query)
        mails = mailbox.narrowed(asked.get("to", [""])[0], asked.get("subject", [""])[0])
        body = json.dumps({"messages": mails}).encode()
        self.send_response_only(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def hand_on(self):
        if name := caller(self.headers.get("User-Agent")):
            with open(file, "a", encoding="utf-8") as calls:
                calls.write(f"{name} {action(self)}\n")
        connection = http.client.HTTPConnection(urlsplit(services).netloc)
        try:
            connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                if name.lower() not in HOP_BY_HOP:
                    connection.putheader(name, value)
            body = self.body()
            if told := self.headers.get(CHECKSUM):
                body = b"".join(body)
                if told != base64.b64encode(hashlib.sha256(body).digest()).decode():
                    return self.refuse(BAD_DIGEST)
            connection.endheaders(body)
            answer = connection.getresponse()
            failed = answer.status == 500 and is_mail(self)
            self.tell_failure(answer) if failed else self.answer(answer)
        finally:
            connection.close()

    def answer(self, answer):
        self.send_response_only(answer.status, answer.reason)
        for name, value in answer.getheaders():
            if name.lower() not in HOP_BY_HOP:
                self.send_header(name, value)
        bare = self.command == "HEAD" or answer.status in (204, 304)
        # Without a length, the end of the body is the end of the connection.
        if not bare and answer.getheader("Content-Length") is None:
            self.close_connection = True
            self.send_header("Connection", "close")
        self.end_headers()
        while not bare and (chunk := answer.read(CHUNK)):
            if chunk.startswith(b"<") and b"<SendRawEmailResult" in chunk:
                mailbox.goes_by(chunk)
            self.wfile.write(chunk)

    def tell_failure(self, answer):
        """That a mail was not taken, or refused."""
        body = answer.read()
        if refused := REFUSED.search(body):
            return self.refuse(REFUSAL % refused[1])
        self.refuse(body, answer.status)

    def refuse(self, body, status=400):
        self.send_response_only(status)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = do_OPTIONS = handle_one

    def log_message(self, *_):
        pass


ThreadingHTTPServer.request_queue_size = 100
ThreadingHTTPServer((urlsplit(own).hostname, urlsplit(own).port), Recorder).serve_forever()
