/** Why a question got no answer, in words for people. */
export class Problem extends Error {
  constructor(detail, status = 0) {
    super(detail);
    this.status = status;
  }
}

const UNREACHABLE = 'The advisor cannot be reached. Check that it is running, then ask again.';
const JSON_TYPE = 'application/json';
const EVENTS_TYPE = 'text/event-stream';

/**
 * Asks a question and yields {name, data} for every event of the answer, up to its done.
 * When the connection breaks, the rest is fetched from where it broke off.
 */
export async function* ask(question, signal) {
  let answer = null;
  let last = 0;
  let open = () => post(question, signal);
  for (let tries = 0; ; tries++) {
    try {
      for await (const event of events(await open())) {
        last = event.id;
        tries = 0;
        if (event.name === 'error') throw new Problem(event.data.detail, event.data.status);
        if (event.name === 'understood') answer = event.data.id;
        yield event;
        if (event.name === 'done') return;
      }
    } catch (failure) {
      if (failure instanceof Problem || signal.aborted) throw failure;
    }
    if (answer === null || tries >= 4) throw new Problem(UNREACHABLE);
    await pause(300 * 2 ** tries, signal);
    open = () => resume(answer, last, signal);
  }
}

function post(question, signal) {
  return request('/api/chat', {
    method: 'POST',
    headers: {'Content-Type': JSON_TYPE, Accept: EVENTS_TYPE},
    body: JSON.stringify(question),
    signal,
  });
}

function resume(answer, last, signal) {
  const headers = {Accept: EVENTS_TYPE, 'Last-Event-ID': String(last)};
  return request('/api/answers/' + encodeURIComponent(answer), {headers, signal});
}

/** A response that is not a problem. */
export async function request(path, options) {
  const response = await fetch(path, options);
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  throw new Problem(problem.detail ?? UNREACHABLE, response.status);
}

/** The events of a text/event-stream, comments left out. */
export async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const {value, done} = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const event = parse(block);
      if (event) yield event;
    }
  }
}

function parse(block) {
  const fields = {};
  for (const line of block.split('\n')) {
    const colon = line.indexOf(': ');
    if (colon > 0) fields[line.slice(0, colon)] = line.slice(colon + 2);
  }
  if (!fields.data) return null;
  return {id: Number(fields.id), name: fields.event, data: JSON.parse(fields.data)};
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, {once: true});
  });
}
