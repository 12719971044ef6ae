/** Texts by which pages have been broken, each on its own. ADVISOR_ODD_INPUT names a folder of more. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OWN: readonly string[] = [
  '<script>globalThis.broken = 1</script>',
  '"><script>globalThis.broken = 1</script>',
  '</textarea><script>globalThis.broken = 1</script>',
  '</script><script>globalThis.broken = 1</script>',
  '<img src=x onerror="globalThis.broken = 1">',
  '<img src="https://elsewhere.example/pixel.png">',
  '<svg/onload=globalThis.broken=1>',
  '<svg><animate onbegin=globalThis.broken=1 attributeName=x dur=1s>',
  '<iframe src="javascript:parent.broken=1"></iframe>',
  '<iframe srcdoc="<script>parent.broken=1</script>"></iframe>',
  '<body onload=globalThis.broken=1>',
  '<details open ontoggle=globalThis.broken=1>',
  '<input autofocus onfocus=globalThis.broken=1>',
  '<a href="javascript:globalThis.broken=1">press</a>',
  '<math href="javascript:globalThis.broken=1">CLICK</math>',
  '<style>@import "https://elsewhere.example/style.css";</style>',
  '<link rel=stylesheet href="https://elsewhere.example/style.css">',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
  '<form action="https://elsewhere.example/"><button>go</button></form>',
  '<base href="https://elsewhere.example/">',
  '<object data="https://elsewhere.example/x"></object>',
  '<template shadowrootmode=open><script>globalThis.broken=1</script></template>',
  'javascript:globalThis.broken=1//',
  'data:text/html,<script>globalThis.broken=1</script>',
  '![x](https://elsewhere.example/pixel.png)',
  '[x](javascript:globalThis.broken=1)',
  '`<script>globalThis.broken = 1</script>`',
  '${globalThis.broken = 1}',
  '{{constructor.constructor("globalThis.broken = 1")()}}',
  '<!--?lit$0$--><!---->',
  '<?lit$0$>',
  '__proto__',
  'constructor',
  '&lt;script&gt;globalThis.broken = 1&lt;/script&gt;',
  '\u202Eevitagen\u202C right to left',
  '\u2028line\u2029paragraph',
  '\uFEFF\u200B\u200D\u00AD',
  '\u0001\u0007\u001B[31m\u007F',
  'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
  '👩‍👩‍👧‍👦🏳️‍🌈🇩🇪',
  '\uD800 half of a pair',
  'W'.repeat(3000),
  'مناقشة سبل استخدام اللغة',
  '%s%n%x \\u0000 %00 \\0',
];

/** Every odd text there is, each once. */
export function oddTexts(): string[] {
  const folder = process.env['ADVISOR_ODD_INPUT'];
  const more = folder ? readdirSync(folder).filter((name) => !name.startsWith('LICENSE')) : [];
  const lines = more.flatMap((name) => {
    const text = readFileSync(join(folder!, name), 'utf8');
    return name.endsWith('.json') ? (JSON.parse(text) as string[]) : text.split(/\r?\n/);
  });
  return [...new Set([...OWN, ...lines])].filter((text) => text.trim() !== '');
}
