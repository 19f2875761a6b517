/**
 * Every kind of field and what it offers to the screens. A kind that lacks a part does not
 * compile; add a kind here and in kinds.ts, format/index.ts and filter/ops.ts.
 */
import { AddressInput } from './address/AddressInput';
import { BoolInput } from './bool/BoolInput';
import {
  AddressCell,
  ChoiceCell,
  LinkCell,
  LinksCell,
  LongCell,
  PersonCell,
  TagsCell,
  TextCell,
} from './cells/cells';
import { ChoiceInput } from './choice/ChoiceInput';
import { ChoicesInput } from './choices/ChoicesInput';
import type { Kind } from './contract';
import { DateInput } from './date/DateInput';
import { BoolFilter } from './filter/values/BoolFilter';
import { ChoiceFilter } from './filter/values/ChoiceFilter';
import { DateFilter } from './filter/values/DateFilter';
import { LinkFilter } from './filter/values/LinkFilter';
import { NumberFilter } from './filter/values/NumberFilter';
import { TagsFilter } from './filter/values/TagsFilter';
import { TextFilter } from './filter/values/TextFilter';
import { type KindName, kindOf } from './kinds';
import { LinkInput } from './link/LinkInput';
import { LinksInput } from './links/LinksInput';
import { MoneyInput } from './money/MoneyInput';
import { NumberInput } from './number/NumberInput';
import { TagsInput } from './tags/TagsInput';
import { LineInput, LongInput } from './text/TextInputs';
import { TimeInput } from './time/TimeInput';

type Parts = Pick<Kind, 'Cell' | 'Input' | 'Filter'>;

const line: Parts = { Cell: TextCell, Input: LineInput, Filter: TextFilter };
const long: Parts = { Cell: LongCell, Input: LongInput, Filter: TextFilter };
const number: Parts = { Cell: TextCell, Input: NumberInput, Filter: NumberFilter };
const address: Parts = { Cell: AddressCell, Input: AddressInput, Filter: TextFilter };

const typed = { align: 'left', drawn: false, edit: 'text' } as const;
const counted = { align: 'right', drawn: false, edit: 'text' } as const;
const picked = { align: 'left', drawn: true, edit: 'hosted' } as const;
const dated = { align: 'left', drawn: false, edit: 'hosted' } as const;

/** The kinds by name. */
export const kinds: Record<KindName, Kind> = {
  text: { ...line, ...typed, width: 160 },
  longtext: { ...long, ...typed, width: 200 },
  markdown: { ...long, ...typed, width: 200 },
  integer: { ...number, ...counted, width: 96 },
  number: { ...number, ...counted, width: 112 },
  money: { Cell: TextCell, Input: MoneyInput, Filter: NumberFilter, ...counted, width: 136 },
  percent: { ...number, ...counted, width: 80 },
  date: { Cell: TextCell, Input: DateInput, Filter: DateFilter, ...dated, width: 116 },
  time: { Cell: TextCell, Input: TimeInput, Filter: DateFilter, ...dated, width: 148 },
  duration: { ...number, ...counted, width: 112 },
  bool: {
    Cell: TextCell,
    Input: BoolInput,
    Filter: BoolFilter,
    ...picked,
    drawn: false,
    width: 72,
  },
  choice: { Cell: ChoiceCell, Input: ChoiceInput, Filter: ChoiceFilter, ...picked, width: 116 },
  choices: { Cell: ChoiceCell, Input: ChoicesInput, Filter: ChoiceFilter, ...picked, width: 160 },
  tags: { Cell: TagsCell, Input: TagsInput, Filter: TagsFilter, ...picked, width: 160 },
  link: { Cell: LinkCell, Input: LinkInput, Filter: LinkFilter, ...picked, width: 140 },
  links: { Cell: LinksCell, Input: LinksInput, Filter: LinkFilter, ...picked, width: 180 },
  member: { Cell: PersonCell, Input: LinkInput, Filter: LinkFilter, ...picked, width: 112 },
  phone: { ...address, ...typed, width: 132 },
  email: { ...address, ...typed, width: 180 },
  url: { ...address, ...typed, width: 160 },
  auto: { ...line, ...typed, width: 112 },
};

/** What a field's kind offers. */
export function kindOfField(field: { kind: string }): Kind {
  return kinds[kindOf(field)];
}
