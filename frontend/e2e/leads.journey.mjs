import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from './kit/app.mjs';
import { Importing } from './kit/importing.mjs';
import { List } from './kit/list.mjs';

export const name = 'the leads of a school come in with all their columns, and “Select” is nothing';
export const timeout = 240;

export const variants = [
  { name: 'generated, English', lang: 'en', real: false },
  { name: 'generated, 中文', lang: 'zh-CN', real: false },
  { name: 'real, 中文', lang: 'zh-CN', real: true },
];

export function needs({ data, variant }) {
  if (variant.real && !data) return 'the real spreadsheets are not here (DEALBOX_DATA)';
}

async function source({ data, variant, dealbox, path }) {
  if (variant.real) return { file: join(data, 'leads', 'Leads.csv'), leads: 9240 };
  const folder = path('sheets');
  const made = await dealbox('generate', '--sheets', folder, '--opportunities', '1000', '--json');
  return { file: join(folder, 'leads', 'Leads.csv'), leads: made.json.leads };
}

export async function run(context) {
  const { expect, dealbox, path, stop } = context;
  const { file, leads } = await source(context);
  const [heading] = readFileSync(file, 'utf8').split(/\r?\n/, 1);
  const named = heading.split(',').filter((text) => text.trim() !== '');
  expect(named.length, 'named columns').toBe(37);
  const app = await App.fresh(context);
  const importing = new Importing(app);
  await importing.choose(file);
  await importing.ready('Leads.csv');
  await importing.type().getByText(app.say('Leads', '线索')).waitFor();
  const counts = await importing.run(180);
  expect(counts, 'leads').toEqual({ created: leads });

  const fields = await every(app, named, expect);
  const list = new List(app);
  await list.open('lead');
  await expect.soon(() => list.count(), 'leads in the list').toBe(leads);
  await readable(app, list, fields, expect);
  await nowhere(app, fields, expect);

  const workspace = (await app.call('Files', 'State')).file.path;
  await stop();
  const out = path('leads.csv');
  const done = await dealbox('--file', workspace, 'export', 'lead', out);
  expect(done.code, done.stderr).toBe(0);
  const text = readFileSync(out, 'utf8');
  for (const field of fields)
    expect(text.split(/\r?\n/, 1)[0], 'headings of the export').toContain(
      field.label[app.say('en', 'zh')],
    );
  expect(/(^|,)"?Select"?(,|\r?$)/m.test(text), 'Select in the export').toBe(false);
}

/** The field of each column, by what its mapping says: title fields have other words. */
async function every(app, named, expect) {
  const [report] = await app.call('Import', 'List');
  expect(report.counts.rejected, 'rejected').toBe(0);
  const lead = (await app.call('Schema', 'Types')).find((type) => type.key === 'lead');
  const own = lead.fields.filter((field) => field.own);
  const known = named.filter((name) =>
    own.some(({ label }) => label.en === name || label.zh === name),
  );
  // The rest goes into fields that every lead has.
  expect(known.length, 'columns that became fields of their own').toBeAtLeast(25);
  return own;
}

/** A column of one's own is shown by ticking it, and has values. */
async function readable(app, list, fields, expect) {
  const field = fields.find(({ kind }) => kind === 'choice') ?? fields[0];
  const label = field.label[app.say('en', 'zh')];
  await list.display();
  for (const { label: other } of fields) {
    await app.page
      .getByRole('checkbox', { name: other[app.say('en', 'zh')], exact: true })
      .first()
      .waitFor({ state: 'attached' });
  }
  await app.page.getByRole('checkbox', { name: label, exact: true }).first().check();
  await app.press('Escape');
  await list.head(field.key).waitFor({ state: 'attached' });
  const { count } = await app.list('lead', { where: { op: 'filled', field: field.key } });
  expect(count, `leads with ${label}`).toBeAtLeast(1);
}

/** No field of any lead says Select. */
async function nowhere(app, fields, expect) {
  for (const { key, kind, options } of fields) {
    const words = options.map(({ label }) => label.en);
    expect(words.includes('Select'), `a choice Select in ${key}`).toBe(false);
    if (kind !== 'text') continue;
    const { count } = await app.list('lead', { where: { op: 'eq', field: key, value: 'Select' } });
    expect(count, `Select in ${key}`).toBe(0);
  }
}
