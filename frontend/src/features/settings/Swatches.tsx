import { pairs, useWords } from '@/i18n';
import css from './settings.module.css';
import { useAtOnce } from './useAtOnce';
import { settingsWords } from './words';

const words = pairs({
  'st-new': ['Grey', '灰'],
  'st-con': ['Teal', '青'],
  'st-qua': ['Blue', '蓝'],
  'st-pro': ['Purple', '紫'],
  'st-neg': ['Amber', '琥珀'],
  'st-ctr': ['Magenta', '洋红'],
  'st-won': ['Green', '绿'],
  'st-lost': ['Red', '红'],
  'st-hold': ['Slate', '石板灰'],
});

type Swatch = keyof typeof words.table;

const swatches = Object.keys(words.table) as Swatch[];

/** The tokens of choices that mean the same colours as those of stages. */
const SAME: Record<string, Swatch> = {
  primary: 'st-qua',
  info: 'st-con',
  success: 'st-won',
  warning: 'st-neg',
  danger: 'st-lost',
  purple: 'st-pro',
};

/** Chooses a colour token of stages and choices. `name` tells several such groups apart. */
export function Swatches(props: {
  name: string;
  value: string;
  /** Saves; gives whether it worked. */
  onChange: (token: string) => Promise<boolean>;
}) {
  const { name } = props;
  const [value, choose] = useAtOnce(props.value, props.onChange);
  const t = useWords(words);
  const ts = useWords(settingsWords);
  const chosen = SAME[value] ?? value;
  return (
    <div className={css.swatches} role="radiogroup" aria-label={ts.color}>
      {swatches.map((token) => (
        <label key={token} className={css.swatch} title={t[token]}>
          <input
            type="radio"
            name={name}
            checked={token === chosen}
            aria-label={t[token]}
            style={{ background: `var(--${token}-bar)` }}
            onChange={() => choose(token)}
          />
        </label>
      ))}
    </div>
  );
}
