import type { BaseUse } from '@/api';
import { formatCount, pairs, useLang, useWords } from '@/i18n';
import { Button, Dialog } from '@/ui';
import css from '../settings.module.css';
import { settingsWords } from '../words';

const words = pairs({
  title: ['Change the base currency to {to}?', '把本位币改为 {to}？'],
  kept: [
    'Nothing is converted: amounts keep their numbers and their currencies. Totals will be in {to}.',
    '不会换算：各笔金额的数字和币种都不变，合计改用 {to}。',
  ],
  missing: [
    'Amounts in {from}, as in every currency without a rate, are not added until it has one.',
    '{from} 和其他没有汇率的币种一样，填写汇率之前不计入合计。',
  ],
  rates: [
    'Exchange rates here: {count}. They say what a unit is worth in {from} and will be read as {to}. Put in new ones.',
    '已有 {count} 条汇率，是按 {from} 填写的，今后会被当作折合 {to}，请重新填写。',
  ],
  fixed: [
    'Opportunities whose rate in {from} was fixed when they were won: {count}. These rates will be read as {to} as well, and change their totals.',
    '{count} 个商机在赢单时固定了折合 {from} 的汇率，今后也会被当作折合 {to}，相关合计会变。',
  ],
  undo: ['Undo takes the change back.', '可以撤销。'],
  change: ['Change to {to}', '改为 {to}'],
});

/** Whether anything in the file would be read differently with another base currency. */
export const matters = ({ amounts, rates, fixed }: BaseUse): boolean => amounts + rates + fixed > 0;

interface Props {
  from: string;
  to: string;
  use: BaseUse;
  onChange: () => void;
  onClose: () => void;
}

/** Says what another base currency does to what is there, and asks whether it is meant. */
export function ChangeBase({ from, to, use, onChange, onClose }: Props) {
  const t = useWords(words);
  const ts = useWords(settingsWords);
  const lang = useLang();
  const count = (n: number) => ({ from, to, count: formatCount(n, lang) });
  return (
    <Dialog
      title={t('title', { to })}
      opened
      onClose={onClose}
      width={440}
      actions={
        <>
          <Button onClick={onClose} data-autofocus>
            {ts.cancel}
          </Button>
          <Button look="primary" onClick={onChange}>
            {t('change', { to })}
          </Button>
        </>
      }
    >
      <ul className={css.effects}>
        <li>{t('kept', { to })}</li>
        {use.amounts > 0 && <li>{t('missing', { from })}</li>}
        {use.rates > 0 && <li>{t('rates', count(use.rates))}</li>}
        {use.fixed > 0 && <li>{t('fixed', count(use.fixed))}</li>}
        <li>{t.undo}</li>
      </ul>
    </Dialog>
  );
}
