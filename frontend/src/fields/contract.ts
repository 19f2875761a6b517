/** What every kind of field offers to the screens, and what the screens give it. */
import type { ComponentType } from 'react';
import type { FieldInfo } from '@/api/types';
import type { TestOp } from './filter/ops';

/** How an edit ended; the screen decides what follows (save, next row, submit). */
export type Done = 'enter' | 'tab' | 'pick' | 'blur';

/** A value on screen. Never focusable by itself. */
export interface CellProps {
  field: FieldInfo;
  value: unknown;
}

/**
 * An editor of one value in wire form.
 *
 * `onChange` is called as soon as there is a valid value (for words such as "next friday"
 * once the core has read them); null clears. `onDone` follows when the person is finished
 * and carries the final value, so that it can be saved without waiting for a render. A
 * value that cannot be read keeps the editor open with its fault below. Esc calls
 * `onCancel` and stops there.
 */
export interface InputProps {
  field: FieldInfo;
  /** Key of the record type; the core reads words with it. */
  type: string;
  value: unknown;
  onChange: (value: unknown) => void;
  onDone?: (value: unknown, how: Done) => void;
  onCancel?: () => void;
  /** Focus at once. */
  autoFocus?: boolean;
  /** Text that opened the editor, typed into a cell. */
  start?: string;
  /** `cell` has no frame and fills its box; `form` is the default. */
  look?: 'form' | 'cell';
  /** Id of the control, for the label that stands outside. */
  id?: string;
  /** Fault from saving, shown below. */
  error?: string;
  /** Accessible name where no label is linked by id; the field's label by default. */
  label?: string;
  placeholder?: string;
}

/** The editor of what a condition compares with; which one depends on the operator. */
export interface FilterProps {
  field: FieldInfo;
  type: string;
  op: TestOp;
  value: unknown;
  onChange: (value: unknown) => void;
  /** Enter or a pick that completes the condition. */
  onDone?: () => void;
}

/** A kind of field. */
export interface Kind {
  Cell: ComponentType<CellProps>;
  Input: ComponentType<InputProps>;
  Filter: ComponentType<FilterProps>;
  align: 'left' | 'right';
  /** Width of a column before anyone changed it, in pixels. */
  width: number;
  /** Whether its cell is more than text: a grid draws the rest without React. */
  drawn: boolean;
  /** How a cell of a grid is edited: typing text in place, or with the Input over it. */
  edit: 'text' | 'hosted';
}
