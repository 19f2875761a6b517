import { IconCopy, IconTrash, IconX } from '@tabler/icons-react';
import { formatCount, useLang, useWords } from '@/i18n';
import { Button, IconButton, Sep } from '@/ui';
import css from './list.module.css';
import { useEscape } from './useEscape';
import { listWords } from './words';

interface Props {
  count: number;
  onCopy: () => void;
  onDelete: () => void;
  onClear: () => void;
}

/** What can be done with the ticked rows. */
export function ActionBar({ count, onCopy, onDelete, onClear }: Props) {
  const t = useWords(listWords);
  const lang = useLang();
  useEscape('list.clearSelection', 'clearSelection', onClear);
  return (
    <div className={css.actionbar} role="toolbar" aria-label={t('selected', { count })}>
      <b>{t('selected', { count: formatCount(count, lang) })}</b>
      <Sep />
      <Button size="sm" look="ghost" icon={IconCopy} onClick={onCopy}>
        {t.copy}
      </Button>
      <Button size="sm" look="ghost" icon={IconTrash} onClick={onDelete}>
        {t.delete}
      </Button>
      <Sep />
      <IconButton icon={IconX} label={t.clearSelection} keys="Escape" onClick={onClear} />
    </div>
  );
}
