import { IconPlus, IconX } from '@tabler/icons-react';
import { fieldOf, useType } from '@/api/schema';
import type { StageInfo } from '@/api/types';
import { pick, useLang, useWords } from '@/i18n';
import { Button, IconButton, Menu } from '@/ui';
import css from './pipeline.module.css';
import type { SaveStage } from './StagePanel';
import { askable } from './stage';
import { pipelineWords } from './words';

/** Fields that must be filled in before an opportunity enters the stage. */
export function Criteria({ stage, save }: { stage: StageInfo; save: SaveStage }) {
  const t = useWords(pipelineWords);
  const lang = useLang();
  const type = useType('opportunity');
  const name = (key: string) => pick(fieldOf(type, key)?.label ?? { en: key, zh: key }, lang);
  const rest = askable(type).filter(({ key }) => !stage.criteria.includes(key));
  const set = (criteria: string[]) => void save('criteria', criteria, t.criteria);
  return (
    <div>
      <span className={css.label}>{t.criteria}</span>
      <ul>
        {stage.criteria.map((key) => (
          <li key={key} className={css.criterion}>
            <span className="ell">{name(key)}</span>
            <b className="grow nw">{t.filled}</b>
            <IconButton
              icon={IconX}
              size={24}
              label={t('dropCriterion', { field: name(key) })}
              onClick={() => set(stage.criteria.filter((other) => other !== key))}
            />
          </li>
        ))}
      </ul>
      <Menu
        target={
          <Button look="ghost" size="sm" icon={IconPlus} className={css.addCriterion}>
            {t.addCriterion}
          </Button>
        }
        width={232}
        entries={rest.map(({ key, label }) => ({
          id: key,
          label: pick(label, lang),
          run: () => set([...stage.criteria, key]),
        }))}
      />
    </div>
  );
}
