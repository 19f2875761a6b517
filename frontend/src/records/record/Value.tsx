import { Link } from 'wouter';
import { api, inWindow } from '@/api';
import { useType } from '@/api/schema';
import type { FieldInfo } from '@/api/types';
import { paths } from '@/app/paths';
import { formatValue, isEmpty, kindOf, kindOfField, readRef, readRefs, readText } from '@/fields';
import { useLang } from '@/i18n';
import { useZone } from '../timeline/zone';
import css from './record.module.css';

/** A value on a record's page: links lead to their record, addresses to their program,
 * long texts show whole, everything else as in lists. Nothing for an empty value. */
export function Value({ field, value }: { field: FieldInfo; value: unknown }) {
  const lang = useLang();
  const zone = useZone();
  if (isEmpty(value)) return null;
  const { Cell } = kindOfField(field);
  switch (kindOf(field)) {
    case 'link':
      return <RecordLink value={value} />;
    case 'links':
      return readRefs(value).map((ref) => <RecordLink key={ref.id} value={ref} />);
    case 'url':
    case 'email':
      return <Address field={field} address={readText(value)} />;
    case 'longtext':
    case 'markdown':
      return <span className={`${css.long} selectable`}>{readText(value)}</span>;
    case 'text':
    case 'phone':
    case 'auto':
      return <span className="ell selectable">{formatValue(field, value, lang, { zone })}</span>;
    default:
      return <Cell field={field} value={value} />;
  }
}

/** What is set up, such as a pipeline, is no page to read: it is in Settings. */
function RecordLink({ value }: { value: unknown }) {
  const ref = readRef(value);
  const type = useType(ref?.type ?? '');
  if (!ref) return null;
  if (type?.setup) return <span className="ell selectable">{ref.title}</span>;
  return (
    <Link href={paths.record(ref.type, ref.id)} className={`${css.link} ell`}>
      {ref.title}
    </Link>
  );
}

/** An address of the web or of a person; the window opens it outside of itself. */
function Address({ field, address }: { field: FieldInfo; address: string }) {
  const href = field.kind === 'email' ? `mailto:${address}` : webAddress(address);
  const open = (event: React.MouseEvent) => {
    if (!inWindow()) return;
    event.preventDefault();
    void api.files.openURL(href);
  };
  return (
    <a href={href} target="_blank" rel="noreferrer" className={`${css.link} ell`} onClick={open}>
      {address}
    </a>
  );
}

/** People write addresses without the scheme. Any other scheme than the web's is not one. */
function webAddress(text: string): string {
  return /^https?:\/\//i.test(text) ? text : `https://${text}`;
}
