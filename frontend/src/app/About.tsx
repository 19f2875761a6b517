import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import { api, keys } from '@/api';
import { pairs, useWords } from '@/i18n';
import { Button, Dialog, Logo } from '@/ui';

const words = pairs({
  title: ['About Dealbox', '关于商机匣'],
  version: ['Version {version}', '版本 {version}'],
  text: [
    'Your opportunities, offline, in one file on this computer.',
    '离线管理商机，一切都在这台电脑的一个文件里。',
  ],
  close: ['Close', '关闭'],
});

const useOpen = create<{ opened: boolean }>(() => ({ opened: false }));

/** Says which program this is, while no file is open and so no settings are. */
export function showAbout(): void {
  useOpen.setState({ opened: true });
}

/** The dialog of showAbout. Stands once in the window. */
export function About() {
  const opened = useOpen((state) => state.opened);
  return opened ? <Text close={() => useOpen.setState({ opened: false })} /> : null;
}

function Text({ close }: { close: () => void }) {
  const t = useWords(words);
  const { data } = useQuery({ queryKey: keys.about, queryFn: () => api.settings.about() });
  return (
    <Dialog
      title={t.title}
      opened
      onClose={close}
      actions={<Button onClick={close}>{t.close}</Button>}
    >
      <div className="row" style={{ gap: 12 }}>
        <Logo size={40} />
        <div className="col selectable">
          <span className="b">{t('version', { version: data?.version ?? '' })}</span>
          <span className="cap t3">
            {data?.system} · {data?.go}
          </span>
        </div>
      </div>
      <p style={{ marginTop: 12 }}>{t.text}</p>
    </Dialog>
  );
}
