// Makes world.json from the packages world-atlas, i18n-iso-countries and countries-list: node convert.mjs MODULES OUT
//
// MODULES is the folder above node_modules. Outlines are those of countries-110m.json, and of countries-50m.json for
// the states that are too small for the former; of the others the latter's are the property `fine`. Names come from both lists and from other-names.json; a name or code
// that two countries share is left out, so that none is joined to the wrong one.
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const [modules, out] = process.argv.slice(2);
const require = createRequire(modules + '/');
const iso = require('i18n-iso-countries');
const {countries, continents} = require('countries-list');
const here = dirname(fileURLToPath(import.meta.url));
const read = (name) => JSON.parse(readFileSync(join(modules, 'node_modules/world-atlas', name), 'utf8'));
const other_names = JSON.parse(readFileSync(join(here, 'other-names.json'), 'utf8'));

const kLanguages = ['ar', 'cs', 'da', 'de', 'el', 'en', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'ko', 'nb', 'nl', 'pl', 'pt',
  'ru', 'sv', 'tr', 'uk', 'zh'];
const names_in = kLanguages.map((tag) =>
  JSON.parse(readFileSync(join(modules, 'node_modules/i18n-iso-countries/langs', (tag === 'nb' ? 'no' : tag) + '.json'))).countries);

// The arcs of a topology in degrees.
function arcs_of(topology) {
  const {scale, translate} = topology.transform;
  return topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
}

// A ring of arcs, without points that are alike once rounded; the last point repeats the first, as GeoJSON asks.
function ring_of(indices, arcs, digits) {
  const points = [];
  for (const index of indices) {
    const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
    points.push(...(points.length ? arc.slice(1) : arc));
  }
  const rounded = points.map((point) => point.map((number) => Number(number.toFixed(digits)) + 0));
  const ring = rounded.filter((point, i) => i === 0 || point.some((number, axis) => number !== rounded[i - 1][axis]));
  return ring.length >= 4 ? ring : null;
}

function polygons_of(geometry, arcs, digits) {
  const lists = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
  return lists.map((rings) => rings.map((ring) => ring_of(ring, arcs, digits)).filter(Boolean)).filter((rings) => rings.length);
}

// Where the lists are wrong, or another division is meant: continents follow the United Nations' M49.
const kContinent = {AQ: 'Antarctica', RU: 'Europe', TL: 'Asia', 'N. Cyprus': 'Asia', Somaliland: 'Africa'};
const kTolerance = 0.03;  // degrees, of the finer outlines
const kNotNames = {CD: ['República Popular do Congo'], CG: ['República Democrática do Congo']};
// What a map of a continent shows: west, south, east, north.
const kViews = {
  Africa: [-18, -35, 52, 37.5],
  Asia: [30, -10, 145, 54],
  Europe: [-24, 35, 40, 71],
  'North America': [-160, 8, -55, 70],
  Oceania: [112, -48, 180, 1],
  'South America': [-82, -56, -34, 13],
};

// The arc without the points that are nearer than a tolerance to the line between others (Douglas and Peucker). Regions
// share their arcs, so that borders still meet.
function simplified(arc, tolerance) {
  const [from, to] = [arc[0], arc[arc.length - 1]];
  const shrink = Math.cos((from[1] + to[1]) / 2 * Math.PI / 180);
  const dx = (to[0] - from[0]) * shrink, dy = to[1] - from[1], length = Math.hypot(dx, dy);
  let most = 0, at = 0;
  for (let i = 1; i + 1 < arc.length; ++i) {
    const px = (arc[i][0] - from[0]) * shrink, py = arc[i][1] - from[1];
    const away = length ? Math.abs(px * dy - py * dx) / length : Math.hypot(px, py);
    if (away > most) [most, at] = [away, i];
  }
  if (most <= tolerance) return [from, to];
  return [...simplified(arc.slice(0, at + 1), tolerance).slice(0, -1), ...simplified(arc.slice(at), tolerance)];
}

// A ring as differences of hundredths of a degree, in groups of five bits: the encoded polyline of map services.
function packed(ring) {
  let text = '', before = [0, 0];
  for (const point of ring) {
    const now = point.map((number) => Math.round(number * 100));
    for (const axis of [0, 1]) {
      const step = now[axis] - before[axis];
      let rest = step < 0 ? ~(step << 1) : step << 1;
      for (; rest >= 32; rest >>= 5) text += String.fromCharCode((32 | (rest & 31)) + 63);
      text += String.fromCharCode(rest + 63);
    }
    before = now;
  }
  return text;
}

const listed = new Map();  // key -> feature
function add(file, digits) {
  const topology = read(file);
  const arcs = arcs_of(topology);
  const rough = arcs.map((arc) => simplified(arc, kTolerance));
  for (const geometry of topology.objects.countries.geometries) {
    const numeric = geometry.id?.padStart(3, '0');
    const alpha2 = numeric ? iso.numericToAlpha2(numeric) : geometry.properties.name === 'Kosovo' ? 'XK' : undefined;
    const key = alpha2 ?? geometry.properties.name;
    if (listed.has(key) && digits > 2) {
      const fine = polygons_of(geometry, rough, 2).map((rings) => rings.map((ring) => packed(ring.slice(0, -1))));
      if (fine.length) listed.get(key).fine = fine;
    }
    if (listed.has(key) || (!alpha2 && digits > 2)) continue;
    const polygons = polygons_of(geometry, arcs, digits);
    if (polygons.length) listed.set(key, {alpha2, numeric, atlas: geometry.properties.name, polygons});
  }
}
add('countries-110m.json', 2);
add('countries-50m.json', 3);

for (const [key, country] of listed) {
  const known = countries[country.alpha2];
  const alpha3 = iso.alpha2ToAlpha3(country.alpha2 ?? '') ?? (country.alpha2 === 'XK' ? 'XKX' : undefined);
  country.name = known?.name ?? {'N. Cyprus': 'Northern Cyprus'}[country.atlas] ?? country.atlas;
  country.continent = kContinent[key] ?? continents[known?.continent] ?? '';
  country.codes = [country.alpha2, alpha3, country.numeric].filter(Boolean);
  const others = [country.atlas, known?.native, ...(known?.alias ?? []), ...(other_names[country.alpha2] ?? [])];
  for (const names of names_in) others.push(...[names[country.alpha2] ?? []].flat());
  country.others = [...new Set(others.filter((name) => name && name !== country.name && !kNotNames[key]?.includes(name)))];
}
// Names as the program compares them, to find those that two countries have.
const folded = (name) => name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const owners = new Map();
for (const [key, {name, codes, others}] of listed)
  for (const one of [name, ...codes, ...others]) owners.set(folded(one), (owners.get(folded(one)) ?? new Set()).add(key));
const features = [...listed.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map((country) => JSON.stringify({
  type: 'Feature',
  properties: {
    name: country.name,
    continent: country.continent,
    codes: country.codes,
    others: country.others.filter((name) => owners.get(folded(name)).size === 1).sort(),
    fine: country.fine,
  },
  geometry: {type: 'MultiPolygon', coordinates: country.polygons},
}));
writeFileSync(out, '{"type":"FeatureCollection","views":' + JSON.stringify(kViews) + ',"features":[\n' + features.join(',\n') + '\n]}\n');
