import {
  IconAdjustments,
  IconDatabase,
  IconDownload,
  IconFilter,
  IconForms,
  IconInfoCircle,
  IconKeyboard,
  IconListDetails,
  IconPalette,
  IconThumbDown,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Pair } from '@/i18n';
import type { Icon } from '@/ui';

/** The sections, by the name in their address. */
export const sectionIds = [
  ...(['me', 'appearance', 'keys', 'pipeline', 'reasons', 'currency', 'choices'] as const),
  ...(['fields', 'teams', 'file', 'imports', 'about'] as const),
];

export type SectionId = (typeof sectionIds)[number];

/** A section in the list at the left. */
export interface Section {
  id: SectionId;
  title: Pair;
  icon: Icon;
  /** What is in it, to be found by searching. */
  holds: Pair[];
}

/** Sections under a heading. */
export interface SectionGroup {
  title: Pair;
  sections: Section[];
}

/** All of the settings. */
export const groups: SectionGroup[] = [
  {
    title: ['Personal', '个人'],
    sections: [
      {
        id: 'me',
        title: ['Me and language', '资料与语言'],
        icon: IconUser,
        holds: [
          ['Which member I am', '我是哪位成员'],
          ['Language', '语言'],
        ],
      },
      {
        id: 'appearance',
        title: ['Appearance', '外观'],
        icon: IconPalette,
        holds: [
          ['Light or dark', '浅色或深色'],
          ['Row height', '行高'],
        ],
      },
      {
        id: 'keys',
        title: ['Keyboard', '快捷键'],
        icon: IconKeyboard,
        holds: [
          ['Single-letter keys', '单字母快捷键'],
          ['All shortcuts', '全部快捷键'],
        ],
      },
    ],
  },
  {
    title: ['Sales rules', '销售规则'],
    sections: [
      {
        id: 'pipeline',
        title: ['Pipeline and stages', '流程与阶段'],
        icon: IconFilter,
        holds: [
          ['Win probability', '赢率'],
          ['Entry criteria', '准入条件'],
          ['On hold', '搁置'],
        ],
      },
      {
        id: 'reasons',
        title: ['Lost reasons', '输单原因'],
        icon: IconThumbDown,
        holds: [['Why opportunities are lost', '商机为什么输']],
      },
      {
        id: 'currency',
        title: ['Currencies', '币种与汇率'],
        icon: IconAdjustments,
        holds: [
          ['Base currency', '本位币'],
          ['Time zone', '时区'],
          ['Exchange rates', '汇率'],
        ],
      },
    ],
  },
  {
    title: ['Data model', '数据模型'],
    sections: [
      {
        id: 'choices',
        title: ['Choices', '选项'],
        icon: IconListDetails,
        holds: [['Words and colours of choice fields', '单选、多选字段的选项与颜色']],
      },
      {
        id: 'fields',
        title: ['Own fields', '自定义字段'],
        icon: IconForms,
        holds: [
          ['New field', '新建字段'],
          ['Required and unique', '必填与唯一'],
        ],
      },
    ],
  },
  {
    title: ['People', '成员'],
    sections: [
      {
        id: 'teams',
        title: ['Teams', '团队'],
        icon: IconUsersGroup,
        holds: [['Team lead', '团队主管']],
      },
    ],
  },
  {
    title: ['Data', '数据'],
    sections: [
      {
        id: 'file',
        title: ['File', '文件'],
        icon: IconDatabase,
        holds: [
          ['Workspace name', '工作区名称'],
          ['Where the file is', '文件位置'],
          ['Save a copy', '另存一份副本'],
          ['Sample data', '示例数据'],
        ],
      },
      {
        id: 'imports',
        title: ['Imports', '导入记录'],
        icon: IconDownload,
        holds: [['Undo an import', '撤销导入']],
      },
    ],
  },
  {
    title: ['System', '系统'],
    sections: [
      {
        id: 'about',
        title: ['About', '关于'],
        icon: IconInfoCircle,
        holds: [
          ['Version', '版本'],
          ['Licences', '许可'],
        ],
      },
    ],
  },
];

/** A section that a search found, with what in it fits. */
export interface Found {
  section: Section;
  hits: Pair[];
}

/** Groups with the sections whose name or content has the text, in either language. */
export function searchSections(text: string): { title: Pair; found: Found[] }[] {
  const wanted = text.trim().toLowerCase();
  const has = (pair: Pair) => pair.some((half) => half.toLowerCase().includes(wanted));
  const find = (section: Section): Found[] => {
    if (wanted === '') return [{ section, hits: [] }];
    const hits = section.holds.filter(has);
    return has(section.title) || hits.length > 0 ? [{ section, hits }] : [];
  };
  return groups
    .map(({ title, sections }) => ({ title, found: sections.flatMap(find) }))
    .filter(({ found }) => found.length > 0);
}

/** The section of an address; the first where it names none. */
export function asSection(name: string | undefined): SectionId {
  return sectionIds.find((id) => id === name) ?? 'me';
}
