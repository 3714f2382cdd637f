// Looks at finished web editions in Chromium, for tests/web and for people.
// Usage: node look.mjs FOLDER-OF-PACKAGES CHECK FILE.html...
// Prints one line of JSON for each fault that it finds, and at the end one with what it saw. Exits 1 if it cannot look.
// CHECK: all, or some of axe, contrast, overlap, keyboard, card, data, sort, plain, print, shift, slides, search, words with commas between, and
// pictures=FOLDER. `words` compares the edition with the PDF of the same name beside it, and its print with itself.
import {createRequire} from 'node:module';
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {execFileSync} from 'node:child_process';
import {availableParallelism} from 'node:os';
import {basename, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const [, , packages, check, ...files] = process.argv;
const need = createRequire(resolve(packages, 'package.json'));
const {chromium} = need('playwright-core');
const axeSource = readFileSync(need.resolve('axe-core/axe.min.js'), 'utf8');
const wanted = name => check === 'all' || check.split(',').some(c => c === name || c.startsWith(name + '='));
const folder = /pictures=([^,]+)/.exec(check)?.[1];
const fault = (file, what, more) => console.log(JSON.stringify({file: basename(file), fault: what, ...more}));

const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
});

/** Opens files, in a browser that may have gone away on a busy machine: then in a new one. */
class Opener {
  async open(file, how) {
    for (let again = 0; ; again++) {
      try {
        this.browser ??= await launch();
        return await openOnce(this.browser, file, how);
      } catch (e) {
        if (again === 3) throw e;
        await this.close();
      }
    }
  }
  async close() {
    try { await this.browser?.close(); } catch {}
    this.browser = undefined;
  }
}

/** Opens the file; everything that it asks for besides itself is a fault. */
async function openOnce(browser, file, {width = 1280, height = 900, scheme = 'light', script = true} = {}) {
  const context = await browser.newContext({
    viewport: {width, height}, colorScheme: scheme, javaScriptEnabled: script, deviceScaleFactor: 1,
    reducedMotion: 'reduce', bypassCSP: false,
  });
  context.setDefaultTimeout(180000);
  context.setDefaultNavigationTimeout(180000);
  const page = await context.newPage();
  const asked = [];
  const own = pathToFileURL(resolve(file)).href;
  page.on('request', r => { if (!r.url().startsWith('data:') && r.url().split('#')[0] !== own) asked.push(r.url()); });
  page.on('console', m => { if (m.type() === 'error') fault(file, 'console', {text: m.text()}); });
  page.on('pageerror', e => fault(file, 'script', {text: String(e)}));
  await page.goto(own, {waitUntil: 'load'});
  if (script) await page.evaluate(() => document.fonts.ready);
  return {page, context, asked};
}

/** axe-core runs in a world of its own, which the page's policy does not reach. */
const rooms = new WeakMap();
async function axe(page) {
  if (!rooms.has(page)) {
    const session = await page.context().newCDPSession(page);
    const {frameTree} = await session.send('Page.getFrameTree');
    const {executionContextId} = await session.send('Page.createIsolatedWorld', {frameId: frameTree.frame.id, worldName: 'axe'});
    await session.send('Runtime.evaluate', {expression: axeSource, contextId: executionContextId});
    rooms.set(page, {session, executionContextId});
  }
  const {session, executionContextId} = rooms.get(page);
  const {result, exceptionDetails} = await session.send('Runtime.evaluate', {
    contextId: executionContextId, awaitPromise: true, returnByValue: true,
    expression: `axe.run(document,{resultTypes:['violations']}).then(r=>r.violations.map(v=>({id:v.id,impact:v.impact,
      count:v.nodes.length,target:v.nodes.slice(0,3).map(n=>n.target.join(' ')),why:v.nodes[0].failureSummary})))`,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description || exceptionDetails.text);
  return result.value;
}

/** Text boxes that lie over each other, and a page that is wider than its window. */
const overlaps = () => {
  const out = [], boxes = [];
  if (document.documentElement.scrollWidth > innerWidth + 1) out.push({what: 'sideways', by: document.documentElement.scrollWidth - innerWidth});
  const seen = e => { for (let p = e; p && p !== document.body; p = p.parentElement) { const s = getComputedStyle(p); if (s.display === 'none' || s.visibility === 'hidden' || s.position === 'fixed' || s.position === 'sticky' || s.clipPath !== 'none' || (p.tagName === 'DETAILS' && !p.open && !e.closest('summary'))) return false } return true };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n; (n = walk.nextNode());) {
    if (!n.data.trim() || !n.parentElement || ['SCRIPT', 'STYLE', 'TITLE'].includes(n.parentElement.tagName) || !seen(n.parentElement)) continue;
    if (n.parentElement.closest('.skip,.rail')) continue;
    const inside = n.parentElement.closest('.scroll');
    const range = document.createRange(); range.selectNodeContents(n);
    const size = parseFloat(getComputedStyle(n.parentElement).fontSize);
    for (const r of range.getClientRects()) {
      if (r.width < 1 || r.height < 1) continue;
      // The ink is lower than the line.
      const em = Math.min(size, r.height), mid = (r.top + r.bottom) / 2;
      const svg = n.parentElement.ownerSVGElement;
      if (inside) { const c = inside.getBoundingClientRect(); if (r.right > c.right + 1 || r.left < c.left - 1) continue }
      boxes.push({l: r.left, r: r.right, t: mid - em * .36, b: mid + em * .36, s: n.data.trim().slice(0, 40), e: n.parentElement, raised: !!n.parentElement.closest('sup'), svg, size});
    }
  }
  boxes.sort((a, b) => a.t - b.t);
  for (let i = 0; i < boxes.length; i++)
    for (let j = i + 1; j < boxes.length && boxes[j].t < boxes[i].b; j++) {
      const a = boxes[i], b = boxes[j], w = Math.min(a.r, b.r) - Math.max(a.l, b.l), h = Math.min(a.b, b.b) - Math.max(a.t, b.t);
      const most = a.svg && a.svg === b.svg && Math.abs(a.size - b.size) > 2 ? 2.5 : 1.5;  // a raised number and its neighbour
      if (w > most && h > 1.5 && a.raised === b.raised && a.s !== b.s && !(a.raised && (a.s === ',' || b.s === ','))) out.push({what: 'overlap', a: a.s, b: b.s, w: Math.round(w), h: Math.round(h), at: [Math.round(a.l), Math.round(a.t + scrollY)]});
    }
  return out.slice(0, 8);
};

/** Letters and digits alone: pages divide words, and set spaces, marks and ligatures in their own way. */
const bare = text => text.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '').toLowerCase();
const pdfText = file => bare(execFileSync('pdftotext', ['-raw', '-nopgbrk', file, '-'], {maxBuffer: 1 << 28}).toString());
/** The blocks of the edition that a page prints, too; citations stand elsewhere in a line of the PDF. */
const blocks = () => {
  const own = e => { const c = e.cloneNode(true); c.querySelectorAll('sup,svg,.vh,.bk,.chip,.stamp,ul,ol,dl,table').forEach(x => x.remove()); return c.textContent.replace(/\s+/g, ' ').trim() };
  return [...document.querySelectorAll('main h1,main h2,main h3,main h4,main p,main li,main dt,main dd,main td,main th')]
    .filter(e => !e.closest('.data,.card,.tip,.rail,.strip,.bk,.sn,.xd,.meta') && !e.matches('.few,.over') && !(e.matches('li,dd') && e.querySelector('p')))
    .map(e => ({in: e.closest('section[id]')?.id || '', text: own(e), pull: e.matches('.pull')})).filter(b => b.text);
};

/** Presses Tab so many times; what has the focus each time is kept by the page. */
const watchFocus = () => {
  window.__stops = [];
  const ids = new Map();
  const clipped = e => { for (let p = e; p; p = p.parentElement) if (getComputedStyle(p).clipPath === 'inset(50%)') return true; return false };
  addEventListener('focusin', () => {
    const e = document.activeElement;
    if (!e || e === document.body) return;
    if (!ids.has(e)) ids.set(e, ids.size);
    const s = getComputedStyle(e), r = e.getBoundingClientRect();
    __stops.push({id: ids.get(e), ring: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0, name: (e.getAttribute('aria-label') || e.textContent || '').trim().slice(0, 40), seen: r.width > 0 && r.height > 0 && !clipped(e)});
  });
};
async function pressTab(page, times) {
  const session = await page.context().newCDPSession(page), sent = [];
  const key = {key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9};
  for (let i = 0; i < times; i++)  // one after the other, without waiting for each answer
    sent.push(session.send('Input.dispatchKeyEvent', {type: 'rawKeyDown', ...key}), session.send('Input.dispatchKeyEvent', {type: 'keyUp', ...key}));
  await Promise.all(sent);
  await session.detach();
}

/** Words in drawings whose colour is too near to what is painted behind them; crowds of dots are no ground. */
const faint = () => {
  const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b };
  const parse = s => { const m = /rgba?\(([^)]+)\)/.exec(s); return m ? m[1].split(/[ ,/]+/).map(Number) : null };
  const paper = parse(getComputedStyle(document.body).backgroundColor), out = new Map();
  let words = 0;
  for (const svg of document.querySelectorAll('svg')) {
    if (!svg.checkVisibility()) continue;
    const list = [...svg.querySelectorAll('path,text')].map(e => ({e, fill: parse(getComputedStyle(e).fill), box: e.getBoundingClientRect()}));
    for (const [i, t] of list.entries()) {
      if (t.e.tagName !== 'text' || !t.fill || !t.box.width) continue;
      words++;
      const at = new DOMPoint(t.box.x + t.box.width / 2, t.box.y + t.box.height / 2);
      let ground = paper;
      for (const q of list.slice(0, i)) {
        if (q.e.tagName !== 'path' || !q.fill || q.e.getAttribute('d').split('M').length > 60 || (q.fill.length > 3 && q.fill[3] < .5)) continue;
        if (at.x < q.box.left || at.x > q.box.right || at.y < q.box.top || at.y > q.box.bottom) continue;
        if (q.e.isPointInFill(at.matrixTransform(q.e.getScreenCTM().inverse()))) ground = q.fill;
      }
      const a = light(t.fill), b = light(ground), ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
      if (ratio < 3) out.set(getComputedStyle(t.e).fill, {ratio: +ratio.toFixed(2), words: t.e.textContent.slice(0, 30), in: svg.closest('figure,section')?.id});
    }
  }
  return {words, faint: [...out.values()]};
};

const seen = {files: files.length, words: 0, axe: 0, widths: 0, cards: 0, panels: 0, links: 0, searches: 0, sorted: 0, stops: 0, charts: 0, spots: 0, phoneSpots: 0, prints: 0, slides: 0};
async function look(file, open) {
  if (wanted('contrast')) {
    const {page, context} = await open(file, {width: 390});
    for (const width of [390, 1280]) {
      await page.setViewportSize({width, height: 900});
      for (const scheme of ['light', 'dark']) {
        await page.emulateMedia({colorScheme: scheme});
        const got = await page.evaluate(faint);
        for (const one of got.faint) fault(file, 'faint', {scheme, width, ...one});
        seen.words += got.words;
      }
    }
    await context.close();
  }
  if (wanted('axe')) {
    const {page, context} = await open(file, {width: 390});
    for (const width of [390, 768, 1280]) {
      await page.setViewportSize({width, height: 900});
      for (const scheme of ['light', 'dark']) {
        await page.emulateMedia({colorScheme: scheme});
        for (const one of await axe(page)) fault(file, 'axe', {scheme, width, ...one});
        seen.axe++;
      }
    }
    await context.close();
  }
  if (wanted('overlap') || wanted('requests')) {
    const {page, context, asked} = await open(file, {width: 320});
    for (const width of [320, 390, 768, 1280, 1920]) {
      await page.setViewportSize({width, height: 900});
      for (const one of await page.evaluate(overlaps)) fault(file, one.what, {width, ...one});
      seen.widths++;
    }
    await page.evaluate(() => document.querySelectorAll('details').forEach(d => d.open = true));
    for (const url of asked) fault(file, 'request', {url});
    await context.close();
  }
  if (wanted('plain')) {
    // Without JavaScript: all the words that there are with it, and all drawings.
    const text = async script => {
      const {page, context} = await open(file, {script});
      const out = await page.locator('body').evaluate ? await page.evaluate(() => ({
        words: [...document.querySelectorAll('main p,main li,main h1,main h2,main h3,main td,main th,main dt,main dd,footer p')].filter(e => !e.closest('.tip,.card')).map(e => e.textContent.replace(/\s+/g, ' ').trim()),
        charts: document.querySelectorAll('svg.ch,svg.sl').length, visible: [...document.querySelectorAll('svg.ch.d,svg.sl')].filter(e => e.getBoundingClientRect().height > 20).length,
        controls: document.querySelectorAll('button,[role=button]').length})) : null;
      await context.close();
      return out;
    };
    const bare = await text(false), full = await text(true);
    if (JSON.stringify(bare.words) !== JSON.stringify(full.words)) fault(file, 'plain-words', {bare: bare.words.length, full: full.words.length});
    if (bare.charts !== full.charts || bare.visible !== full.visible) fault(file, 'plain-charts', {bare, full});
    if (bare.controls) fault(file, 'dead-controls', {count: bare.controls});
    seen.charts += bare.visible;
  }
  if (wanted('card')) {
    for (const width of [1280, 900, 390]) {
      const {page, context} = await open(file, {width});
      const number = page.locator('.sec .n[data-n]').first();
      if (await number.count()) {
        await number.scrollIntoViewIfNeeded();
        await number.focus();
        await page.keyboard.press('Enter');
        const card = page.locator('.card');
        if (!(await card.count())) fault(file, 'no-card', {width});
        else {
          const got = await page.evaluate(() => {
            const c = document.querySelector('.card').getBoundingClientRect(), n = document.querySelector('.n[aria-expanded=true]').getBoundingClientRect();
            return {value: document.querySelector('.card .cv').textContent, rows: document.querySelectorAll('.card dt').length, covers: c.left < n.right && c.right > n.left && c.top < n.bottom && c.bottom > n.top, focus: document.querySelector('.card').contains(document.activeElement), out: c.left < -1 || c.right > innerWidth + 1};
          });
          if (!got.value.trim() || got.rows < 1) fault(file, 'empty-card', {width, ...got});
          if (got.covers && width > 700) fault(file, 'card-covers', {width});
          if (got.out) fault(file, 'card-outside', {width});
          if (!got.focus) fault(file, 'card-focus', {width});
          if (wanted('axe')) for (const one of await axe(page)) fault(file, 'axe', {width, state: 'card', ...one});
          await page.keyboard.press('Escape');
          const back = await page.evaluate(() => !document.querySelector('.card') && document.activeElement?.classList.contains('n'));
          if (!back) fault(file, 'card-stays', {width});
          seen.cards++;
        }
      }
      await context.close();
    }
  }
  if (wanted('data')) {
    const {page, context} = await open(file, {});
    const panels = await page.locator('details.data').count();
    for (let i = 0; i < panels; i++) {
      const got = await page.locator('details.data').nth(i).evaluate(d => { d.open = true; const r = d.querySelector('.panel').getBoundingClientRect(); const a = d.querySelector('a[download]'); return {h: r.height, csv: a ? decodeURIComponent(a.getAttribute('href').slice(a.getAttribute('href').indexOf(',') + 1)).length : -1, rows: d.querySelectorAll('tbody tr').length} });
      if (got.h < 20 || got.csv === 0) fault(file, 'empty-panel', {i, ...got});
      seen.panels++;
    }
    // Every exhibit has a link to itself that is seen, apart from its data, and copies its address.
    const links = await page.evaluate(() => [...document.querySelectorAll('figure.x[id],.xd')].map(f => {
      const a = [...f.children].find(e => e.matches('a.link')), s = f.querySelector('summary'), r = a?.getBoundingClientRect(), q = s?.getBoundingClientRect();
      const target = a && document.getElementById(a.hash.slice(1));
      return {id: f.id, fine: !!a && !!target && r.width > 10 && r.height >= 24 && (!q || q.right <= r.left || r.right <= q.left)};
    }));
    for (const one of links) if (!one.fine) fault(file, 'no-link', one);
    seen.links += links.length;
    // Every chart tells its values: to the arrow keys and to the pointer. All are asked by events, the first by real ones.
    const silent = await page.evaluate(() => [...document.querySelectorAll('svg.ch.d')].map(svg => {
      const figure = svg.closest('figure'), tip = () => figure.querySelector('.tip')?.textContent.trim() ?? '', faults = [];
      if (!svg.hasAttribute('tabindex')) return {id: figure.id, faults: ['no values']};
      svg.focus();
      svg.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));
      if (!tip()) faults.push('keys');
      svg.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
      if (tip()) faults.push('escape');
      const p = JSON.parse(svg.dataset.pts)[0], r = svg.getBoundingClientRect(), v = svg.viewBox.baseVal;
      svg.dispatchEvent(new PointerEvent('pointermove', {clientX: r.left + p[0] * r.width / v.width, clientY: r.top + p[1] * r.height / v.height}));
      if (tip() !== p[2].split('\t').join(' · ')) faults.push('pointer');
      svg.dispatchEvent(new PointerEvent('pointerleave'));
      svg.blur();
      return {id: figure.id, faults};
    }));
    for (const one of silent) if (one.faults.length) fault(file, 'silent-chart', one);
    seen.spots += silent.length;
    const first = page.locator('svg.ch.d').first();
    if (silent.length) {
      await first.scrollIntoViewIfNeeded();
      await first.focus();
      await page.keyboard.press('ArrowRight');
      if (!(await first.evaluate(s => s.closest('figure').querySelector('.tip').textContent)).trim()) fault(file, 'silent-keyboard', {});
    }
    await page.setViewportSize({width: 390, height: 900});
    const narrow = await page.evaluate(() => [...document.querySelectorAll('svg.ch.p')].map(s => [s.closest('figure').id, s.checkVisibility() && s.hasAttribute('tabindex')]));
    for (const [id, fine] of narrow) if (!fine) fault(file, 'silent-phone-chart', {id});
    seen.phoneSpots += narrow.length;
    await context.close();
  }
  if (wanted('sort')) {
    const {page, context} = await open(file, {});
    for (const table of await page.locator('table.tab').all()) {
      if (!(await table.isVisible())) continue;
      const head = table.locator('th.r button').first();
      if (!(await head.count())) continue;
      const column = await head.evaluate(b => [...b.closest('tr').cells].indexOf(b.closest('th')));
      await head.scrollIntoViewIfNeeded();
      await head.click();
      const order = await table.evaluate((t, c) => [...t.tBodies[0].rows].filter(r => !r.classList.contains('total')).map(r => r.cells[c]?.dataset.v).filter(v => v != null).map(Number), column);
      if (order.some((v, i) => i && v > order[i - 1])) fault(file, 'unsorted', {order});
      seen.sorted++;
    }
    await context.close();
  }
  if (wanted('search')) {
    // An index of many editions is searched by any of its words, without accents.
    const {page, context} = await open(file, {width: 390});
    const field = page.locator('.search input');
    if (await field.count()) {
      const rows = await page.locator('tbody tr').count(), word = (await page.locator('tbody th').last().textContent()).trim().toUpperCase();
      await field.fill(word);
      const left = await page.locator('tbody tr:visible').allTextContents(), found = await page.locator('.search output').textContent();
      if (!left.length || left.length === rows || !left.every(t => t.toUpperCase().includes(word)) || found !== `${left.length} / ${rows}`) fault(file, 'search', {word, left, found});
      await field.fill('');
      if (await page.locator('tbody tr:visible').count() !== rows) fault(file, 'search-empty', {});
      seen.searches++;
    }
    await context.close();
  }
  if (wanted('keyboard')) {
    for (const width of [1280, 390]) {
      const {page, context} = await open(file, {width});
      const all = await page.evaluate(() => [...document.querySelectorAll('a[href],button,summary,[tabindex="0"]')].filter(e => e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})).length);
      const stops = new Set();
      await page.evaluate(watchFocus);
      for (let left = Math.min(all + 20, 620); left > 0; left -= 60) {
        await pressTab(page, Math.min(left, 60));
        const got = await page.evaluate(() => __stops.splice(0));
        const again = got.findIndex(at => stops.has(at.id));
        for (const at of again < 0 ? got : got.slice(0, again)) {
          stops.add(at.id);
          if (!at.ring) fault(file, 'no-focus-ring', {width, name: at.name});
          if (!at.seen) fault(file, 'hidden-focus', {width, name: at.name});
        }
        if (again >= 0 || !got.length) break;
      }
      if (stops.size < Math.min(all, 600) * .95) fault(file, 'keyboard-trap', {width, reached: stops.size, of: all});
      seen.stops += stops.size;
      await context.close();
    }
  }
  if (wanted('slides')) {
    // A deck on a phone: its words flow, nothing is scrolled sideways, the arrow keys lead from slide to slide.
    for (const width of [320, 390, 860, 1280]) {
      const {page, context} = await open(file, {width});
      const got = await page.evaluate(() => {
        const slides = [...document.querySelectorAll('.slide')], phone = innerWidth <= 860;
        // Signs before words are as high as letters.
        const signs = phone ? [...document.querySelectorAll('.rd .sg')].filter(e => e.getBoundingClientRect().height > 24).length : 0;
        const wide = phone ? [...document.querySelectorAll('main *')].filter(e => e.checkVisibility() && !e.closest('svg,.data,.vh,.skip,thead') && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && getComputedStyle(e).overflowX !== 'visible').map(e => e.className || e.tagName) : [];
        const small = phone ? [...document.querySelectorAll('.rd p,.sn p,.rd td,.rd th')].filter(e => parseFloat(getComputedStyle(e).fontSize) < 12).length : 0;
        const bare = slides.filter(s => !(phone ? s.querySelector('.rd') : s.querySelector('.sl')).checkVisibility()).length;
        const empty = phone ? slides.filter(s => !s.innerText.trim()).length : 0;
        return {slides: slides.length, wide, small, bare, empty, signs, sideways: document.documentElement.scrollWidth - innerWidth};
      });
      if (got.slides) {
        if (got.wide.length || got.small || got.bare || got.empty || got.signs || got.sideways > 0) fault(file, 'slides', {width, ...got});
        const first = await page.evaluate(() => document.querySelectorAll('.slide')[0].id);
        const on = await page.evaluate(() => document.documentElement.dir) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
        await page.keyboard.press(on);
        await page.keyboard.press(on);
        const at = await page.evaluate(() => [document.activeElement.id, Math.round(document.activeElement.getBoundingClientRect().top)]);
        if (at[0] !== 'slide-2' && at[0] !== 'slide-3') fault(file, 'slide-keys', {width, first, at});
        if (at[1] < -5 || at[1] > 300) fault(file, 'slide-not-there', {width, at});
        seen.slides += got.slides;
      }
      await context.close();
    }
  }
  if (wanted('shift')) {
    const {page, context} = await open(file, {width: 390});
    const shift = await page.evaluate(() => new Promise(done => { let sum = 0; new PerformanceObserver(l => { window.__shifted = []; for (const e of l.getEntries()) if (!e.hadRecentInput) { sum += e.value; for (const o of e.sources) __shifted.push((o.node?.outerHTML || o.node?.textContent || '').slice(0, 80) + ' ' + Math.round(o.previousRect.y) + '>' + Math.round(o.currentRect.y)) } }).observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 300) }));
    if (shift > 0.01) fault(file, 'layout-shift', {shift, what: await page.evaluate(() => window.__shifted)});
    await context.close();
  }
  if (wanted('words')) {
    const {page, context} = await open(file, {script: false});
    const list = await page.evaluate(blocks);
    const beside = file.replace(/\.html$/, '.pdf');
    const print = await page.pdf({format: 'A4'});
    await context.close();
    const places = [];
    if (existsSync(beside)) places.push(['pdf', pdfText(beside)]);
    const {writeFileSync, mkdtempSync} = await import('node:fs');
    const temporary = mkdtempSync('/tmp/precis-print-') + '/print.pdf';
    writeFileSync(temporary, print);
    // pdftotext takes Chromium's Arabic and Indic letters apart in another way than they are written.
    const plain = await (async () => !/lang="(ar|he|fa|hi|zh|ja|ko)/.test(readFileSync(file, 'utf8').slice(0, 400)))();
    if (plain) places.push(['print', pdfText(temporary)]);
    for (const [name, text] of places) {
      let missing = 0;
      for (const block of list) {
        const whole = bare(block.text);
        // A page leaves out the pull statement where its side is full.
        if (!whole || text.includes(whole) || (block.pull && name === 'pdf')) continue;
        // A block that goes on over a page's end is there in pieces.
        const lost = block.text.split(/\s+/).map(bare).filter(w => w && !text.includes(w));
        const numbers = (block.text.match(/\d[\d.,]*\d|\d/g) || []).map(bare).filter(n => !text.includes(n));
        if (lost.length > Math.max(1, whole.length / 200) || numbers.length) { missing++; fault(file, 'words-' + name, {in: block.in, text: block.text.slice(0, 90), lost: lost.slice(0, 5), numbers}) }
      }
      seen[name + 'Blocks'] = (seen[name + 'Blocks'] || 0) + list.length;
    }
  }
  if (wanted('print')) {
    const {page, context} = await open(file, {script: false});
    const pdf = await page.pdf({format: 'A4', path: folder ? `${folder}/${basename(file, '.html')}.print.pdf` : undefined});
    if (pdf.length < 1000) fault(file, 'no-print', {});
    seen.prints++;
    await context.close();
  }
  if (folder) {
    mkdirSync(folder, {recursive: true});
    for (const width of [390, 1280])
      for (const scheme of ['light', 'dark']) {
        const {page, context} = await open(file, {width, scheme});
        await page.screenshot({path: `${folder}/${basename(file, '.html')}.${width}.${scheme}.png`, fullPage: true});
        await context.close();
      }
  }
}
// Several files at once, each worker with a browser of its own.
const queue = [...files];
const workers = Array.from({length: Math.min(files.length, Math.max(2, availableParallelism()), 4)}, async () => {
  const opener = new Opener();
  for (let file; (file = queue.shift());) await look(file, (name, how) => opener.open(name, how));
});
await Promise.all(workers);
console.log(JSON.stringify({seen}));
process.exit(0);  // ends the browsers, too, without waiting for each
