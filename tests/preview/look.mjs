// Drives `precis preview` in Chromium, for tests/preview and for people.
// Usage: node look.mjs FOLDER-OF-PACKAGES CHECK ADDRESS BRIEFING [FOLDER-FOR-PICTURES]
// CHECK: edit, error, second, vanish, saves, click, keys, web, scroll, near, endless, latency. The briefing is a copy that is edited and put back.
// Prints one line of JSON for each fault, and at the end one with what it saw. Exits 1 if it cannot look.
import {createRequire} from 'node:module';
import {readFileSync, writeFileSync, renameSync, unlinkSync} from 'node:fs';
import {resolve} from 'node:path';

const [, , packages, check, address, briefing, pictures] = process.argv;
const need = createRequire(resolve(packages, 'package.json'));
const {chromium} = need('playwright-core');
const fault = (what, more) => console.log(JSON.stringify({fault: what, ...more}));
const seen = {};
const must = (true_, what, more) => { if (!true_) fault(what, more) };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
});
const patience = {timeout: 60000};

/** A page with the target shown; every request elsewhere and every message of its console is a fault. */
async function open(key, width = 1600, height = 1000) {
  const context = await browser.newContext({viewport: {width, height}, deviceScaleFactor: 1, reducedMotion: 'reduce'});
  const page = await context.newPage();
  page.on('request', r => { if (!r.url().startsWith(address) && !r.url().startsWith('data:')) fault('asked elsewhere', {url: r.url()}) });
  page.on('pageerror', e => fault('script', {text: String(e)}));
  page.on('console', m => { if (m.type() === 'error' && !/404|ERR_|Failed to load/.test(m.text())) fault('console', {text: m.text()}) });
  await page.goto(address + '#' + key);
  await shown(page, 0);
  return page;
}
const number = page => page.evaluate(() => Number(document.body.dataset.number || 0));
/** Until a state after `last` is there and its pictures are. */
const shown = (page, last) => page.waitForFunction(n => Number(document.body.dataset.number) > n && document.body.dataset.shown === document.body.dataset.number, last, patience);
const state = (page, last) => page.waitForFunction(n => Number(document.body.dataset.number) > n, last, patience);
const text = (page, of) => page.locator(of).innerText();
const original = readFileSync(briefing, 'utf8');
const write = words => writeFileSync(briefing, words);
/** As editors save: a new file takes the old one's name. */
const rename = words => { writeFileSync(briefing + '.new', words); renameSync(briefing + '.new', briefing) };
const sources = page => page.evaluate(() => [...document.querySelectorAll('.sheet')].map(e => e.dataset.done || ''));
const edited = word => { const out = original.replace('WORD', word); if (out === original) fault('the briefing has no WORD'); return out };

const checks = {
  async edit() {
    const page = await open('report.buyers');
    const before = await sources(page);
    let last = await number(page);
    rename(edited('changed'));
    await shown(page, last);
    must((await sources(page))[0] !== before[0], 'the picture is the same after an edit');
    last = await number(page);
    write(original);
    await shown(page, last);
    must((await sources(page))[0] === before[0], 'the picture is another one after the edit is undone');
    must((await text(page, '#state')).includes('Up to date'), 'state', {is: await text(page, '#state')});
    seen.edit = true;
  },
  async error() {
    const page = await open('report.buyers');
    const before = await sources(page);
    let last = await number(page);
    write(original.replace('{{ people }}', '{{ peopel }}'));
    await state(page, last);
    await page.waitForSelector('#card:not([hidden])', patience);
    must((await text(page, '#card h1')).includes('peopel'), 'the card does not say what is wrong', {is: await text(page, '#card')});
    must((await text(page, '#card mark')) === 'peopel', 'the word is not marked', {is: await text(page, '#card mark')});
    must((await text(page, '#card')).includes('people'), 'no remedy');
    must(await page.locator('#card pre div').count() === 3, 'not three lines of source');
    must(/briefing\.yaml:\d+:\d+/.test(await text(page, '#card a.mono')), 'no place');
    must((await page.locator('#card a.act').first().getAttribute('href')).startsWith('vscode://file/'), 'no link to the editor');
    must((await sources(page))[0] === before[0], 'the last pages are gone');
    must(await page.evaluate(() => getComputedStyle(document.querySelector('.sheet>img')).opacity === '0.34'), 'the pages are not dimmed');
    must((await text(page, '#foot')).includes('nothing is published'), 'no strip at the foot');
    must(await page.locator('#state').getAttribute('data-state') === 'bad', 'the state is not bad');
    if (pictures) await page.screenshot({path: pictures + '/error.png'});
    last = await number(page);
    write(original.replace('sections:', 'sections: ['));
    await state(page, last);
    await page.waitForFunction(() => document.querySelector('#card h1').textContent.length > 0 && !document.querySelector('#card h1').textContent.includes('peopel'), null, patience);
    must((await sources(page))[0] === before[0], 'the last pages are gone after YAML that cannot be read');
    last = await number(page);
    write(original);
    await state(page, last);
    await page.waitForSelector('#card', {state: 'hidden', ...patience});
    must(!await page.evaluate(() => document.body.classList.contains('bad')), 'the pages are still dimmed');
    seen.error = true;
  },
  async second() {
    const one = await open('report.buyers'), two = await open('report.others');
    must((await sources(one))[0] !== (await sources(two))[0], 'two audiences have one picture');
    must(!(await text(one, '#readers')).includes('undefined'), 'no audiences');
    const lasts = [await number(one), await number(two)], before = await sources(two);
    write(edited('changed'));
    await Promise.all([shown(one, lasts[0]), shown(two, lasts[1])]);
    must((await sources(two))[0] !== before[0], 'the second browser was left behind');
    // A switch in one is none in the other.
    await one.locator('#readers button', {hasText: 'Others'}).click();
    await one.waitForFunction(() => location.hash === '#report.others', null, patience);
    await shown(one, 0);
    must((await sources(one))[0].split('&w')[0] === (await sources(two))[0].split('&w')[0], 'the switch shows something else');
    write(original);
    seen.second = true;
  },
  async vanish() {
    const page = await open('report.buyers');
    const before = await sources(page);
    const last = await number(page);
    unlinkSync(briefing);
    await state(page, last);
    await page.waitForFunction(() => document.body.classList.contains('bad'), null, patience);
    must((await sources(page))[0] === before[0], 'the last pages are gone with the file');
    const gone = await number(page);
    write(original);
    await state(page, gone);
    await page.waitForFunction(() => !document.body.classList.contains('bad'), null, patience);
    must((await sources(page))[0] === before[0], 'the pages are not back with the file');
    seen.vanish = true;
  },
  async saves() {
    const page = await open('report.buyers');
    const begun = Date.now();
    for (let i = 0; i < 50; i++) { (i % 2 ? write : rename)(edited('save' + i)); await new Promise(r => setTimeout(r, 20)) }
    seen.took = Date.now() - begun;
    const wanted = await page.evaluate(() => 'places?key=report.buyers&i=0').then(() => edited('save49'));
    must(readFileSync(briefing, 'utf8') === wanted, 'the last save is not on disk');
    // The last save is what is shown in the end, whatever was cancelled.
    await page.waitForFunction(async () => document.querySelector('#state').dataset.state === 'good' && document.body.dataset.shown === document.body.dataset.number, null, patience);
    await page.waitForTimeout(1500);
    const many = (await sources(page))[0];
    const fresh = await open('report.buyers');
    must((await sources(fresh))[0] === many, 'a second browser sees something else after 50 saves');
    const last = await number(page);
    write(original);
    await shown(page, last);
    const back = (await sources(page))[0];
    write(edited('save49'));
    await shown(page, await number(page) - 1);
    await page.waitForFunction(s => document.querySelector('.sheet').dataset.done === s, many, patience).catch(() => fault('what was shown after 50 saves is not the last one'));
    must(back !== many, 'a save shows nothing');
    write(original);
    seen.saves = 50;
  },
  async click() {
    const page = await open('report.buyers');
    const regions = await page.evaluate(async () => (await fetch('places?key=report.buyers&i=0')).json());
    const box = await page.locator('.sheet').first().boundingBox();
    const scale = box.width / await page.evaluate(async () => 595.28);
    const at = async b => { await page.mouse.click(box.x + (b[0] + b[2] / 2) * scale, box.y + (b[1] + b[3] / 2) * scale); await page.waitForSelector('#selection:not([hidden])', patience) };
    const kinds = new Set(regions.map(r => r.kind));
    for (const kind of ['paragraph', 'heading', 'chart', 'table', 'cell']) must(kinds.has(kind), 'no region of this kind', {kind, kinds: [...kinds]});
    const paragraph = regions.find(r => r.kind === 'paragraph' && r.numbers.some(n => n.name === 'people' && n.boxes.length));
    must(paragraph, 'no paragraph has its bound number');
    if (paragraph) {
      const b = paragraph.box;
      await page.mouse.click(box.x + (b[0] + 2) * scale, box.y + (b[1] + b[3] - 3) * scale);
      await page.waitForSelector('#selection:not([hidden])', patience);
      must((await text(page, '#selection .head')).includes('briefing.yaml:' + paragraph.line), 'not its line', {is: await text(page, '#selection .head'), line: paragraph.line});
      must((await text(page, '.tag.pick')).replace(/\s+/g, ' ').includes('briefing.yaml line ' + paragraph.line), 'no place beside the page', {is: await text(page, '.tag.pick')});
      must((await text(page, '#selection .num')).includes('facts.csv:'), 'no row of the fact');
      must((await page.locator('#selection .acts a').first().getAttribute('href')).endsWith('briefing.yaml:' + paragraph.line + ':' + paragraph.column), 'the link leads elsewhere');
      const number = paragraph.numbers.find(n => n.name === 'people' && n.boxes.length);
      await at(number.boxes[0]);
      must((await text(page, '#selection .head')).toLowerCase().includes('number'), 'a click on a number takes the paragraph');
      await page.waitForFunction(() => document.querySelector('#selection').textContent.includes('Also printed in'), null, patience).catch(() => fault('explain does not say where else'));
    }
    const chart = regions.find(r => r.kind === 'chart');
    if (chart) { await at(chart.box); must((await text(page, '#selection .head')).toLowerCase().includes('fig:'), 'a chart does not say its id', {is: await text(page, '#selection .head')}) }
    const cell = regions.filter(r => r.kind === 'cell').pop();
    if (cell) { await at(cell.box); must((await text(page, '#selection .head')).toLowerCase().includes('cell'), 'a cell is not taken', {is: await text(page, '#selection .head')}) }
    if (pictures) await page.screenshot({path: pictures + '/click.png'});
    seen.kinds = [...kinds];
  },
  async keys() {
    write(original + '\n# a comment\n');
    const page = await open('long.buyers');
    must(await page.locator('.sheet').count() > 1, 'one page only');
    await page.keyboard.press('j');
    must(await page.locator('#strip button').nth(1).getAttribute('aria-current') === 'true', 'j does not lead to the next page');
    await page.keyboard.press('k');
    must(await page.locator('#strip button').nth(0).getAttribute('aria-current') === 'true', 'k does not lead back');
    must(await page.locator('.find').count() > 1, 'no findings', {is: await text(page, '#findings')});
    await page.keyboard.press('n');
    must(await page.locator('.find').nth(1).getAttribute('aria-current') === 'true', 'n does not lead to the next finding');
    must(await page.locator('.find a.mono').count() > 0, 'findings have no places');
    await page.setViewportSize({width: 1100, height: 800});
    must(await page.locator('#panel').evaluate(e => getComputedStyle(e).visibility) === 'hidden', 'no drawer below 1200');
    await page.locator('#drawer').click();
    must(await page.locator('#panel').evaluate(e => getComputedStyle(e).visibility) === 'visible', 'the drawer does not open');
    must(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'sideways scroll');
    write(original);
    seen.keys = true;
  },
  async web() {
    const page = await open('web.buyers').catch(async () => null) || browser.contexts().at(-1).pages()[0];
    await page.waitForFunction(() => document.querySelector('#web').src, null, patience);
    const frame = page.frameLocator('#web');
    await frame.locator('h1').first().waitFor({timeout: 60000});
    must((await frame.locator('h1').first().innerText()).length > 3, 'the web edition is empty');
    must(await page.locator('#web').getAttribute('sandbox') === 'allow-scripts', 'the frame is not sandboxed');
    const slides = await open('deck.buyers');
    must(await slides.evaluate(() => { const b = document.querySelector('.sheet').getBoundingClientRect(); return b.width > b.height }), 'slides are not wide');
    seen.web = true;
  },
  async scroll() {
    // The frame of a web edition keeps its place at each save, also if what is above it has grown.
    const page = await open('web.buyers').catch(async () => null) || browser.contexts().at(-1).pages()[0];
    await page.setViewportSize({width: 1600, height: 600});
    const loaded = last => page.waitForFunction(v => { const w = document.querySelector('#web'); return w.dataset.v && w.dataset.v !== v && w.dataset.shown === w.dataset.v }, last, patience);
    const inFrame = f => page.frames().find(x => x.url().includes('/web?')).evaluate(f);
    const version = () => page.locator('#web').getAttribute('data-v');
    await loaded('');
    for (const longer of ['changed', 'changed, at some length, so that there are more lines above than there were before; '.repeat(4)]) {
      await inFrame(() => document.querySelector('figure[id]').scrollIntoView({behavior: 'instant'}));
      await page.waitForTimeout(300);
      const before = await inFrame(() => [document.querySelector('figure[id]').getBoundingClientRect().top, scrollY]);
      must(before[1] > 100, 'the edition is too short to be scrolled', {before});
      const last = await version();
      write(edited(longer));
      await loaded(last);
      await page.waitForTimeout(300);
      const after = await inFrame(() => [document.querySelector('figure[id]').getBoundingClientRect().top, scrollY]);
      must(Math.abs(after[0] - before[0]) < 4, 'the frame is elsewhere after a save', {before, after});
    }
    seen.scroll = true;
  },
  async near() {
    // An error in YAML that no page shows leads to the page of the last good ones that is nearest to its line.
    const page = await open('long.buyers');
    let last = await number(page);
    write(original.replace(/^( +)title: The same in rows$/m, '$1title: [The same in rows'));
    await state(page, last);
    await page.waitForSelector('#card:not([hidden])', patience);
    must(/near page \d/.test(await text(page, '#card a.mono')), 'the card names no page', {is: await text(page, '#card')});
    must(await page.locator('#strip .n').count() === 0, 'a page near an error is counted as its place');
    await page.locator('#card .act', {hasText: 'Show the page'}).click();
    const at = await page.evaluate(() => [...document.querySelectorAll('#strip button')].findIndex(e => e.getAttribute('aria-current') === 'true') + 1);
    must((await text(page, '#card a.mono')).includes('near page ' + at), 'another page is shown', {at, is: await text(page, '#card a.mono')});
    must(await page.locator('.box.hint').count() === 0, 'a place is marked that is not the error’s');
    last = await number(page);
    write(original);
    await state(page, last);
    await page.waitForSelector('#card', {state: 'hidden', ...patience});
    seen.near = true;
  },
  async endless() {
    // A query without an end: the page says that it builds, keeps its pages and tells of the limit; the next save works.
    const page = await open('report.buyers');
    const settled = async () => { await page.waitForTimeout(1000); await page.waitForFunction(() => document.querySelector('#state').dataset.state === 'good', null, patience) };
    await settled();
    const before = await sources(page);
    const query = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(length(replace(hex(zeroblob(4000)), '0', '11')) + i) FROM n";
    const endless = original.replace('spare: SELECT 1', 'spare: ' + query).replace('WORD', '{{ spare }}');
    must(endless !== original, 'the briefing has no query');
    let last = await number(page);
    write(endless);
    await page.waitForFunction(() => document.querySelector('#state').dataset.state === 'busy', null, patience);
    must((await sources(page))[0] === before[0], 'the last pages are gone');
    await page.waitForFunction(n => Number(document.body.dataset.number) > n, last, {timeout: 240000});
    await page.waitForSelector('#card:not([hidden])', patience);
    must(/limit/.test(await text(page, '#card')), 'the card does not name the limit', {is: await text(page, '#card')});
    must((await sources(page))[0] === before[0], 'the last pages are gone with the error');
    last = await number(page);
    write(original);
    await shown(page, last);
    must((await sources(page))[0] === before[0], 'the next save does not bring the pages back');
    seen.endless = true;
  },
  async latency() {
    const page = await open(process.env.KEY || 'report.buyers');
    const word = process.env.WORD || 'WORD', rows = [];
    const from = original.indexOf(word);
    for (let i = 0; i < 24; i++) {
      const last = await number(page);
      const words = original.slice(0, from) + 'abcdefghijklmnopqrstuvwx'[i] + original.slice(from + 1);
      const begun = performance.timeOrigin + performance.now();
      rename(words);
      await shown(page, last);
      const [at, s, cpu] = await page.evaluate(() => [Number(document.body.dataset.at), document.querySelector('#state span').textContent, Number(document.body.dataset.cpu)]);
      rows.push({all: at - begun, build: Number(/in (\d+) ms/.exec(s)?.[1]), cpu});
      await page.waitForTimeout(Number(process.env.PAUSE || 500));
    }
    write(original);
    const median = list => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
    const of = f => Math.round(median(rows.slice(4).map(f)));  // the first four warm the machine up
    seen.latency = {pages: await page.locator('.sheet').count(), runs: rows.length - 4, cpu: of(r => r.cpu), all: of(r => r.all), build: of(r => r.build), after: of(r => r.all - r.build)};
  },
};

try {
  for (const name of check.split(',')) { await checks[name](); seen[name] ??= true }
} catch (e) {
  fault('exception', {text: String(e).slice(0, 600)});
} finally {
  try { write(original) } catch {}
  await browser.close();
}
console.log(JSON.stringify({seen}));
