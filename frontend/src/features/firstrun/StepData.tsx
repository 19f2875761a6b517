import {
  IconDatabase,
  IconFile,
  IconFileSpreadsheet,
  IconFolder,
  IconWand,
} from '@tabler/icons-react';
import { api, toFailed, useAppState } from '@/api';
import { useWords } from '@/i18n';
import { Glyph, shortPath, toastError } from '@/ui';
import { Alternative, Alternatives } from './Alternative';
import { Frame, Or } from './Frame';
import { endFirstRun } from './progress';
import css from './steps.module.css';
import { words } from './words';

async function loadSample(): Promise<void> {
  endFirstRun();
  try {
    await api.files.loadSample();
  } catch (thrown) {
    toastError(toFailed(thrown));
  }
}

/** Step 3: what the new file begins with. */
export function StepData({ over, onChoose }: { over: boolean; onChoose: () => void }) {
  const t = useWords(words);
  const state = useAppState().data;
  const path = state?.file?.path ?? '';
  const foot = (
    <span className={`${css.path} cap t3`}>
      <Glyph icon={IconDatabase} size={14} />
      <span className="ell selectable" title={path}>
        {t('onlyHere', { path: shortPath(path, state?.folder ?? '') })}
      </span>
    </span>
  );
  return (
    <Frame step={3} title={t.dataTitle} text={t.dataText} foot={foot} onSkip={endFirstRun}>
      <div className={css.zone} data-over={over || undefined}>
        <span className={css.icon}>
          <Glyph icon={IconFileSpreadsheet} size={32} />
        </span>
        <span className={css.strong}>{over ? t.dropNow : t.dropHere}</span>
        <span className="lab t2">{over ? t.dropNowText : t.dropTypes}</span>
      </div>
      <Or />
      <Alternatives>
        <Alternative icon={IconFolder} title={t.choose} note={t.chooseNote} onClick={onChoose} />
        <Alternative
          icon={IconWand}
          title={t.sample}
          note={t.sampleNote}
          onClick={() => void loadSample()}
        />
        <Alternative icon={IconFile} title={t.empty} note={t.emptyNote} onClick={endFirstRun} />
      </Alternatives>
    </Frame>
  );
}
