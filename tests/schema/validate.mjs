// Validates YAML files with ajv and `yaml`, neither of which knows precis: node validate.mjs MODULES WORK
//
// MODULES is the folder above node_modules. WORK is a JSON file: `schemas` has the file of each kind's schema, `items`
// what to validate: `kind`, then `file` or `text`; `definition` is a path in the schema whose part is the judge. An item may
// change the document first: `at` is a path, `put` the value to put there, as JSON; without it, what is there is dropped.
// Prints a JSON array with the verdict on each item: `unreadable` is the complaint of the YAML parser, `refusals` are
// the complaints of the schema, each with the lines of its key and value.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const [modules, work] = process.argv.slice(2);
const require = createRequire(modules + '/');
const Ajv = require('ajv/dist/2020').default;
const YAML = require('yaml');

const {schemas, items} = JSON.parse(readFileSync(work, 'utf8'));
// A text may be a number or a boolean, which strict mode allows by a setting of its own.
const formats = {date: /^\d{4}-\d\d-\d\d$/};
const ajv = new Ajv({strict: true, strictRequired: true, allowUnionTypes: true, allErrors: true, formats});
for (const [kind, file] of Object.entries(schemas)) {
  ajv.addSchema({...JSON.parse(readFileSync(file, 'utf8')), $id: kind});
}
const judges = new Map();
function judge(kind, definition) {
  const name = kind + (definition ? '#/' + definition : '');
  if (!judges.has(name)) judges.set(name, definition ? ajv.compile({$ref: name}) : ajv.getSchema(name));
  return judges.get(name);
}

const documents = new Map();
function parsed(text) {
  if (!documents.has(text)) {
    const lines = new YAML.LineCounter();
    documents.set(text, [YAML.parseDocument(text, {schema: 'core', version: '1.2', lineCounter: lines}), lines]);
  }
  return documents.get(text);
}

// The lines of the key and of the value at a path.
function lines_of(document, lines, path) {
  const found = [];
  const add = (node) => node?.range && found.push(lines.linePos(node.range[0]).line);
  add(path.length ? document.getIn(path, true) : document.contents);
  if (path.length) {
    const above = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    add(above?.items?.find((pair) => pair.key?.value === path.at(-1))?.key);
  }
  return found;
}

function refusal(document, lines, error) {
  let at = document.contents;
  const path = error.instancePath.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const steps = path.map((step) => {
    const key = YAML.isSeq(at) ? Number(step) : at?.items?.find((pair) => String(pair.key?.value) === step)?.key.value;
    at = at?.get?.(key, true);
    return key;
  });
  const key = error.params.additionalProperty;
  return {
    at: '/' + path.join('/'),
    message: error.message + (key === undefined ? '' : ': ' + key),
    lines: lines_of(document, lines, key === undefined ? steps : [...steps, key]),
  };
}

function changed(value, at, put) {
  const copy = structuredClone(value);
  const holder = at.slice(0, -1).reduce((inner, step) => inner[step], copy);
  const last = at.at(-1);
  if (holder === undefined) throw new Error('there is no ' + at.join('/'));
  if (put !== undefined) {
    holder[last] = put;
  } else if (Array.isArray(holder)) {
    holder.splice(last, 1);
  } else {
    delete holder[last];
  }
  return copy;
}

const verdicts = items.map((item) => {
  const [document, lines] = parsed(item.text ?? readFileSync(item.file, 'utf8'));
  const unreadable = document.errors[0]?.message ?? '';
  // Keys that are there twice are a fault of YAML; the schema sees the last one.
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) return {unreadable, refusals: []};
  const value = document.toJS();
  const valid = judge(item.kind, item.definition);
  const errors = valid(item.at ? changed(value, item.at, item.put && JSON.parse(item.put)) : value) ? [] : valid.errors;
  return {unreadable, refusals: errors.map((error) => refusal(document, lines, error))};
});
console.log(JSON.stringify(verdicts));
