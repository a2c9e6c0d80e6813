// Sends one file to storage: whole when it is small, in parts when it is large, and again where the network
// failed. It knows nothing of the page; upload.js shows what it tells.

const AT_ONCE = 3;
// How many parts' addresses are asked for together: enough to keep the line busy, few enough to be used
// before they expire.
const BATCH = 6;
const TRIES = 8;

// An answer that trying again would not change; its message is the server's own sentence.
class Refused extends Error {}
// A failure that may pass: no network, an overloaded server, an address that expired.
class Passing extends Error {}

const pause = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });

const online = (signal) =>
  new Promise((resolve, reject) => {
    addEventListener("online", resolve, { once: true, signal });
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
const sha256 = async (blob) => hex(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer()));

export class Transfer {
  // `told` hears of `checking`, `sending`, `paused` and `resumed`, and by `progress(share)` how far it is.
  constructor(file, csrf, reader, told) {
    Object.assign(this, { file, csrf, told });
    this.stop = new AbortController();
    this.signal = this.stop.signal;
    // By this a file chosen again after a reload is known to be on its way already.
    this.memory = `upload ${reader} ${file.name} ${file.size} ${file.lastModified}`;
    this.sent = new Map();
  }

  cancel() {
    this.stop.abort();
    this.forget();
  }

  forget() {
    localStorage.removeItem(this.memory);
  }

  // Resolves to the upload's id once storage has the whole file.
  async run() {
    this.told.checking();
    const upload = (await this.known()) ?? (await this.announce());
    if (upload.state !== "arrived") {
      this.told.sending();
      if (upload.put) await this.again(() => this.put(upload.put, this.file, 0));
      else await this.parts(upload);
      await this.ask("POST", `/uploads/${upload.id}/complete`, {});
    }
    return upload.id;
  }

  // The upload that an earlier page began for this file, if the server still has it. A file sent whole has
  // nothing to go on from: it begins anew.
  async known() {
    const id = localStorage.getItem(this.memory);
    if (!id) return null;
    try {
      const upload = await this.ask("GET", `/uploads/${id}`);
      if (upload.state === "arrived" || upload.parts > 1) {
        this.told.resumed();
        return upload;
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
    this.forget();
    return null;
  }

  async announce() {
    const { name, size, type } = this.file;
    const announced = { name, size, media_type: type || "application/octet-stream" };
    // A large file is too much to hash before it starts: its parts are hashed one by one instead.
    if (size <= 64 * 2 ** 20) announced.sha256 = await sha256(this.file);
    const upload = await this.ask("POST", "/uploads", announced);
    localStorage.setItem(this.memory, upload.id);
    return upload;
  }

  async parts(upload) {
    const slice = (number) => this.file.slice((number - 1) * upload.part_size, number * upload.part_size);
    const arrived = new Set(upload.arrived ?? []);
    for (const number of arrived) this.sent.set(number, slice(number).size);
    const missing = Array.from({ length: upload.parts }, (_, at) => at + 1).filter((number) => !arrived.has(number));
    const address = async (numbers) => {
      const parts = [];
      for (const number of numbers) parts.push({ number, sha256: await sha256(slice(number)) });
      return (await this.ask("POST", `/uploads/${upload.id}/parts`, { parts })).parts;
    };
    while (missing.length) {
      const queue = await address(missing.splice(0, BATCH));
      const worker = async () => {
        for (let part = queue.shift(); part; part = queue.shift()) {
          const { number } = part;
          await this.again(async (attempt) => {
            // The address may have expired while there was no network.
            if (attempt > 0) [part] = await address([number]);
            await this.put(part, slice(number), number);
          });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    }
  }

  // XMLHttpRequest, since fetch cannot tell how much of a body has left.
  put({ url, headers }, body, number) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const report = (bytes) => {
        this.sent.set(number, bytes);
        const total = [...this.sent.values()].reduce((sum, bytes) => sum + bytes, 0);
        this.told.progress(Math.min(total / this.file.size, 1));
      };
      const fail = (error) => (report(0), reject(error));
      request.upload.onprogress = (event) => report(event.loaded);
      request.onload = () => {
        if (request.status < 300) resolve(report(body.size));
        // What storage says of it is for programs, and in no language of the page.
        else fail(new Passing("network"));
      };
      request.onerror = request.ontimeout = () => fail(new Passing("network"));
      request.onabort = () => reject(this.signal.reason);
      this.signal.addEventListener("abort", () => request.abort(), { once: true });
      request.open("PUT", url);
      for (const [name, value] of Object.entries(headers ?? {})) request.setRequestHeader(name, value);
      request.send(body);
    });
  }

  // One call of the portal, tried again while its failure may pass.
  ask(method, address, body) {
    return this.again(async () => {
      let answer = await this.fetch(method, address, body);
      // A long upload outlives the access token: the same request goes by way of its renewal, which passes
      // it on.
      if (answer.status === 401) {
        answer = await this.fetch(method, `/session/refresh?to=${encodeURIComponent(address)}`, body);
      }
      const said = await answer.json().catch(() => ({}));
      if (answer.ok) return said;
      // The portal says when to come back, which is no matter of seconds; a gateway with too much to do does not.
      const later = answer.headers.has("retry-after");
      const passing = answer.status >= 500 || (answer.status === 429 && !later) || answer.status === 408;
      throw new (passing ? Passing : Refused)(said.errors?.[0]?.detail ?? said.detail ?? said.title ?? "");
    });
  }

  async fetch(method, address, body) {
    const headers = { accept: "application/json", "x-csrf-token": this.csrf };
    if (body) headers["content-type"] = "application/json";
    try {
      return await fetch(address, { method, headers, body: body && JSON.stringify(body), signal: this.signal });
    } catch (error) {
      // fetch calls every failure of the network a TypeError.
      throw error instanceof TypeError ? new Passing("network") : error;
    }
  }

  // Waits longer each time, and as long as it takes while there is no network.
  async again(attempt) {
    for (let tries = 0; ; tries++) {
      try {
        return await attempt(tries);
      } catch (error) {
        if (!(error instanceof Passing) || tries >= TRIES) throw error;
        this.told.paused();
        if (navigator.onLine) {
          await pause(Math.min(1000 * 2 ** tries, 30_000) * (0.5 + Math.random()), this.signal);
        } else {
          await online(this.signal);
          tries = 0;
        }
        this.told.sending();
      }
    }
  }
}
