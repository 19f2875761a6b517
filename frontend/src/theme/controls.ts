import { ActionIcon, Button, Input, SegmentedControl } from '@mantine/core';

/** Heights of controls by size, in pixels. */
const HEIGHTS: Record<string, string> = { xs: '24px', sm: '28px', md: '32px', lg: '36px' };
const SIDES: Record<string, string> = { xs: '8px', sm: '10px', md: '12px', lg: '16px' };

function height(size: string | number | undefined): string {
  return HEIGHTS[String(size ?? 'md')] ?? String(size);
}

const middle = { defaultProps: { size: 'md' } };

/** Sizes and paddings of Mantine's controls. */
export const controls = {
  Button: Button.extend({
    defaultProps: { size: 'md' },
    vars: (_, props) => ({
      root: {
        '--button-height': height(props.size),
        '--button-padding-x': SIDES[String(props.size ?? 'md')] ?? '12px',
        '--button-fz': props.size === 'xs' ? '12px' : '13px',
      },
    }),
  }),
  ActionIcon: ActionIcon.extend({
    defaultProps: { size: 'sm', variant: 'subtle', color: 'gray' },
    vars: (_, props) => ({ root: { '--ai-size': height(props.size) } }),
  }),
  Input: Input.extend({
    vars: (_, props) => ({
      wrapper: {
        '--input-height': height(props.size),
        '--input-fz': props.size === 'sm' || props.size === 'xs' ? '13px' : '14px',
        '--input-padding': props.size === 'sm' || props.size === 'xs' ? '8px' : '10px',
        '--input-bd': 'var(--control-border)',
        '--input-bd-focus': 'var(--focus)',
      },
    }),
  }),
  InputBase: middle,
  TextInput: middle,
  Textarea: middle,
  NumberInput: middle,
  Select: middle,
  MultiSelect: middle,
  Autocomplete: middle,
  TagsInput: middle,
  DateInput: middle,
  // 6 px would make a circle of a box of 16.
  Checkbox: { defaultProps: { radius: 'xs' } },
  Switch: { defaultProps: { size: 'sm', withThumbIndicator: false } },
  SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'sm' } }),
};
