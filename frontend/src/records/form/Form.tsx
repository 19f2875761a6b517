import type { TypeInfo } from '@/api/types';
import { pick, useLang } from '@/i18n';
import { FieldRow } from './FieldRow';
import { editable, sectionsOf } from './fields';
import css from './form.module.css';
import type { DraftEdit } from './useDraft';

/** Every field of a record by section, each with the input of its kind. `except` are
 * fields that stand elsewhere. */
export function Form(props: {
  form: string;
  type: TypeInfo;
  edit: DraftEdit;
  except?: readonly string[];
}) {
  const { form, type, edit, except = [] } = props;
  const lang = useLang();
  const sections = sectionsOf(editable(type).filter((f) => !except.includes(f.key)));
  return (
    <>
      {sections.map((section) => {
        const heading = pick(section.heading, lang);
        return (
          <fieldset key={section.heading.en} className={css.section}>
            {heading && <legend className={css.heading}>{heading}</legend>}
            <div className={css.grid}>
              {section.fields.map((field) => (
                <FieldRow key={field.key} form={form} type={type.key} field={field} edit={edit} />
              ))}
            </div>
          </fieldset>
        );
      })}
    </>
  );
}
