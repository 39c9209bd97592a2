#!/usr/bin/env node
// Makes Opbx.Core/BusinessHours/Holidays/holidays.json and its NOTICE anew from the newest public-holiday data.
//
//   node build/holidays/refresh.mjs
//
// The data is that of the npm package date-holidays. Its rules (Easter, weekday of a month, lunar and Islamic calendars, substitute days)
// are worked out here into dates, so that the product needs neither the rules nor a calendar library. Only public holidays of whole days
// are taken. Run it now and then, run the tests of Opbx.Tests/BusinessHours, commit the result.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'date-holidays';
const [FIRST, LAST] = [2025, 2040];
const YEARS = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);
const target = join(dirname(fileURLToPath(import.meta.url)), '../../Opbx.Core/BusinessHours/Holidays');
const work = mkdtempSync(join(tmpdir(), 'holidays-'));

try {
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', work, PACKAGE], { stdio: 'inherit' });
  const home = join(work, 'node_modules', PACKAGE);
  const Holidays = createRequire(join(work, 'package.json'))(PACKAGE);
  const version = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
  write(new Holidays(), (...place) => new Holidays(...place), version);
  writeNotice(readFileSync(join(home, 'LICENSE'), 'utf8'), version);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Name to dates: "0101" for the same day of every year, else one group of days a year: "0421,0422 0406 - ...". */
function days(calendar) {
  const byName = new Map();
  YEARS.forEach((year, at) => {
    for (const holiday of calendar.getHolidays(year, 'en')) {
      if (holiday.type !== 'public' || !holiday.date.startsWith(' 00:00:00', 10)) continue;
      const [y, m, d] = holiday.date.slice(0, 10).split('-').map(Number);
      const length = Math.max(1, Math.floor((holiday.end - holiday.start) / 86_400_000 + 0.1));
      for (let i = 0; i < length; i++) {
        const date = new Date(Date.UTC(y, m - 1, d + i));
        if (date.getUTCFullYear() !== year) continue;
        const name = holiday.name.trim();
        if (!byName.has(name)) byName.set(name, YEARS.map(() => new Set()));
        byName.get(name)[at].add(date.toISOString().slice(5, 10).replace('-', ''));
      }
    }
  });
  const list = [];
  for (const [name, years] of byName) {
    // A day that is the same every year is told apart from the substitute days that some years add.
    const fixed = [...years[0]].filter((day) => years.every((set) => set.has(day)));
    for (const day of fixed) list.push([name, day]);
    const rest = years.map((set) => [...set].filter((day) => !fixed.includes(day)).sort());
    if (rest.some((set) => set.length)) list.push([name, rest.map((set) => set.join(',') || '-').join(' ')]);
  }
  return list.sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : a[0] < b[0] ? -1 : 1));
}

/** The places of a country with holidays of their own: states, and within them cities and districts. */
function places(all, country) {
  const found = [];
  for (const [state, name] of Object.entries(all.getStates(country, 'en') ?? {})) {
    found.push([state, name, [country, state]]);
    for (const [region, inner] of Object.entries(all.getRegions(country, state, 'en') ?? {})) found.push([`${state}-${region}`, `${name}, ${inner}`, [country, state, region]]);
  }
  return found;
}

/** One country a line, so that the next refresh shows as a readable difference. A region holds what it has more ("add") and less ("drop") than its country. */
function write(all, calendarOf, version) {
  const key = (entry) => entry.join('\u0000');
  const lines = Object.entries(all.getCountries('en')).map(([code, name]) => {
    const own = days(calendarOf(code));
    const known = new Set(own.map(key));
    const regions = places(all, code).map(([region, title, place]) => {
      const there = days(calendarOf(...place));
      const has = new Set(there.map(key));
      return { code: region, name: title, add: there.filter((e) => !known.has(key(e))), drop: own.filter((e) => !has.has(key(e))) };
    }).filter((region) => region.add.length || region.drop.length);
    return own.length || regions.length ? `    ${JSON.stringify({ code, name, days: own, regions })}` : null;
  }).filter(Boolean).sort();
  if (lines.length < 150) throw new Error('The data looks incomplete; nothing was written.');
  writeFileSync(join(target, 'holidays.json'), [
    '{',
    `  "source": ${JSON.stringify(`${PACKAGE} ${version}`)},`,
    '  "licence": "CC BY-SA 3.0; see NOTICE",',
    `  "first": ${FIRST},`,
    `  "last": ${LAST},`,
    '  "countries": [',
    lines.join(',\n'),
    '  ]',
    '}',
    '',
  ].join('\n'));
  console.log(`${lines.length} countries`);
}

function writeNotice(licence, version) {
  writeFileSync(join(target, 'NOTICE'), [
    `holidays.json is made by build/holidays/refresh.mjs from the data of ${PACKAGE} ${version}`,
    '(https://github.com/commenthol/date-holidays): its rules are worked out into dates, names are in English where it has them.',
    'The data is under CC BY-SA 3.0, and so is holidays.json. The licence of the package, with its attributions:',
    '',
    licence.trim(),
    '',
  ].join('\n'));
}
