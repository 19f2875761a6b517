import { Stack } from '@mantine/core';
import { useId } from 'react';
import { type Lang, useLang, useWords } from '@/i18n';
import { Button, type Person, PersonFields, Segmented } from '@/ui';
import { Frame } from './Frame';
import { keepLanguage } from './language';
import css from './steps.module.css';
import { words } from './words';

const LANGS: { value: Lang; label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

/** Step 1: language, name, currency. */
export function StepPerson(props: {
  value: Person;
  onChange: (value: Person) => void;
  onNext: () => void;
  onSkip: () => void;
}) {
  const { value, onChange, onNext, onSkip } = props;
  const t = useWords(words);
  const lang = useLang();
  const form = useId();
  const foot = (
    <>
      <span className="cap t3 grow" style={{ paddingLeft: 12 }}>
        {t.noAccount}
      </span>
      <Button look="primary" type="submit" form={form}>
        {t.next}
      </Button>
    </>
  );
  return (
    <Frame step={1} title={t.welcome} text={t.welcomeText} foot={foot} onSkip={onSkip}>
      <form
        id={form}
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          onNext();
        }}
      >
        <Stack gap="lg">
          <div className={css.field}>
            <span className={css.label}>{t.language}</span>
            <Segmented label={t.language} value={lang} onChange={keepLanguage} items={LANGS} />
          </div>
          <PersonFields value={value} onChange={onChange} focus />
        </Stack>
      </form>
    </Frame>
  );
}
