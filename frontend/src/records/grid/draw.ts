/**
 * Cells drawn without React: hundreds of them pass by while scrolling. Shapes are copied
 * from stencils that React drew once (Stencils.tsx).
 */
import type { FieldInfo } from '@/api';
import {
  formatValue,
  isEmpty,
  type KindName,
  kindOf,
  readOption,
  readOptions,
  readRef,
  readRefs,
  readTexts,
} from '@/fields';
import { pick } from '@/i18n';
import { initials } from '@/ui/Avatar';
import { toneStyle } from '@/ui/Chip';
import type { Host } from './host';

type Draw = (value: unknown, field: FieldInfo, host: Host) => (Node | string)[];

function stencil(host: Host, name: string): HTMLElement | null {
  const found = host.stencils?.querySelector(
    `[data-stencil=${JSON.stringify(name)}]`,
  )?.firstElementChild;
  return found instanceof HTMLElement ? (found.cloneNode(true) as HTMLElement) : null;
}

function chip(host: Host, label: string, tone?: string, name = 'chip'): Node | string {
  const drawn = stencil(host, name);
  if (!drawn) return label;
  drawn.textContent = label;
  const style = toneStyle(tone);
  if (style) Object.assign(drawn.style, style);
  return drawn;
}

/** Text beside other parts, cut where there is no room. */
function words(text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = 'ell';
  span.textContent = text;
  return span;
}

const choices: Draw = (value, field, host) => {
  const nums = Array.isArray(value) ? readOptions(value) : [readOption(value)];
  return nums.flatMap((num) => {
    const option = field.options?.find((o) => o.num === num);
    return option ? [chip(host, pick(option.label, host.lang), option.color)] : [];
  });
};

const tags: Draw = (value, _field, host) => readTexts(value).map((tag) => chip(host, tag));

const links: Draw = (value, _field, host) =>
  readRefs(value).map((ref) => chip(host, ref.title, undefined, 'outline'));

const link: Draw = (value, _field, host) => {
  const ref = readRef(value);
  if (!ref) return [];
  return [stencil(host, `stage-${ref.id}`) ?? words(ref.title)];
};

const member: Draw = (value, _field, host) => {
  const ref = readRef(value);
  if (!ref) return [];
  const drawn = stencil(host, 'avatar');
  if (!drawn) return [ref.title];
  // The name stands beside it.
  for (const said of ['role', 'aria-label']) drawn.removeAttribute(said);
  drawn.setAttribute('aria-hidden', 'true');
  drawn.title = ref.title;
  drawn.textContent = initials(ref.title);
  return [drawn, words(ref.title)];
};

const drawn: Partial<Record<KindName, Draw>> = {
  choice: choices,
  choices,
  tags,
  links,
  link,
  member,
};

/** Fills an element with a value. */
export function drawValue(
  element: HTMLElement,
  value: unknown,
  field: FieldInfo,
  host: Host,
): void {
  const draw = drawn[kindOf(field)];
  element.classList.toggle('rg-parts', draw !== undefined);
  if (draw && !isEmpty(value)) element.replaceChildren(...draw(value, field, host));
  else element.textContent = cellText(value, field, host);
}

/** The text of a cell. An amount that is not there shows as a dash, so that columns of money read whole. */
export function cellText(value: unknown, field: FieldInfo, host: Host): string {
  const text = formatValue(field, value, host.lang, { zone: host.zone });
  return text === '' && field.kind === 'money' ? '–' : text;
}
