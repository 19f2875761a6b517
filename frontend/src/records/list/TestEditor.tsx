import type { FieldInfo, TypeInfo } from '@/api';
import { kindOf, kindOfField } from '@/fields';
import { between, type Test } from '@/fields/filter/model';
import { isBare, opsOf, opWords, type TestOp } from '@/fields/filter/ops';
import { Choose } from '@/fields/pick/Choose';
import { pick, useLang, useWords } from '@/i18n';
import { Button } from '@/ui';
import css from './list.module.css';
import { listWords } from './words';

/** A condition of a field as it begins. */
export function newTest(field: FieldInfo): Test {
  const [op = 'filled'] = opsOf(kindOf(field));
  return { kind: 'test', field: field.key, op, value: firstValue(field, op) };
}

function firstValue(field: FieldInfo, op: TestOp): unknown {
  if (field.kind === 'bool') return true;
  return op === 'within' ? 'this month' : undefined;
}

/** The test with another operator; the value stays where the new one can use it. */
export function withOp(test: Test, field: FieldInfo, op: TestOp): Test {
  const lists = (o: TestOp) => o === 'in' || o === 'out';
  const single = (o: TestOp) => !lists(o) && !isBare(o) && o !== 'within' && o !== 'between';
  const keeps = (lists(test.op) && lists(op)) || (single(test.op) && single(op));
  if (keeps) return { ...test, op };
  if (op === 'between' && single(test.op)) return { ...test, op, value: [test.value, undefined] };
  if (test.op === 'between' && single(op)) return { ...test, op, value: between(test.value)[0] };
  return { ...test, op, value: firstValue(field, op) };
}

interface ValueProps {
  type: TypeInfo;
  test: Test;
  onChange: (test: Test) => void;
  onDone?: () => void;
}

/** How the field is compared. */
export function OpSelect({ type, test, onChange }: ValueProps) {
  const t = useWords(listWords);
  const o = useWords(opWords);
  const field = type.fields.find((f) => f.key === test.field);
  if (!field) return null;
  return (
    <Choose
      label={t.operator}
      small
      required
      items={opsOf(kindOf(field)).map((op) => ({ key: op, label: o[op] }))}
      chosen={test.op}
      onPick={(op) => op && onChange(withOp(test, field, op as TestOp))}
    />
  );
}

/** What the field is compared with. */
export function TestValue({ type, test, onChange, onDone }: ValueProps) {
  const field = type.fields.find((f) => f.key === test.field);
  if (!field || isBare(test.op)) return null;
  const { Filter } = kindOfField(field);
  return (
    <Filter
      key={test.op}
      field={field}
      type={type.key}
      op={test.op}
      value={test.value}
      onChange={(value) => onChange({ ...test, value })}
      onDone={onDone}
    />
  );
}

interface Props {
  type: TypeInfo;
  test: Test;
  onChange: (test: Test | null) => void;
  onClose: () => void;
}

/** One condition, edited in a popover. */
export function TestEditor({ type, test, onChange, onClose }: Props) {
  const t = useWords(listWords);
  const lang = useLang();
  const field = type.fields.find((f) => f.key === test.field);
  return (
    <div className={css.editor}>
      <div className={css.editorRow}>
        <b className="lab ell">{field ? pick(field.label, lang) : test.field}</b>
        <OpSelect type={type} test={test} onChange={onChange} />
        <Button size="sm" onClick={onClose}>
          {t.done}
        </Button>
      </div>
      <TestValue type={type} test={test} onChange={onChange} onDone={onClose} />
    </div>
  );
}
