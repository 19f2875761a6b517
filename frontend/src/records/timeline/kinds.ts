import {
  type Icon,
  IconActivity,
  IconArrowsRightLeft,
  IconCheckbox,
  IconMail,
  IconMapPin,
  IconNote,
  IconPencil,
  IconPhone,
  IconPlus,
  IconRestore,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { fieldOf } from '@/api/schema';
import type { OptionInfo, Row, TimelineEntry, TypeInfo } from '@/api/types';

/** Icons of the kinds of activity, by the key of the choice. */
const activityIcons: Record<string, Icon> = {
  call: IconPhone,
  visit: IconMapPin,
  meeting: IconUsers,
  email: IconMail,
  note: IconNote,
};

const entryIcons: Record<string, Icon> = {
  task: IconCheckbox,
  stage: IconArrowsRightLeft,
  created: IconPlus,
  changed: IconPencil,
  deleted: IconTrash,
  restored: IconRestore,
};

/** The icon of a kind of activity. */
export const activityIcon = (key: string): Icon => activityIcons[key] ?? IconActivity;

/** The icon of an entry. `activity` is the declaration of activities. */
export function entryIcon(entry: TimelineEntry, activity: TypeInfo | undefined): Icon {
  const kind =
    entry.kind === 'activity' && entry.row ? activityKind(entry.row, activity) : undefined;
  return kind ? activityIcon(kind.key) : (entryIcons[entry.kind] ?? IconActivity);
}

/** What sort of activity a record is. */
export function activityKind(row: Row, activity: TypeInfo | undefined): OptionInfo | undefined {
  const num = row.values.type;
  return fieldOf(activity, 'type')?.options.find((o) => o.num === num);
}
