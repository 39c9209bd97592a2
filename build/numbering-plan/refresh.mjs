#!/usr/bin/env node
// Makes Opbx.Core/Outbound/NumberingPlans/numbering-plan.json anew from the newest numbering-plan data.
//
//   node build/numbering-plan/refresh.mjs
//
// The data is Google's libphonenumber (Apache-2.0), taken from two npm packages: libphonenumber-js carries the
// plans of all countries as JSON, google-libphonenumber carries the short and emergency numbers as well.
// Run it now and then, run the tests of Opbx.Tests/Outbound, commit the result.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = ['libphonenumber-js', 'google-libphonenumber'];
const target = join(dirname(fileURLToPath(import.meta.url)), '../../Opbx.Core/Outbound/NumberingPlans');
const cases = join(dirname(fileURLToPath(import.meta.url)), '../../Opbx.Tests/Outbound/numbering-plan-cases.tsv');
const work = mkdtempSync(join(tmpdir(), 'numbering-plan-'));

try {
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', work, ...PACKAGES], { stdio: 'inherit' });
  const versions = Object.fromEntries(PACKAGES.map((name) => [name, JSON.parse(readFileSync(join(work, 'node_modules', name, 'package.json'), 'utf8')).version]));
  const plans = JSON.parse(readFileSync(join(work, 'node_modules/libphonenumber-js/metadata.max.json'), 'utf8'));
  const short = shortNumbers(readFileSync(join(work, 'node_modules/google-libphonenumber/dist/libphonenumber.js'), 'utf8'));
  write(plans, short, versions);
  const require = createRequire(join(work, 'package.json'));
  writeCases(require('google-libphonenumber'), require('libphonenumber-js/max'));
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The short-number table is a private variable of the bundle: a hook in front of a later statement hands it out. */
function shortNumbers(source) {
  const statement = 'i18n.phonenumbers.ShortNumberInfo=function';
  if (!source.includes(statement)) throw new Error('google-libphonenumber changed: its short-number table is not where it was.');
  let table;
  const hooked = source.replace(statement, `globalThis.__take(i18n.phonenumbers.shortnumbermetadata.countryToMetadata);${statement}`);
  globalThis.__take = (value) => { table = value; };
  new Function('module', 'exports', 'require', hooked)({ exports: {} }, {}, () => ({}));
  delete globalThis.__take;
  return table;
}

/** A country's plan with named members; positions are those of libphonenumber-js METADATA.md (version 4). */
function plan(row) {
  const kinds = ['fixed', 'mobile', 'tollFree', 'premium', 'personal', 'voicemail', 'uan', 'pager', 'voip', 'sharedCost'];
  const types = {};
  (row[11] || []).forEach((type, i) => { if (type) types[kinds[i]] = compact({ pattern: type[0], lengths: type[1] }); });
  return compact({
    code: row[0], idd: row[1], pattern: row[2], lengths: row[3],
    formats: (row[4] || []).map((f) => compact({ pattern: f[0], area: areaGroup(f[5] || f[1]), leading: f[2]?.at(-1) })),
    trunk: row[5], trunkPattern: row[7], trunkRule: row[8] && row[8].replace(/\$(\d)/g, '${$1}'), leading: row[10], types,
  });
}

/** Of a number written internationally in several groups the first is the area code; 0 where there is one group only. */
function areaGroup(format) {
  const groups = format.match(/\$\d/g) ?? [];
  return groups.length > 1 ? Number(groups[0][1]) : 0;
}

/** Positions are the field numbers of libphonenumber's PhoneMetadata message. */
function shortPlan(row) {
  const pattern = (field) => row?.[field]?.[2];
  return compact({ emergency: pattern(27), short: pattern(29), shortPremium: pattern(5), shortCarrier: pattern(31), shortText: pattern(33) });
}

function compact(object) {
  return Object.fromEntries(Object.entries(object).filter(([, v]) => v !== undefined && v !== null && v !== 0 && !(Array.isArray(v) && v.length === 0)));
}

/** One country a line, so that the next refresh shows as a readable difference. */
function write(plans, short, versions) {
  const lines = (entries) => entries.map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n');
  const countries = Object.entries(plans.countries).map(([id, row]) => [id, { ...plan(row), ...shortPlan(short[id]) }]);
  const worldwide = Object.entries(plans.nonGeographic).map(([code, row]) => [code, plan(row)]);
  const source = PACKAGES.map((name) => `${name} ${versions[name]}`).join(', ');
  if (countries.length < 200 || !countries.find(([id]) => id === 'US')[1].emergency) throw new Error('The data looks incomplete; nothing was written.');
  writeFileSync(join(target, 'numbering-plan.json'), [
    '{', `  "source": ${JSON.stringify(source)},`,
    '  "codes": {', lines(Object.entries(plans.country_calling_codes)), '  },',
    '  "countries": {', lines(countries), '  },',
    '  "worldwide": {', lines(worldwide), '  }', '}', ''].join('\n'));
  writeFileSync(join(target, 'NOTICE'), [
    'numbering-plan.json is made from the metadata of libphonenumber.',
    'Copyright (C) The Libphonenumber Authors, https://github.com/google/libphonenumber',
    'Licensed under the Apache License, Version 2.0, https://www.apache.org/licenses/LICENSE-2.0',
    `Taken from the npm packages ${source}; changed: names instead of positions, formats reduced to what finds an area code.`, ''].join('\n'));
  console.log(`${countries.length} countries, ${worldwide.length} worldwide codes, from ${source}`);
}

/** What Google's own program says about its example numbers: the tests compare our reader with it. The packages' data differs by months: what the other one sees in another way is left out. */
function writeCases({ PhoneNumberUtil, PhoneNumberType, PhoneNumberFormat }, other) {
  const util = PhoneNumberUtil.getInstance();
  const typeName = Object.fromEntries(Object.entries(PhoneNumberType).map(([name, value]) => [value, name]));
  const rows = new Set();
  for (const region of util.getSupportedRegions().sort()) {
    for (const type of Object.values(PhoneNumberType).filter((t) => t >= 0)) {
      const number = util.getExampleNumberForType(region, type);
      if (!number || !util.isValidNumber(number)) continue;
      if (other.parsePhoneNumber(util.format(number, PhoneNumberFormat.E164)).getType() !== typeName[util.getNumberType(number)]) continue;
      const national = util.getNationalSignificantNumber(number);
      rows.add([region, util.format(number, PhoneNumberFormat.E164), util.format(number, PhoneNumberFormat.NATIONAL), util.formatOutOfCountryCallingNumber(number, 'US'),
        util.getRegionCodeForNumber(number), typeName[util.getNumberType(number)], national.slice(0, util.getLengthOfGeographicalAreaCode(number))].join('\t'));
    }
  }
  writeFileSync(cases, ['# caller region, E.164, national format, as dialled from the US, region, type, area code', ...rows, ''].join('\n'));
}
