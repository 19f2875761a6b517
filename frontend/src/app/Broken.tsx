import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { toFailed } from '@/api';
import { pairs, useWords } from '@/i18n';
import { Button, Empty } from '@/ui';

const words = pairs({
  title: ['This screen failed', '这个界面出错了'],
  text: ['Your data is safe; what was saved is in the file.', '数据没事，已保存的都在文件里。'],
  again: ['Try again', '重试'],
  details: ['Copy details', '复制详情'],
});

/** What stands in the place of a screen that failed. */
export function Broken({ error, again }: { error: Error; again: () => void }) {
  const t = useWords(words);
  const { detail } = toFailed(error);
  return (
    <Empty icon={IconAlertTriangle} title={t.title} text={t.text}>
      <Button look="primary" icon={IconRefresh} onClick={again}>
        {t.again}
      </Button>
      <Button
        onClick={() => void navigator.clipboard.writeText(detail || (error.stack ?? error.message))}
      >
        {t.details}
      </Button>
    </Empty>
  );
}
