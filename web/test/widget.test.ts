// @vitest-environment happy-dom
import { beforeAll, expect, it, vi } from 'vitest';
import type { AdvisorChat } from '../src/advisor-chat.ts';

beforeAll(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
});

it('adds a floating advisor to a page that has none, once, and gives way to one of the page', async () => {
  await import('../src/widget.ts');
  const [own, ...others] = document.querySelectorAll<AdvisorChat>('advisor-chat');
  expect(own!.layout).toBe('float');
  expect(others).toEqual([]);

  vi.resetModules();
  await import('../src/widget.ts');
  expect(document.querySelectorAll('advisor-chat')).toHaveLength(1);

  document.body.append(document.createElement('advisor-chat'));
  const left = [...document.querySelectorAll<AdvisorChat>('advisor-chat')];
  expect(left.map(({ layout }) => layout)).toEqual(['box']);
});

it('takes the advisor’s address from its own', () => {
  const { api } = document.querySelector<AdvisorChat>('advisor-chat')!;
  expect(api).toBe(import.meta.url.replace(/test\/[^/]*$/, 'src/'));
});
