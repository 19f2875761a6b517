import { Switch } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useId } from 'react';
import { usePreferences } from '@/api';
import { runCommand } from '@/app/commands';
import { pairs, useWords } from '@/i18n';
import { Button } from '@/ui';
import { prefer } from './acts';
import { Line, Lines, Pane } from './Parts';
import { settingsWords } from './words';

const words = pairs({
  title: ['Keyboard', '快捷键'],
  letters: ['Single-letter keys', '单字母快捷键'],
  lettersNote: [
    'C makes an opportunity, / filters, G P goes to the board. Never while you type.',
    'C 新建商机，/ 筛选，G P 去看板。输入文字时不会触发。',
  ],
  on: ['on', '开'],
  off: ['off', '关'],
  all: ['All shortcuts', '全部快捷键'],
  allNote: ['Of this screen and of the whole program', '当前界面和全局的'],
  show: ['Show', '查看'],
});

/** Keys of the keyboard. */
export function KeysSection() {
  const t = useWords(words);
  const ts = useWords(settingsWords);
  const id = useId();
  const preferences = usePreferences().data;
  if (!preferences) return <Pane title={t.title}>{null}</Pane>;
  const change = (letters: boolean) => {
    const value = letters ? t.on : t.off;
    void prefer(preferences, { letters }, ts('changed', { what: t.letters, value }));
  };
  return (
    <Pane title={t.title}>
      <Lines>
        <Line label={t.letters} note={t.lettersNote} control={id}>
          <Switch
            id={id}
            checked={preferences.letters}
            onChange={(event) => change(event.currentTarget.checked)}
          />
        </Line>
        <Line label={t.all} note={t.allNote}>
          <Button icon={IconKeyboard} onClick={() => runCommand('help.shortcuts')}>
            {t.show}
          </Button>
        </Line>
      </Lines>
    </Pane>
  );
}
