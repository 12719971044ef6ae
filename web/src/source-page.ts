import './page.css';
import { show } from './source.ts';

const page = document.getElementById('page')!;
addEventListener('hashchange', () => void show(page, new URL(location.href)));
void show(page, new URL(location.href));
