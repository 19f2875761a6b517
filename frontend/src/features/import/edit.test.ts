import { describe, expect, it } from 'vitest';
import type { FieldInfo, ImportColumn, ImportDraft } from '@/api/types';
import {
  decide,
  decideRow,
  IGNORE,
  inputOf,
  isOpen,
  matched,
  NOTE,
  OWN,
  proposes,
  putColumn,
  rekind,
  retarget,
} from './edit';

const column = (part: Partial<ImportColumn>): ImportColumn => ({
  index: 0,
  name: 'stage',
  samples: [],
  target: 'stage',
  newKind: 'link',
  confidence: 97,
  how: { en: '', zh: '' },
  dateOrder: '',
  decimalComma: false,
  factor: 1,
  createMissing: false,
  overwrite: true,
  plain: false,
  values: [{ text: 'Won', count: 3, to: '7' }],
  blank: [],
  ...part,
});

const field = (part: Partial<FieldInfo>) =>
  ({ key: 'x', kind: 'text', target: '', ...part }) as FieldInfo;

const draft = (part: Partial<ImportDraft>) =>
  ({
    id: 'd1',
    type: 'account',
    encoding: 'utf-8',
    delimiter: ',',
    sheet: '',
    headerRow: 1,
    columns: [column({})],
    onDuplicate: 'update',
    lostReason: '',
    ...part,
  }) as ImportDraft;

describe('a column that goes elsewhere', () => {
  it('forgets what its values meant and takes the kind of the field', () => {
    const moved = retarget(column({}), 'amount', field({ kind: 'money' }));
    expect(moved).toMatchObject({
      target: 'amount',
      newKind: 'money',
      values: [],
      confidence: 100,
    });
    expect(moved.overwrite).toBe(false);
  });

  it('makes linked records that are missing, but never stages', () => {
    expect(
      retarget(column({}), 'account', field({ kind: 'link', target: 'account' })).createMissing,
    ).toBe(true);
    expect(
      retarget(column({}), 'stage', field({ kind: 'link', target: 'stage' })).createMissing,
    ).toBe(false);
    expect(retarget(column({}), 'owner', field({ kind: 'member' })).createMissing).toBe(true);
  });

  it('keeps the kind that was recognised for a new field', () => {
    expect(retarget(column({ newKind: 'date' }), OWN).newKind).toBe('date');
    expect(retarget(column({ newKind: '' }), OWN).newKind).toBe('text');
  });
});

describe('decisions', () => {
  it('are open for a new field until someone says so', () => {
    expect(isOpen(column({ target: OWN, confidence: 60 }))).toBe(true);
    expect(isOpen(rekind(column({ target: OWN, confidence: 60 }), 'date'))).toBe(false);
    expect(isOpen(column({}))).toBe(false);
  });

  it('give one text its meaning and leave the others', () => {
    const two = column({
      values: [
        { text: 'a', count: 1, to: '' },
        { text: 'b', count: 2, to: '5' },
      ],
    });
    expect(decide(two, 'a', '9').values.map(({ to }) => to)).toEqual(['9', '5']);
  });

  it('replace a column by its place in the file', () => {
    const all = [column({ index: 0 }), column({ index: 1 })];
    expect(putColumn(all, column({ index: 1, target: NOTE })).map((c) => c.target)).toEqual([
      'stage',
      NOTE,
    ]);
  });

  it('on a row are dropped when the rule says the same', () => {
    expect(decideRow({}, 4, 'skip', 'update')).toEqual({ 4: 'skip' });
    expect(decideRow({ 4: 'skip', 5: 'new' }, 4, 'update', 'update')).toEqual({ 5: 'new' });
  });
});

it('counts columns that found their field', () => {
  const all = [
    column({}),
    column({ target: OWN }),
    column({ target: NOTE }),
    column({ target: IGNORE, name: '' }),
  ];
  expect(matched(all)).toEqual({ found: 1, all: 3 });
});

describe('what the core is asked', () => {
  it('is the draft as it is shown, with the change', () => {
    const input = inputOf(draft({}), { 3: 'skip' }, { onDuplicate: 'merge' });
    expect(input).toMatchObject({
      draft: 'd1',
      type: 'account',
      onDuplicate: 'merge',
      perRow: { 3: 'skip' },
    });
    expect(input.template).toBe('');
  });

  it('says that there are no headings only where the file is read anew', () => {
    expect(inputOf(draft({ headerRow: 0 }), {}, { onDuplicate: 'skip' }).headerRow).toBe(0);
    expect(inputOf(draft({ headerRow: 0 }), {}, { encoding: 'gb18030' }).headerRow).toBe(-1);
    expect(inputOf(draft({ headerRow: 0 }), {}, { headerRow: 2 }).headerRow).toBe(2);
  });

  it('is a new proposal after a change of type or reading', () => {
    expect(proposes({ type: 'lead' })).toBe(true);
    expect(proposes({ columns: [], perRow: {} })).toBe(false);
  });
});
