import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { api } from '@/api';
import { fieldOf, useType } from '@/api/schema';
import type { ImportDraft } from '@/api/types';
import { pick, useLang, useWords } from '@/i18n';
import { withCount } from '@/records/imports/counts';
import css from './mapping.module.css';
import { change, useImport } from './session';
import shared from './shared.module.css';
import { importWords } from './words';

const RULES = ['merge', 'update', 'skip', 'new'] as const;

/** What happens to rows whose record is there already, and what is said for all lost rows. */
export function Duplicates() {
  const t = useWords(importWords);
  const draft = useImport((s) => s.draft);
  const label = useId();
  if (!draft) return null;
  return (
    <section>
      <div className={`${shared.head} ${shared.gap}`}>
        <b id={label}>{t.duplicates}</b>
        <span className="t3 cap ell">
          <FoundBy draft={draft} />
        </span>
      </div>
      <div className={css.rules} role="radiogroup" aria-labelledby={label}>
        {RULES.map((rule) => (
          <Rule
            key={rule}
            title={t[rule]}
            note={t[`${rule}Note`]}
            value={rule}
            on={draft.onDuplicate === rule}
          />
        ))}
      </div>
      {draft.titleFrom !== '' && (
        <p className={`${css.aside} cap t3`}>{t('titleFrom', { from: draft.titleFrom })}</p>
      )}
      {draft.needsReason > 0 && <Reason draft={draft} />}
    </section>
  );
}

function FoundBy({ draft }: { draft: ImportDraft }) {
  const t = useWords(importWords);
  const lang = useLang();
  const type = useType(draft.type);
  const used = draft.matchBy.filter((key) => draft.columns.some(({ target }) => target === key));
  const names = used.map((key) => pick(fieldOf(type, key)?.label ?? { en: key, zh: key }, lang));
  const fields = names.join(lang === 'en' ? ', ' : '、');
  return <>{fields === '' ? t.matchNone : t('matchBy', { fields })}</>;
}

interface RuleProps {
  title: string;
  note: string;
  value: string;
  on: boolean;
}

function Rule({ title, note, value, on }: RuleProps) {
  return (
    <label className={css.rule} data-on={on || undefined}>
      <input
        type="radio"
        name="import-duplicates"
        value={value}
        checked={on}
        onChange={() => change({ onDuplicate: value })}
      />
      <span className="col">
        <span className={on ? 'b' : undefined}>{title}</span>
        <span className="t3 cap">{note}</span>
      </span>
    </label>
  );
}

const NOT_GIVEN = 'not-given';

/** Lost opportunities need a reason; where the file gives none, one is given to all. */
function Reason({ draft }: { draft: ImportDraft }) {
  const t = useWords(importWords);
  const lang = useLang();
  const needed = draft.needsReason;
  const { data: reasons = [] } = useQuery({
    queryKey: ['suggest', 'lost_reason', ''],
    queryFn: () => api.records.suggest({ type: 'lost_reason', text: '', limit: 100, all: false }),
  });
  const data = [
    { value: NOT_GIVEN, label: t.notGiven },
    ...reasons
      .filter(({ title }) => title !== t.notGiven)
      .map(({ id, title }) => ({ value: id, label: title })),
  ];
  return (
    <div className={css.reason}>
      <Select
        label={t.reason}
        description={withCount(t('reasonNote', { count: needed }), needed, lang)}
        inputWrapperOrder={['label', 'description', 'input']}
        data={data}
        value={draft.lostReason || NOT_GIVEN}
        allowDeselect={false}
        onChange={(id) => change({ lostReason: id === NOT_GIVEN ? '' : (id ?? '') })}
      />
    </div>
  );
}
