import { IconAlertCircle, IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { pairs, useWords } from '@/i18n';
import { Button } from './Button';
import { Glyph } from './Glyph';
import { IconButton } from './IconButton';
import css from './Toaster.module.css';
import { dismiss, type Toast, useToasts } from './toast';
import { undo } from './undoer';

const words = pairs({
  messages: ['Messages', '消息'],
  undo: ['Undo', '撤销'],
  close: ['Close', '关闭'],
  copy: ['Copy details', '复制详情'],
});

/** Runs a clock that stops while `held`, and calls back at its end. */
function useClock(life: number, held: boolean, end: () => void): void {
  const left = useRef(life);
  const latest = useRef(end);
  latest.current = end;
  useEffect(() => {
    if (life === 0 || held) return;
    const from = performance.now();
    const timer = setTimeout(() => latest.current(), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - from;
    };
  }, [life, held]);
}

function Bar({ item, held }: { item: Toast; held: boolean }) {
  if (item.progress) {
    const { done, total } = item.progress;
    const share = total > 0 ? Math.min(1, done / total) : 0;
    return <i className={css.bar} style={{ transform: `scaleX(${share})` }} />;
  }
  if (item.life === 0 || !item.change) return null;
  const playing = held ? 'paused' : 'running';
  return (
    <i
      className={css.life}
      style={{ animationDuration: `${item.life}ms`, animationPlayState: playing }}
    />
  );
}

function Acts({ item }: { item: Toast }) {
  const t = useWords(words);
  const { change, detail, action } = item;
  return (
    <>
      {change && (
        <Button look="link" keys="Mod+Z" onClick={() => undo(change)}>
          {t.undo}
        </Button>
      )}
      {action && (
        <Button look="link" onClick={action.run}>
          {action.label}
        </Button>
      )}
      {detail && (
        <Button look="link" onClick={() => void navigator.clipboard.writeText(detail)}>
          {t.copy}
        </Button>
      )}
      <IconButton icon={IconX} label={t.close} size={24} onClick={() => dismiss(item.id)} />
    </>
  );
}

function Message({ item }: { item: Toast }) {
  const [held, hold] = useState(false);
  useClock(item.life, held, () => dismiss(item.id));
  const icon = item.icon ?? (item.tone === 'danger' ? IconAlertCircle : IconCheck);
  return (
    // Pointer and focus only stop the clock; nothing here is done by them.
    <li
      className={css.toast}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <span className={item.tone ? css[item.tone] : 't2'}>
        <Glyph icon={icon} />
      </span>
      <span className={css.text} role={item.tone === 'danger' ? 'alert' : undefined}>
        {item.message}
        {item.note && <span className="cap t3">{item.note}</span>}
      </span>
      <Acts item={item} />
      <Bar item={item} held={held} />
    </li>
  );
}

/** The messages at the bottom right. Stands once in the window. */
export function Toaster() {
  const t = useWords(words);
  const list = useToasts((state) => state.list);
  return (
    <section className={css.toaster} aria-label={t.messages} role="status">
      <ul>
        {list.map((item) => (
          <Message key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}
