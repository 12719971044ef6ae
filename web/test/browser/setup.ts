/** What the browser tests run against: `./advisor`, a browser, and sites that embed the widget. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { oddAdvisor } from './odd-advisor.ts';
import { oddTexts } from './odd.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

declare module 'vitest' {
  interface ProvidedContext {
    browser: string;
    advisor: string;
    /** The same advisor behind a proxy that holds an answer back, after `/cut` of the friend, until its `/cut-now`. */
    cutting: string;
    /** A site whose origin may ask, and one whose may not. */
    friend: string;
    stranger: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // whoever names a folder wants to look into it afterwards
  const kept = process.env['ADVISOR_BROWSER_DATA'];
  const data = kept ?? (await mkdtemp(join(tmpdir(), 'advisor-browser-')));
  const sites = { advisor: '', cutting: '' };
  const friend = site(sites);
  const stranger = site(sites);
  const friendly = await listen(friend);
  const [advisor, browser] = await Promise.all([startAdvisor(data, friendly), startBrowser()]);
  sites.advisor = advisor.address;
  const proxy = new CuttingProxy(new URL(advisor.address));
  sites.cutting = await listen(proxy.server);
  friend.on('request', ({ url }) => {
    if (url === '/cut') proxy.arm();
    if (url === '/cut-now') proxy.cut();
  });
  project.provide('advisor', sites.advisor);
  project.provide('cutting', sites.cutting);
  project.provide('friend', friendly);
  project.provide('stranger', await listen(stranger));
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    for (const server of [friend, stranger, proxy.server]) server.close();
    await ended(advisor.process);
    if (!kept) await rm(data, { recursive: true, force: true });
  };
}

/** A corpus with a document of odd texts, to lie over the one that is shipped. */
async function plantedCorpus(data: string): Promise<string> {
  const planted = join(data, 'planted');
  await mkdir(planted, { recursive: true });
  // whole characters and no line breaks: a corpus is strict UTF-8, and a text is one line of it
  const lines = oddTexts().map((text) => text.toWellFormed().replace(/[\r\n\u2028\u2029]/g, ' '));
  await writeFile(join(planted, 'odd.md'), `# Odd texts\n\n${lines.join('\n\n')}\n`);
  return planted;
}

async function startAdvisor(data: string, allowed: string) {
  const corpora = ['--corpus', join(ROOT, 'corpus'), '--corpus', await plantedCorpus(data)];
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('ADVISOR_') || name === 'ADVISOR_JAVA_HOME'),
  );
  const server = spawn(process.env['ADVISOR_LAUNCHER'] ?? join(ROOT, 'advisor'), ['serve', '--port', '0', '--data', join(data, 'data'), ...corpora], {
    env: {
      ...environment,
      ADVISOR_ALLOWED_ORIGINS: allowed,
      ADVISOR_EMBEDDINGS: 'off',
      ADVISOR_QUESTIONS_PER_MINUTE: '0',
      ADVISOR_REQUESTS_PER_MINUTE: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (text) => (said += text));
  for await (const line of createInterface(server.stdout)) {
    const address = /^listening on (.*)$/.exec(line)?.[1];
    if (address) return { process: server, address };
  }
  throw new Error(`./advisor serve did not start: ${said}`);
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill();
  });
}

/** The browser that ADVISOR_BROWSER names, or the one that a package brings along. */
async function startBrowser(): Promise<BrowserServer> {
  const named = process.env['ADVISOR_BROWSER'];
  if (named) return chromium.launchServer({ executablePath: named });
  // where this is set, the package also brings the system libraries that the browser needs
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  const packaged = (await import('@sparticuz/chromium')).default;
  try {
    return await chromium.launchServer({
      executablePath: await packaged.executablePath(),
      args: ['--headless=shell', '--disable-gpu', '--disable-dev-shm-usage'],
    });
  } catch (cause) {
    throw new Error('The packaged Chromium does not run here: name an installed one in ADVISOR_BROWSER.', { cause });
  }
}

/** A site of someone else. Its pages embed the widget in the ways there are. */
function site(addresses: { readonly advisor: string; readonly cutting: string }): Server {
  return createServer((request, response) => {
    const { advisor, cutting } = addresses;
    if (request.url?.startsWith('/odd/api/')) {
      void oddAdvisor(request, response);
      return;
    }
    const script = `<script type="module" src="${advisor}/widget.js"></script>`;
    const pages: Record<string, string> = {
      '/': script,
      '/box': `${script}<div id="box"><advisor-chat></advisor-chat></div>`,
      '/cut': `<advisor-chat api="${cutting}/"></advisor-chat>${script}`,
      '/strict': `${script}<advisor-chat></advisor-chat>`,
      '/odd': `${script}<advisor-chat api="/odd/"></advisor-chat>`,
      '/hostile': `${script}<link rel="stylesheet" href="/hostile.css"><div id="box"><advisor-chat></advisor-chat></div>`,
      '/hostile.css':
        '* { color: red !important; font: 30px cursive !important; text-align: right !important; letter-spacing: 9px !important; ' +
        'text-transform: uppercase !important; line-height: 5 !important; text-indent: 40px !important } button, textarea { display: none !important }',
      '/site.css':
        'html { font-size: 62.5% } body { text-align: center; line-height: 3 } ' +
        'button { display: none } #box { width: 500px; height: 520px }',
    };
    const page = pages[request.url ?? ''];
    if (page === undefined) {
      response.writeHead(404).end();
      return;
    }
    const isStyle = request.url?.endsWith('.css');
    response.writeHead(200, {
      'Content-Type': `${isStyle ? 'text/css' : 'text/html'}; charset=utf-8`,
      ...((request.url === '/strict' || request.url === '/odd') && {
        'Content-Security-Policy':
          `default-src 'none'; script-src ${advisor}; connect-src 'self' ${advisor}; style-src 'self'; img-src data:; ` +
          "require-trusted-types-for 'script'; trusted-types lit-html",
      }),
    });
    response.end(
      isStyle
        ? page
        : `<!doctype html><html lang="en"><meta charset="utf-8"><title>Acme</title>` +
            `<meta name="viewport" content="width=device-width, initial-scale=1">` +
            `<link rel="icon" href="data:,"><link rel="stylesheet" href="/site.css">` +
            `<main><h1>Acme handbook</h1><p>How we choose.</p>${page}</main></html>`,
    );
  });
}

/**
 * Passes bytes on, but of the next answer once armed no more than its first sentence and a piece of
 * the event after it; `cut` then ends that connection.
 */
class CuttingProxy {
  readonly server = createTcpServer((client) => this.pass(client));
  private held: Socket | null = null;
  private armed = false;

  constructor(private readonly advisor: URL) {}

  arm(): void {
    this.armed = true;
  }

  cut(): void {
    this.held?.destroy();
  }

  private pass(client: Socket): void {
    const server = connect(Number(this.advisor.port), this.advisor.hostname);
    let answering = false;
    let said = '';
    client.on('data', (bytes) => {
      answering ||= bytes.includes('POST /api/chat');
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (client === this.held) return;
      const before = said.length;
      said += bytes.toString('latin1');
      const sentence = said.indexOf('event: sentence');
      const end = sentence < 0 ? -1 : said.indexOf('\n\n', sentence);
      if (!answering || !this.armed || end < 0) {
        client.write(bytes);
        return;
      }
      this.armed = false;
      this.held = client;
      client.write(bytes.subarray(0, end + 30 - before));
    });
    for (const [one, other] of [[client, server], [server, client]] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  }
}

async function listen(server: Server | TcpServer): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
