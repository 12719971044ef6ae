// Builds the widget and the pages: node build.mjs FOLDER [all]
//
// Maven runs this in every build, so it does nothing when nothing has changed: packages are
// installed when package-lock.json is another, and the folder is written when a source is. With
// "all" the packages of the tests are installed too.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a visitor may have to load, in bytes as they travel: for the chat, and for a decision besides. */
const CEILINGS = {
  'the widget': { files: ['widget.js'], most: 25_000 },
  'the decision': { files: ['workplace.js', 'decision.js', 'decision.css'], most: 20_000 },
};

/** Lit is in the widget. */
const LICENCE = '/*! Includes Lit, Copyright Google LLC, SPDX-License-Identifier: BSD-3-Clause */';

/** Line breaks before an indentation, once all is minified, are those in templates: there a space does. */
const dense = {
  name: 'dense',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/\n {2,}/g, ' ');
    }
  },
};

const here = import.meta.dirname;
const [given, scope = 'build'] = process.argv.slice(2);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  fail(`Node.js 20.19 or newer is needed to build the widget, and this is ${process.version}; install a newer one.`);
}
if (!given) fail('Say into which folder to build: node build.mjs FOLDER');
const folder = resolve(given);
install();
await build();

/** Installs what is named in package-lock.json. */
function install() {
  const stamp = join(here, 'node_modules', '.installed');
  const lock = digest([join(here, 'package.json'), join(here, 'package-lock.json')]);
  const installed = read(stamp).split(' ');
  if (installed[0] === lock && (scope === 'build' || installed[1] === 'all')) return;
  const windows = process.platform === 'win32';
  try {
    execFileSync('npm', ['ci', '--prefer-offline', scope === 'all' ? '--include=dev' : '--omit=dev'], {
      cwd: here,
      shell: windows,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch {
    fail('npm could not install the packages of web/package-lock.json; it says why above.');
  }
  writeFileSync(stamp, `${lock} ${scope}`);
}

/** Builds when the sources are not those that were built. */
async function build() {
  const stamp = join(here, 'node_modules', '.built');
  const sources = digest([
    ...files(join(here, 'src')),
    join(here, 'build.mjs'),
    join(here, 'package-lock.json'),
  ]);
  const built = `${sources} ${folder}`;
  if (read(stamp) === built && existsSync(join(folder, 'widget.js'))) return;
  const vite = await import('vite');
  rmSync(stamp, { force: true });
  rmSync(folder, { recursive: true, force: true });
  // the widget is one file, since a foreign page should need one request for it
  for (const [name, entry] of [['widget', 'widget.ts'], ['source', 'source-page.ts'], ['workplace', 'workplace.ts']]) {
    await vite.build({
      configFile: false,
      root: here,
      base: '/page/',
      logLevel: 'warn',
      publicDir: false,
      plugins: [dense],
      build: {
        outDir: folder,
        emptyOutDir: false,
        target: 'es2022',
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
        modulePreload: false,
        rolldownOptions: {
          input: { [name]: join(here, 'src', entry) },
          output: {
            entryFileNames: '[name].js',
            // what the workplace loads when there is a decision
            chunkFileNames: 'decision.js',
            assetFileNames: name === 'workplace' ? 'decision[extname]' : 'page[extname]',
            postBanner: name === 'widget' ? LICENCE : '',
          },
        },
      },
    });
  }
  cpSync(join(here, 'src', 'pages'), folder, { recursive: true });
  for (const [what, { files, most }] of Object.entries(CEILINGS)) {
    const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
    console.log(`${files.join(', ')}: ${(size / 1000).toFixed(1)} kB gzipped`);
    if (size > most) {
      fail(`What a visitor loads for ${what} is more than ${most / 1000} kB: take something out, or raise CEILINGS in web/build.mjs and say why.`);
    }
  }
  writeFileSync(stamp, built);
}

function files(within) {
  return readdirSync(within, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path.slice(here.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
