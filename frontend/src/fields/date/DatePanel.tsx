import { DatePicker } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import { useLang, useWords } from '@/i18n';
import { Button } from '@/ui/Button';
import { addDays, today } from '../format/date';
import look from '../input.module.css';
import { fieldWords } from '../words';

interface Props {
  /** Chosen day, "" for none. */
  date: string;
  zone?: string;
  onPick: (date: string) => void;
}

/** The days people choose most, and a month. */
export function DatePanel({ date, zone, onPick }: Props) {
  const t = useWords(fieldWords);
  const lang = useLang();
  const now = today(zone);
  const quick = [
    { label: t.today, day: now },
    { label: t.tomorrow, day: addDays(now, 1) },
    { label: t.nextWeek, day: addDays(now, 7) },
  ];
  return (
    <>
      <div className={look.quick}>
        {quick.map(({ label, day }) => (
          <Button key={day} size="xs" tabIndex={-1} onClick={() => onPick(day)}>
            {label}
          </Button>
        ))}
      </div>
      <DatePicker
        size="xs"
        p={4}
        classNames={{ day: look.day }}
        locale={lang === 'en' ? 'en' : 'zh-cn'}
        firstDayOfWeek={1}
        ariaLabels={{
          nextMonth: t.nextMonth,
          previousMonth: t.previousMonth,
          nextYear: t.nextYear,
          previousYear: t.previousYear,
          nextDecade: t.nextYears,
          previousDecade: t.previousYears,
        }}
        monthLabelFormat={lang === 'en' ? 'MMMM YYYY' : 'YYYY年M月'}
        yearLabelFormat={lang === 'en' ? 'YYYY' : 'YYYY年'}
        value={date || null}
        defaultDate={date || now}
        getDayProps={() => ({ tabIndex: -1 })}
        onChange={(day) => day && onPick(day)}
      />
    </>
  );
}
