import { IconArrowRight, IconFileSpreadsheet, IconTrash } from '@tabler/icons-react';
import { api, type ImportDraft, toFailed } from '@/api';
import { useTypes } from '@/api/schema';
import { pick, type Say, sayIn, useLang, useWords } from '@/i18n';
import { withCount } from '@/records/imports/counts';
import { Glyph, iconNamed, type MenuEntry, Sep, TopBar, toast, toastError } from '@/ui';
import { BarMenu } from './BarMenu';
import css from './import.module.css';
import { change, useImport } from './session';
import { importWords } from './words';

type T = Say<typeof importWords.table>;

/** What is imported, as what, and how it is read. */
export function TopLine() {
  const t = useWords(importWords);
  const { phase, draft, queue } = useImport();
  return (
    <TopBar line>
      <h1>{t.title}</h1>
      {phase === 'mapping' && draft && <Reading draft={draft} waiting={queue.length} />}
    </TopBar>
  );
}

function Reading({ draft, waiting }: { draft: ImportDraft; waiting: number }) {
  const t = useWords(importWords);
  const lang = useLang();
  const columns = draft.columns.length;
  const size = [
    withCount(t('rowsOf', { count: draft.rows }), draft.rows, lang),
    withCount(t('columnsOf', { count: columns }), columns, lang),
  ].join(' · ');
  return (
    <>
      <Sep />
      <span className={css.file}>
        <span className={css.sheet}>
          <Glyph icon={IconFileSpreadsheet} />
        </span>
        <b className="ell" title={draft.name}>
          {draft.name}
        </b>
        <span className="t3 nw">{size}</span>
        {waiting > 0 && <span className="t3 nw">{t('waiting', { count: waiting })}</span>}
      </span>
      <span className={css.arrow}>
        <Glyph icon={IconArrowRight} size={16} />
      </span>
      <TypeMenu draft={draft} />
      <span className="grow" />
      <span className={css.reads}>
        <HowRead draft={draft} />
        {draft.templates.length > 0 && <Templates draft={draft} />}
      </span>
    </>
  );
}

function TypeMenu({ draft }: { draft: ImportDraft }) {
  const t = useWords(importWords);
  const lang = useLang();
  const types = useTypes();
  const known = draft.types.flatMap((key) => types.find((type) => type.key === key) ?? []);
  const chosen = types.find(({ key }) => key === draft.type);
  const entries = known.map(
    (type): MenuEntry => ({
      id: type.key,
      label: pick(type.plural, lang),
      icon: iconNamed(type.icon),
      checked: type.key === draft.type,
      run: () => change({ type: type.key }),
    }),
  );
  return (
    <BarMenu
      label={t.type}
      silent
      icon={chosen && iconNamed(chosen.icon)}
      value={chosen ? pick(chosen.plural, lang) : draft.type}
      entries={entries}
    />
  );
}

/** One of several ways to read the file. */
function choices<K extends 'sheet' | 'encoding' | 'delimiter' | 'headerRow'>(
  key: K,
  now: ImportDraft[K],
  all: readonly [ImportDraft[K], string][],
): MenuEntry[] {
  return all.map(([value, label]) => ({
    id: `${key}-${value}`,
    label,
    checked: value === now,
    run: () => change({ [key]: value }),
  }));
}

const ENCODINGS: Record<string, string> = { gb18030: 'GBK (GB18030)', big5: 'Big5' };

function encodingName(encoding: string): string {
  return ENCODINGS[encoding] ?? encoding.replace('utf', 'UTF').replace('windows', 'Windows');
}

const delimiters = (t: T): [string, string][] => [
  [',', t.comma],
  [';', t.semicolon],
  ['\t', t.tab],
  ['|', t.bar],
];

const HEADINGS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

function headings(t: T): [number, string][] {
  const rows = HEADINGS.map((n): [number, string] => [n, t('headerRow', { n })]);
  return [...rows, [-1, t.noHeaderLong]];
}

function HowRead({ draft }: { draft: ImportDraft }) {
  const t = useWords(importWords);
  const { sheet, sheets, encoding, encodings, delimiter, headerRow, kind } = draft;
  const isText = encoding !== '' && kind !== 'json';
  const header = headerRow === 0 ? t.noHeader : t('headerRow', { n: headerRow });
  const parted = delimiters(t);
  return (
    <>
      {sheets.length > 0 && (
        <BarMenu
          label={t.sheet}
          value={sheet}
          entries={choices(
            'sheet',
            sheet,
            sheets.map((name) => [name, name] as const),
          )}
        />
      )}
      {kind !== 'json' && (
        <BarMenu
          label={t.header}
          value={header}
          entries={choices('headerRow', headerRow || -1, headings(t))}
        />
      )}
      {isText && (
        <BarMenu
          label={t.encoding}
          value={encodingName(encoding)}
          entries={choices(
            'encoding',
            encoding,
            encodings.map((name) => [name, encodingName(name)] as const),
          )}
        />
      )}
      {isText && delimiter !== '' && (
        <BarMenu
          label={t.delimiter}
          value={parted.find(([sign]) => sign === delimiter)?.[1] ?? delimiter}
          entries={choices('delimiter', delimiter, parted)}
        />
      )}
    </>
  );
}

async function drop(id: string, name: string): Promise<void> {
  try {
    await api.import.deleteTemplate(id);
    toast(sayIn(importWords)('templateDeleted', { name }), { life: 6000 });
    change({});
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}

function Templates({ draft }: { draft: ImportDraft }) {
  const t = useWords(importWords);
  const { templates, template } = draft;
  const chosen = templates.find(({ id }) => id === template);
  const entries: MenuEntry[] = templates.map(({ id, name }) => ({
    id,
    label: name,
    checked: id === template,
    run: () => change({ template: id }),
  }));
  if (chosen) {
    const { id, name } = chosen;
    entries.push('line', {
      id: 'delete',
      label: t('deleteTemplate', { name }),
      icon: IconTrash,
      danger: true,
      run: () => void drop(id, name),
    });
  }
  return <BarMenu label={t.template} value={chosen?.name} entries={entries} />;
}
