import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, type BaseUse, keys, type Setup } from '@/api';
import { CURRENCIES, currencyName, pairs, useLang, useWords } from '@/i18n';
import { attempt, keep } from '../acts';
import { Line, Pane } from '../Parts';
import css from '../settings.module.css';
import { RecordTable } from '../table/RecordTable';
import { useRows } from '../useRows';
import { settingsWords } from '../words';
import { ChangeBase, matters } from './ChangeBase';

const words = pairs({
  title: ['Currencies', '币种与汇率'],
  base: ['Base currency', '本位币'],
  baseNote: ['Totals over several currencies are in it', '多币种合计都折成它'],
  zone: ['Time zone', '时区'],
  zoneNote: ['Where a day begins and ends', '按它算一天的开始和结束'],
  rates: ['Exchange rates', '汇率'],
  ratesNote: [
    'What one unit is worth in {base}, from a day on. Amounts in a currency without a rate are not added.',
    '一单位外币折合多少 {base}，从生效日起算。没有汇率的币种不计入合计。',
  ],
  add: ['Add a rate', '添加汇率'],
});

const columns = [
  { key: 'currency', width: '120px' },
  { key: 'date', width: '160px' },
  { key: 'rate', width: '140px' },
];

/** Base currency, time zone, and what other currencies are worth. */
export function CurrencySection() {
  const t = useWords(words);
  const setup = useQuery({ queryKey: keys.setup, queryFn: () => api.settings.setup() }).data;
  const rates = useRows('rate', 'date');
  return (
    <Pane title={t.title}>
      {setup && (
        <div className={css.scroll}>
          <Whole setup={setup} />
          <h2 className={css.block}>{t.rates}</h2>
          <p className={`${css.hint} lab t2`}>{t('ratesNote', { base: setup.base })}</p>
          {rates && <RecordTable type="rate" rows={rates} columns={columns} addWord={t.add} />}
        </div>
      )}
    </Pane>
  );
}

/** Currencies that are met often stand first, then all that the system knows. */
function currencyCodes(now: string): string[] {
  return [...new Set([now, ...CURRENCIES, ...Intl.supportedValuesOf('currency')])];
}

function zoneNames(now: string): string[] {
  return [...new Set([now, ...Intl.supportedValuesOf('timeZone')])];
}

function Whole({ setup }: { setup: Setup }) {
  const t = useWords(words);
  const ts = useWords(settingsWords);
  const lang = useLang();
  const base = useId();
  const zone = useId();
  const [asked, ask] = useState<{ to: string; use: BaseUse } | null>(null);
  const save = (change: Partial<Setup>, what: string, value: string) =>
    void keep(
      () => api.settings.saveSetup({ ...setup, ...change }),
      ts('changed', { what, value }),
    );
  const saveBase = (code: string) => save({ base: code }, t.base, code);
  const choose = (code: string) =>
    attempt(async () => {
      const use = await api.settings.baseUse();
      if (matters(use)) ask({ to: code, use });
      else saveBase(code);
    });
  return (
    <div className={css.lines} style={{ paddingBottom: 8 }}>
      <Line label={t.base} note={t.baseNote} control={base}>
        <Select
          id={base}
          className={css.wide}
          searchable
          allowDeselect={false}
          limit={60}
          data={currencyCodes(setup.base).map((code) => ({
            value: code,
            label: currencyName(code, lang),
          }))}
          value={setup.base}
          onChange={(code) => code && code !== setup.base && void choose(code)}
        />
      </Line>
      <Line label={t.zone} note={t.zoneNote} control={zone}>
        <Select
          id={zone}
          className={css.wide}
          searchable
          allowDeselect={false}
          limit={60}
          data={zoneNames(setup.zone)}
          value={setup.zone}
          onChange={(name) => name && name !== setup.zone && save({ zone: name }, t.zone, name)}
        />
      </Line>
      {asked && (
        <ChangeBase
          from={setup.base}
          {...asked}
          onClose={() => ask(null)}
          onChange={() => {
            ask(null);
            saveBase(asked.to);
          }}
        />
      )}
    </div>
  );
}
