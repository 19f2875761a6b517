import { useId } from 'react';
import { api, useFile, usePreferences } from '@/api';
import type { FieldInfo } from '@/api/types';
import { kindOfField, readRef } from '@/fields';
import { asLang, pairs, sayIn, useWords } from '@/i18n';
import { Segmented } from '@/ui';
import { attempt, prefer } from './acts';
import { Line, Lines, Pane } from './Parts';
import css from './settings.module.css';
import { settingsWords } from './words';

const words = pairs({
  title: ['Me and language', '资料与语言'],
  me: ['I am', '我是'],
  meNote: [
    'Whose “my” views and new records are, on this computer',
    '这台电脑上“我的”视图和新建记录算谁的',
  ],
  language: ['Language', '语言'],
  languageNote: ['Of the program; what you entered stays as it is', '只改界面，不改你录入的内容'],
});

const none = { en: '', zh: '' };

/** The list of members as a field, so that its input finds people by pinyin as well. */
const member: FieldInfo = {
  key: 'me',
  kind: 'member',
  label: { en: 'I am', zh: '我是' },
  help: none,
  section: none,
  required: true,
  unique: false,
  tracked: false,
  listed: false,
  readOnly: false,
  quick: false,
  own: false,
  retired: false,
  options: [],
  target: 'member',
  prefix: '',
  plain: false,
};

const { Input } = kindOfField(member);

/** Who I am in this file, and the language of the program. */
export function MeSection() {
  const t = useWords(words);
  const id = useId();
  const me = useFile()?.me;
  const preferences = usePreferences().data;
  const choose = (value: unknown) => {
    const ref = readRef(value);
    if (ref && ref.id !== me?.id) void attempt(() => api.settings.beMember(ref.id));
  };
  return (
    <Pane title={t.title}>
      <Lines>
        <Line label={t.me} note={t.meNote} control={id}>
          <div className={css.wide}>
            <Input
              key={me?.id}
              id={id}
              type="member"
              field={member}
              value={me ?? null}
              onChange={choose}
            />
          </div>
        </Line>
        <Line label={t.language} note={t.languageNote}>
          <Segmented
            label={t.language}
            value={asLang(preferences?.language ?? 'zh-CN')}
            onChange={(language) => {
              if (!preferences) return;
              const what = language === 'en' ? 'English' : '中文';
              const said = sayIn(settingsWords, language)('changed', {
                what: sayIn(words, language).language,
                value: what,
              });
              void prefer(preferences, { language }, said);
            }}
            items={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Line>
      </Lines>
    </Pane>
  );
}
