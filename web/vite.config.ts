import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds what the server would answer from the built folder. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^\/$/, '/src/pages/chat.html'],
  [/^\/sources\/.*/, '/src/pages/source.html'],
  [/^\/widget\.js$/, '/src/widget.ts'],
  [/^\/page\/workplace\.js$/, '/src/workplace.ts'],
  [/^\/page\/source\.js$/, '/src/source-page.ts'],
  [/^\/page\/page\.css$/, '/src/page.css?direct'],
  [/^\/page\/(icon\.svg)$/, '/src/pages/$1'],
];

// npm run dev: the pages from their sources, the API from ./advisor. What is shipped, build.mjs makes.
export default defineConfig({
  appType: 'mpa',
  server: {
    proxy: { '/api': process.env['ADVISOR_ADDRESS'] ?? 'http://127.0.0.1:8080' },
    // the addresses in the pages are the server's, not those of files
    preTransformRequests: false,
  },
  plugins: [
    {
      name: 'pages',
      configureServer(server) {
        server.middlewares.use((request, _, next) => {
          const path = request.url?.split('?')[0] ?? '';
          const [pattern, file] = PAGES.find(([pattern]) => pattern.test(path)) ?? [];
          if (pattern && file) request.url = path.replace(pattern, file);
          next();
        });
      },
    },
  ],
  test: {
    projects: [
      { test: { name: 'units', include: ['test/*.test.ts'], css: true } },
      {
        test: {
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          globalSetup: ['test/browser/setup.ts'],
          // they wait for a browser and a server more than they work
          maxWorkers: 2,
          // generous, since a build may share its machine
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
