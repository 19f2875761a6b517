import type { CustomCellEditorProps } from 'ag-grid-react';
import { useState } from 'react';
import type { ListRow } from '@/api';
import { type Done, kindOfField } from '@/fields';
import type { Editing } from './editing';
import type { Host } from './host';

type Props = CustomCellEditorProps<ListRow, unknown, Host> & { fieldKey: string; editing: Editing };

/**
 * The editor of a kind inside its cell: choices, dates, links. What was typed before it was
 * there is its first text.
 */
export function Editor({ data, value, context, fieldKey, editing }: Props) {
  const [start] = useState(() => editing.takeTyped());
  const field = context.field(fieldKey);
  if (!field) return null;
  const { Input } = kindOfField(field);
  const done = (next: unknown, how: Done) => editing.finish(data, field, next, how);
  return (
    <div className="rg-editor">
      <Input
        field={field}
        type={context.type.key}
        look="cell"
        autoFocus
        value={value}
        start={start}
        onChange={() => undefined}
        onDone={done}
        onCancel={() => editing.cancel()}
      />
    </div>
  );
}
