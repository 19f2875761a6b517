/** Conditions in words, for chips: 客户等级 是 A. */
import type { FieldInfo, TypeInfo } from '@/api/types';
import { type Lang, pick, sayIn } from '@/i18n';
import { formatValue } from '../format';
import { kindOf } from '../kinds';
import { isEmpty, readOption, readRef, readText } from '../values';
import { fieldWords } from '../words';
import { between, type Group, type Node, type Raw, type Test } from './model';
import { isBare, opWords, type TestOp } from './ops';
import { isPeriod, periodWords } from './periods';

/** A chip's parts: field and operator in plain type, the value in bold. */
export interface Described {
  lead: string;
  value: string;
}

/** A test in words. */
export function describeTest(test: Test, field: FieldInfo | undefined, lang: Lang): Described {
  const name = field ? pick(field.label, lang) : test.field;
  const op = sayIn(opWords, lang)[spoken(test)];
  const value = isBare(test.op) || !field ? '' : describeValue(test, field, lang);
  return { lead: `${name} ${op}`, value };
}

/** One member of a list reads "is" rather than "in". */
function spoken({ op, value }: Test): TestOp {
  const single = Array.isArray(value) && value.length === 1;
  if (single && op === 'in') return 'eq';
  return single && op === 'out' ? 'ne' : op;
}

function describeValue({ op, value }: Test, field: FieldInfo, lang: Lang): string {
  if (isPeriod(value)) return sayIn(periodWords, lang)[value];
  if (op === 'between') {
    const [from, to] = between(value);
    return `${member(from, field, lang)} – ${member(to, field, lang)}`;
  }
  const all = Array.isArray(value) ? value : [value];
  return all.map((v) => member(v, field, lang)).join(lang === 'en' ? ', ' : '、');
}

/** One value, or one member of a list, of whatever kind the field is. */
function member(value: unknown, field: FieldInfo, lang: Lang): string {
  if (isEmpty(value)) return '…';
  if (value === 'me') return sayIn(fieldWords, lang).me;
  const kind = kindOf(field);
  if (kind === 'choice' || kind === 'choices') {
    return (
      formatValue({ ...field, kind: 'choice' }, readOption(value) || value, lang) || readText(value)
    );
  }
  if (typeof value === 'object') return readRef(value)?.title ?? formatValue(field, value, lang);
  return kind === 'tags' ? readText(value) : formatValue(field, value, lang) || readText(value);
}

const joins = { and: { en: ' and ', zh: ' 且 ' }, or: { en: ' or ', zh: ' 或 ' } };

/** Any node as one line of text. */
export function describeNode(node: Node, type: TypeInfo, lang: Lang): string {
  if (node.kind === 'raw') return describeRaw(node);
  if (node.kind === 'group') return describeGroup(node, type, lang);
  const field = type.fields.find((f) => f.key === node.field);
  const { lead, value } = describeTest(node, field, lang);
  return value ? `${lead} ${value}` : lead;
}

function describeGroup(group: Group, type: TypeInfo, lang: Lang): string {
  return group.nodes
    .map((child) => {
      const text = describeNode(child, type, lang);
      return child.kind === 'group' && child.nodes.length > 1 ? `(${text})` : text;
    })
    .join(pick(joins[group.join], lang));
}

/** What the builder cannot show is shown as the core has it. */
function describeRaw({ cond }: Raw): string {
  const inner = (cond.conds ?? []).map((c) => describeRaw({ kind: 'raw', cond: c })).join(', ');
  const value =
    cond.value === undefined ? '' : ` ${readText(cond.value) || JSON.stringify(cond.value)}`;
  return inner ? `${cond.op} (${inner})` : `${cond.field ?? ''} ${cond.op}${value}`.trim();
}
