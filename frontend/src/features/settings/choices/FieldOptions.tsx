import { api, useFile } from '@/api';
import type { FieldInfo, OptionInfo, TypeInfo } from '@/api/types';
import { pick, useLang, useWords } from '@/i18n';
import { keepSchema } from '../acts';
import { Sorting } from '../Sorting';
import { settingsWords } from '../words';
import { AddOption } from './AddOption';
import css from './choices.module.css';
import { OptionRow, RetiredRow } from './OptionRow';
import { newOption, orderOptions, putOption } from './options';
import { choicesWords } from './words';

interface Props {
  type: TypeInfo;
  field: FieldInfo;
}

/** The choices of one field, in order; those out of use below. */
export function FieldOptions({ type, field }: Props) {
  const t = useWords(choicesWords);
  const ts = useWords(settingsWords);
  const lang = useLang();
  const readOnly = useFile()?.readOnly ?? false;
  const { options } = field;
  const save = (next: OptionInfo[], message: string) =>
    keepSchema(() => api.schema.saveOptions(type.key, field.key, next), message);
  const put = (option: OptionInfo, message: string) => save(putOption(options, option), message);
  const used = options.filter(({ retired }) => !retired);
  const retired = options.filter((option) => option.retired);
  const items = used.map(({ num, label }) => ({ id: String(num), name: pick(label, lang) }));
  return (
    <div className={css.options}>
      <Sorting
        items={items}
        onOrder={(nums) => void save(orderOptions(options, nums), ts.reordered)}
      >
        <ul>
          {used.map((option) => (
            <OptionRow key={option.num} option={option} onChange={put} />
          ))}
        </ul>
      </Sorting>
      {!readOnly && (
        <AddOption
          onAdd={(zh, en) =>
            save(
              [...options, newOption(zh, en)],
              ts('added', { what: lang === 'en' ? en || zh : zh || en }),
            )
          }
        />
      )}
      {retired.length > 0 && (
        <>
          <div className={css.divide}>{t.retired}</div>
          <ul>
            {retired.map((option) => (
              <RetiredRow key={option.num} option={option} onChange={put} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
