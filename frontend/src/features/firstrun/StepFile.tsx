import { IconChevronLeft, IconFile, IconFileAlert, IconFolderOpen } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useId } from 'react';
import type { RecentFile } from '@/api';
import { useWords } from '@/i18n';
import { Button } from '@/ui';
import { Alternative, Alternatives } from './Alternative';
import { Frame, Or } from './Frame';
import css from './steps.module.css';
import { words } from './words';

/** How many recent files are offered. */
const SHOWN = 5;

/** Step 2: a new file, or one that is there. */
export function StepFile(props: {
  /** The question for name and place. */
  question: ReactNode;
  recent: RecentFile[];
  busy: boolean;
  onBack: () => void;
  onCreate: () => void;
  onOpen: () => void;
  onRecent: (file: RecentFile) => void;
  onSkip: () => void;
}) {
  const { question, recent, busy, onBack, onCreate, onOpen, onRecent, onSkip } = props;
  const t = useWords(words);
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onCreate();
  };
  const foot = (
    <>
      <Button look="ghost" icon={IconChevronLeft} onClick={onBack}>
        {t.back}
      </Button>
      <span className="grow" />
      <Button look="primary" type="submit" form={form} disabled={busy}>
        {t.create}
      </Button>
    </>
  );
  return (
    <Frame step={2} title={t.fileTitle} text={t.fileText} foot={foot} onSkip={onSkip}>
      <form id={form} className={css.form} onSubmit={submit}>
        {question}
      </form>
      <Or />
      <Alternatives>
        <Alternative
          icon={IconFolderOpen}
          title={t.openOther}
          note={t.openOtherNote}
          onClick={onOpen}
        />
        {recent.slice(0, SHOWN).map((file) => (
          <Alternative
            key={file.path}
            icon={file.missing ? IconFileAlert : IconFile}
            title={file.name}
            note={file.missing ? t.missing : file.path}
            onClick={() => onRecent(file)}
          />
        ))}
      </Alternatives>
    </Frame>
  );
}
