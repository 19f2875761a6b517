import { Textarea, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { api, toFailed } from '@/api';
import { fieldOf } from '@/api/schema';
import type { OptionInfo, Ref, TypeInfo } from '@/api/types';
import { isComposing } from '@/fields';
import { pick, sayIn, useLang, useWords } from '@/i18n';
import { Button, Glyph, toastError, toastUndo } from '@/ui';
import { activityIcon } from './kinds';
import css from './timeline.module.css';
import { timelineWords } from './words';

/** The link by which activities belong to records of a type; undefined when they do not. */
export function activityLink(activity: TypeInfo | undefined, type: string): string | undefined {
  return activity?.fields.find((f) => f.kind === 'link' && f.target === type)?.key;
}

interface Props {
  activity: TypeInfo;
  /** Key of the link to the record. */
  link: string;
  record: Ref;
  input: RefObject<HTMLTextAreaElement | null>;
}

/** Where what happened is written down: a kind, a text, Mod+Enter. Notes unless another
 * kind is chosen. A text that could not be stored stays. */
export function Composer({ activity, link, record, input }: Props) {
  const t = useWords(timelineWords);
  const kinds = fieldOf(activity, 'type')?.options.filter((o) => !o.retired) ?? [];
  const usual = kinds.find((k) => k.key === 'note') ?? kinds[0];
  const [kind, setKind] = useState<OptionInfo | undefined>(undefined);
  const [text, setText] = useState('');
  const saving = useRef(false);
  const save = async () => {
    if (text.trim() === '' || saving.current) return;
    saving.current = true;
    const values = { type: (kind ?? usual)?.num, note: text.trim(), [link]: record };
    try {
      const { change } = await api.records.save({ type: activity.key, id: '', values });
      setText('');
      setKind(undefined);
      toastUndo(change, sayIn(timelineWords).added);
    } catch (failure) {
      toastError(toFailed(failure));
    } finally {
      saving.current = false;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
    event.preventDefault();
    void save();
  };
  return (
    <div className={css.composer}>
      <Kinds kinds={kinds} chosen={kind ?? usual} onChoose={setKind} after={input} />
      <Textarea
        ref={input}
        variant="unstyled"
        autosize
        minRows={2}
        maxRows={12}
        classNames={{ input: css.text }}
        aria-label={t.placeholder}
        placeholder={t.placeholder}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={css.foot}>
        <span className="grow" />
        <Button
          size="sm"
          keys="Mod+Enter"
          aria-disabled={text.trim() === ''}
          onClick={() => void save()}
        >
          {t.save}
        </Button>
      </div>
    </div>
  );
}

function Kinds(props: {
  kinds: OptionInfo[];
  chosen: OptionInfo | undefined;
  onChoose: (kind: OptionInfo) => void;
  after: RefObject<HTMLTextAreaElement | null>;
}) {
  const { kinds, chosen, onChoose, after } = props;
  const t = useWords(timelineWords);
  const lang = useLang();
  return (
    <fieldset className={css.tabs} aria-label={t.kind}>
      {kinds.map((kind) => (
        <UnstyledButton
          key={kind.num}
          className={css.tab}
          aria-pressed={kind.num === chosen?.num}
          onClick={() => {
            onChoose(kind);
            after.current?.focus();
          }}
        >
          <Glyph icon={activityIcon(kind.key)} size={16} />
          {pick(kind.label, lang)}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
