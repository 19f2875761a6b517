import { SegmentedControl } from '@mantine/core';
import { Glyph, type Icon } from './Glyph';
import css from './Segmented.module.css';

/** One of the choices. */
export interface Segment<V extends string> {
  value: V;
  label: string;
  icon?: Icon;
}

/** A few choices side by side, one of them chosen: board or table, light or dark. */
export function Segmented<V extends string>(props: {
  label: string;
  value: V;
  onChange: (value: V) => void;
  items: Segment<V>[];
}) {
  const { label, value, onChange, items } = props;
  const data = items.map((item) => ({
    value: item.value,
    label: (
      <span className={css.item}>
        {item.icon && <Glyph icon={item.icon} size={16} />}
        {item.label}
      </span>
    ),
  }));
  return (
    <SegmentedControl
      aria-label={label}
      value={value}
      onChange={onChange}
      data={data}
      transitionDuration={0}
      withItemsBorders={false}
      classNames={{
        root: css.root,
        indicator: css.indicator,
        label: css.label,
        control: css.control,
      }}
    />
  );
}
