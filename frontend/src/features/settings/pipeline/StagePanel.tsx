import { Select, Switch } from '@mantine/core';
import { IconTrash, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { fieldOf, useType } from '@/api/schema';
import type { StageInfo } from '@/api/types';
import { pick, useLang, useWords } from '@/i18n';
import { IconButton, StageIcon } from '@/ui';
import { drop, keepRecord } from '../acts';
import { CommitText } from '../CommitText';
import { Swatches } from '../Swatches';
import { useAtOnce } from '../useAtOnce';
import { settingsWords } from '../words';
import { Criteria } from './Criteria';
import css from './pipeline.module.css';
import { ICONS, MEANINGS, readWhole } from './stage';
import { pipelineWords } from './words';

/** Saves one field of a stage and says what it is now. */
export type SaveStage = (field: string, value: unknown, what: string) => Promise<boolean>;

/** Everything about one stage. Each change is saved at once. */
export function StagePanel({ stage, onClose }: { stage: StageInfo; onClose: () => void }) {
  const ts = useWords(settingsWords);
  const lang = useLang();
  const name = pick(stage.name, lang);
  const save: SaveStage = (field, value, what) =>
    keepRecord({ type: 'stage', id: stage.id, values: { [field]: value } }, `${name} · ${what}`);
  return (
    <aside className={css.panel} aria-label={name}>
      <div className={css.panelHead}>
        <StageIcon stage={stage} />
        <b className="ell grow">{name}</b>
        <IconButton
          icon={IconTrash}
          label={ts('deleteOf', { what: name })}
          onClick={() => void drop('stage', stage.id, name)}
        />
        <IconButton icon={IconX} label={ts.close} onClick={onClose} />
      </div>
      <CommitText
        label={ts.chinese}
        value={stage.name.zh}
        required
        onCommit={(text) => save('name', text, text)}
      />
      <CommitText
        label={ts.english}
        value={stage.name.en}
        onCommit={(text) => save('english', text, text || ts.none)}
      />
      <Odds stage={stage} save={save} />
      <Look stage={stage} save={save} />
      <Meaning stage={stage} save={save} />
      <Criteria stage={stage} save={save} />
    </aside>
  );
}

interface PartProps {
  stage: StageInfo;
  save: SaveStage;
}

/** The odds; what is won, lost or on hold has none of its own. */
function Odds({ stage, save }: PartProps) {
  const t = useWords(pipelineWords);
  if (stage.meaning !== 'open' || stage.hold) return null;
  const probability = async (text: string) => {
    const n = readWhole(text, 100);
    if (n === null) return false;
    return save('probability', String(n), `${t.winProbability} ${stage.probability}% → ${n}%`);
  };
  return (
    <CommitText
      label={t.winProbability}
      value={stage.probability}
      inputMode="decimal"
      rightSection={<span className={css.unit}>%</span>}
      onCommit={probability}
    />
  );
}

function Look({ stage, save }: PartProps) {
  const t = useWords(pipelineWords);
  const ts = useWords(settingsWords);
  const icons = useId();
  const [shown, choose] = useAtOnce(stage.icon, (icon) => save('icon', icon, t.icon));
  return (
    <>
      <div>
        <span className={css.label}>{ts.color}</span>
        <Swatches
          name={`${stage.id}-color`}
          value={stage.color}
          onChange={(token) => save('color', token, ts.color)}
        />
      </div>
      <div>
        <span className={css.label} id={icons}>
          {t.icon}
        </span>
        <div className={css.icons} role="radiogroup" aria-labelledby={icons}>
          {ICONS.map((icon) => (
            <label key={icon} className={css.icon} title={t[icon]}>
              <input
                type="radio"
                name={`${stage.id}-icon`}
                aria-label={t[icon]}
                checked={icon === shown}
                onChange={() => choose(icon)}
              />
              <StageIcon stage={{ color: stage.color, icon }} />
            </label>
          ))}
        </div>
      </div>
    </>
  );
}

function Meaning({ stage, save }: PartProps) {
  const t = useWords(pipelineWords);
  const options = fieldOf(useType('stage'), 'meaning')?.options ?? [];
  const [hold, setHold] = useAtOnce(stage.hold, (next) => save('hold', next, t.hold));
  const choose = (meaning: string | null) => {
    const option = options.find(({ key }) => key === meaning);
    const known = MEANINGS.find((m) => m === meaning);
    if (option && known && meaning !== stage.meaning) {
      void save('meaning', option.num, `${t.meaning}: ${t[known]}`);
    }
  };
  return (
    <>
      <Select
        label={t.meaning}
        data={MEANINGS.map((meaning) => ({ value: meaning, label: t[meaning] }))}
        value={stage.meaning}
        allowDeselect={false}
        onChange={choose}
      />
      {stage.meaning === 'open' && (
        <Switch
          size="sm"
          labelPosition="left"
          label={t.hold}
          description={t.holdNote}
          classNames={{ body: css.switch }}
          checked={hold}
          onChange={(event) => setHold(event.currentTarget.checked)}
        />
      )}
    </>
  );
}
