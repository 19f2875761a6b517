import { create } from 'zustand';
import { type Pair, pairs, useLang, useWords } from '@/i18n';
import { Button, Dialog, Kbd } from '@/ui';
import { type Command, type Group, useCommands } from './commands';
import css from './Shortcuts.module.css';

const words = pairs({
  title: ['Keyboard shortcuts', '快捷键'],
  close: ['Close', '关闭'],
  screen: ['This screen', '当前界面'],
  create: ['New', '新建'],
  go: ['Go to', '前往'],
  edit: ['Edit', '编辑'],
  view: ['View', '显示'],
  file: ['File', '文件'],
});

const GROUPS: Group[] = ['screen', 'create', 'go', 'edit', 'view', 'file'];

const useOpen = create<{ opened: boolean }>(() => ({ opened: false }));

/** Shows the keys of everything that can be done now. */
export function showShortcuts(): void {
  useOpen.setState({ opened: true });
}

/** Commands with keys, the latest of each id, in their group. */
export function listed(list: Command[], group: Group): Command[] {
  const latest = new Map(list.map((command) => [command.id, command]));
  return [...latest.values()].filter((c) => c.group === group && c.keys?.length);
}

/** The sheet of shortcuts. Stands once in the window. */
export function Shortcuts() {
  const opened = useOpen((state) => state.opened);
  const t = useWords(words);
  const close = () => useOpen.setState({ opened: false });
  return (
    <Dialog
      title={t.title}
      opened={opened}
      onClose={close}
      width={640}
      actions={<Button onClick={close}>{t.close}</Button>}
    >
      <Sheet />
    </Dialog>
  );
}

function Sheet() {
  const t = useWords(words);
  const list = useCommands((state) => state.list);
  const parts = GROUPS.map((group) => ({ group, commands: listed(list, group) }));
  return (
    <div className={css.sheet}>
      {parts
        .filter(({ commands }) => commands.length > 0)
        .map(({ group, commands }) => (
          <section key={group} className={css.part}>
            <h3>{t[group]}</h3>
            <dl>
              {commands.map((command) => (
                <Line key={command.id} title={command.title} keys={command.keys ?? []} />
              ))}
            </dl>
          </section>
        ))}
    </div>
  );
}

function Line({ title, keys }: { title: Pair; keys: string[] }) {
  const lang = useLang();
  return (
    <div className={css.line}>
      <dt>{lang === 'zh-CN' ? title[1] : title[0]}</dt>
      <dd>
        {keys.map((key) => (
          <Kbd key={key} keys={key} />
        ))}
      </dd>
    </div>
  );
}
