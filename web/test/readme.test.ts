// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AdvisorChat } from '../src/advisor-chat.ts';

const WEB = join(import.meta.dirname, '..');
const README = readFileSync(join(WEB, 'README.md'), 'utf8');
const FILES = readdirSync(join(WEB, 'src')).filter((name) => /\.(ts|css)$/.test(name));
const SOURCE = FILES.map((name) => readFileSync(join(WEB, 'src', name), 'utf8')).join('\n');

/** The names in the first column of the table under a heading. */
function documented(heading: string): string[] {
  const [, section] = README.split(new RegExp(`^### ${heading}$`, 'm'));
  const rows = section!.split(/^#/m)[0]!.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)).sort();
}

/** What a pattern finds in the sources, each once. */
function found(pattern: RegExp): string[] {
  return [...new Set([...SOURCE.matchAll(pattern)].map(([, name]) => name!))].sort();
}

describe('the tables of README.md hold every', () => {
  it('attribute', () => {
    const properties: Record<string, object> = AdvisorChat.properties;
    const own = Object.keys(properties).filter((name) => !('state' in properties[name]!));
    // a shared conversation is named by the address of the page
    expect(documented('Attributes')).toEqual([...own, 'theme'].filter((name) => name !== 'shared').sort());
    expect(found(/:host\(\[theme="(\w+)"\]\)/g)).toEqual(['auto', 'dark', 'light']);
  });

  it('method', () => {
    const source = readFileSync(join(WEB, 'src/advisor-chat.ts'), 'utf8');
    const methods = [...source.matchAll(/^ {2}(?:async )?(\w+)\(.*\): \S+ \{$/gm)].map(([, name]) => name!);
    expect(documented('Methods').map((name) => name.replace(/\(.*/, ''))).toEqual(methods.sort());
  });

  it('event', () => {
    expect(documented('Events')).toEqual(found(/\.tell\('(\w+)'/g).map((name) => `advisor-${name}`));
  });

  it('custom property', () => {
    expect(documented('Looks')).toEqual(found(/var\((--advisor-[\w-]+)/g));
  });

  it('part and slot', () => {
    expect(documented('Parts')).toEqual(found(/ part="(\w+)"/g));
    expect(documented('Slots')).toEqual(found(/<slot name="(\w+)"/g));
  });

  it('file', () => {
    const [, section] = README.split('## Working on it');
    const names = [...section!.matchAll(/`src\/([\w.-]+)`|· `src\/([\w.-]+)`/g)].map(([, one, other]) => one ?? other!);
    const missing = FILES.filter((name) => !names.includes(name));
    expect(missing).toEqual([]);
  });
});
