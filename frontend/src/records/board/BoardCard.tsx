import { IconAlertCircle, IconDots } from '@tabler/icons-react';
import type { Card, StageInfo } from '@/api/types';
import { useLang, useWords } from '@/i18n';
import { Avatar, Chip, Glyph } from '@/ui';
import { useToday } from '../timeline/zone';
import css from './board.module.css';
import { type CardText, cardText } from './show';
import { boardWords } from './words';

/** The face of a card: four lines of 22 px. `link` is the title as something to press;
 * without it (in the air) the title is plain. */
export function CardFace(props: {
  card: Card;
  stage: StageInfo;
  link?: (title: string, label: string) => React.ReactNode;
}) {
  const { card, stage, link } = props;
  const t = useWords(boardWords);
  const lang = useLang();
  const text = cardText(card, stage, lang, useToday());
  const close = text.close && t('close', { date: text.close });
  const age = t('ageLong', { count: card.ageDays });
  const closed = text.closed && t('closed', { date: text.closed });
  const when = text.closed ? closed : age;
  const parts = [
    card.title,
    text.account,
    text.amount,
    close,
    text.next,
    text.reason,
    when,
    text.owner,
  ];
  return (
    <>
      <div className={`${css.line} ${css.name}`}>
        {link ? (
          link(card.title, parts.filter(Boolean).join(', '))
        ) : (
          <span className="ell">{card.title}</span>
        )}
      </div>
      <div className={`${css.line} ${css.account}`}>
        <span className="ell">{text.account}</span>
      </div>
      <div className={css.line}>
        <span className="b nw">{text.amount}</span>
        <span className={`${css.close} ell`}>{close}</span>
      </div>
      <div className={`${css.line} ${css.foot}`}>
        <Next text={text} overdue={t.overdue} />
        {text.reason && <Chip>{text.reason}</Chip>}
        <span className={css.age} title={when}>
          {text.closed || t('age', { days: card.ageDays })}
        </span>
        {text.owner && <Avatar name={text.owner} />}
      </div>
    </>
  );
}

function Next({ text, overdue }: { text: CardText; overdue: string }) {
  if (!text.next) return null;
  return (
    <span className={css.due} data-due={text.due} title={text.next}>
      {text.due === 'over' ? <Glyph icon={IconAlertCircle} size={14} /> : <i className={css.dot} />}
      {text.due === 'over' && <span className="sr">{overdue}</span>}
      <span className="ell">{text.next}</span>
    </span>
  );
}

/** The button in the corner of a card; shows under pointer and focus. Its tooltip is the
 * browser's: hundreds of cards pass by in a second, and ours would cost as much as they. */
export function CardMore({ title, onOpen }: { title: string; onOpen: (at: Element) => void }) {
  const t = useWords(boardWords);
  const label = t('more', { title });
  return (
    <button
      type="button"
      className={css.more}
      aria-label={label}
      title={label}
      aria-haspopup="menu"
      tabIndex={-1}
      onClick={(e) => onOpen(e.currentTarget)}
    >
      <Glyph icon={IconDots} size={16} />
    </button>
  );
}

/** A card that has not come yet, in its final size. */
export function CardBones() {
  return (
    <div className={`${css.card} ${css.skeleton}`} aria-hidden>
      <div className={css.bone} style={{ width: '70%' }} />
      <div className={css.bone} style={{ width: '50%' }} />
      <div className={css.bone} style={{ width: '85%' }} />
    </div>
  );
}
