import {
  IconActivity,
  IconArrowsRight,
  IconBriefcase,
  IconBuilding,
  IconCheckbox,
  IconCoinYuan,
  IconColumns,
  IconFilter,
  IconGitBranch,
  IconListCheck,
  IconPackage,
  IconTable,
  IconThumbDown,
  IconUser,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Icon } from './Glyph';

/** Icons that record types name. Only these are in the program, not all of Tabler's. */
const icons: Record<string, Icon> = {
  activity: IconActivity,
  'arrows-right': IconArrowsRight,
  briefcase: IconBriefcase,
  building: IconBuilding,
  checkbox: IconCheckbox,
  'coin-yuan': IconCoinYuan,
  columns: IconColumns,
  filter: IconFilter,
  'git-branch': IconGitBranch,
  'list-check': IconListCheck,
  package: IconPackage,
  'thumb-down': IconThumbDown,
  user: IconUser,
  'user-plus': IconUserPlus,
  users: IconUsers,
  'users-group': IconUsersGroup,
};

/** The icon that a record type names; a plain table for one that is not known. */
export function iconNamed(name: string): Icon {
  return icons[name] ?? IconTable;
}
