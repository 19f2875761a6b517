import { Select, TextInput } from '@mantine/core';
import { CURRENCIES, currencyName, pairs, useLang, useWords } from '@/i18n';

const words = pairs({
  name: ['Your name', '你的姓名'],
  nameHint: ['Shown as the owner of what you make', '你新建的记录会以它为负责人'],
  currency: ['Base currency', '本位币'],
  currencyHint: [
    'Totals are shown in it; an opportunity may have its own',
    '合计用它来算；商机可以有自己的币种',
  ],
});

/** Who makes a file, and the currency that its totals are in. */
export interface Person {
  name: string;
  currency: string;
}

/** What a new file asks about the person who makes it. */
export function PersonFields(props: {
  value: Person;
  onChange: (value: Person) => void;
  /** The name has the focus at first. */
  focus?: boolean;
}) {
  const { value, onChange, focus } = props;
  const t = useWords(words);
  const lang = useLang();
  const data = CURRENCIES.map((code) => ({ value: code, label: currencyName(code, lang) }));
  return (
    <>
      <TextInput
        label={t.name}
        description={t.nameHint}
        inputWrapperOrder={['label', 'input', 'description']}
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
        autoComplete="name"
        data-autofocus={focus || undefined}
      />
      <Select
        label={t.currency}
        description={t.currencyHint}
        inputWrapperOrder={['label', 'input', 'description']}
        data={data}
        value={value.currency}
        onChange={(currency) => onChange({ ...value, currency: currency ?? value.currency })}
        allowDeselect={false}
      />
    </>
  );
}
