import { UnstyledButton } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Fragment, type ReactNode, useRef, useState } from 'react';
import type { FieldInfo, TypeInfo } from '@/api';
import { OpenInPlace } from '@/fields';
import { describeNode, describeTest } from '@/fields/filter/describe';
import { addAt, type Group, isWhole, type Node, replaceAt, type Test } from '@/fields/filter/model';
import { useLang, useWords } from '@/i18n';
import { Glyph, Popover } from '@/ui';
import { FieldList } from './FieldList';
import { FilterBuilder, placed } from './FilterBuilder';
import css from './list.module.css';
import { newTest, TestEditor } from './TestEditor';
import { listWords } from './words';

interface Props {
  type: TypeInfo;
  filter: Group;
  onChange: (filter: Group) => void;
}

/** The conditions of a list as chips, and the way to more of them. */
export function FilterBar({ type, filter, onChange }: Props) {
  const t = useWords(listWords);
  return (
    <div className={css.chips}>
      {placed(filter).map(({ node, at, key }) => (
        <Fragment key={key}>
          {at > 0 && filter.join === 'or' ? <span className={css.join}>{t.or}</span> : null}
          <NodeChip
            type={type}
            node={node}
            onChange={(next) => onChange(replaceAt(filter, [at], next))}
          />
        </Fragment>
      ))}
      <AddCondition type={type} filter={filter} onChange={onChange} />
    </div>
  );
}

interface ChipProps {
  type: TypeInfo;
  node: Node;
  onChange: (node: Node | null) => void;
}

function NodeChip({ type, node, onChange }: ChipProps) {
  const t = useWords(listWords);
  const lang = useLang();
  const [opened, setOpened] = useState(false);
  const text = describeNode(node, type, lang);
  const close = () => setOpened(false);
  return (
    <span className={css.chip}>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus>
        <Popover.Target>
          <UnstyledButton className={css.chipText} onClick={() => setOpened(!opened)}>
            <ChipWords type={type} node={node} />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <OpenInPlace value={true}>
            {node.kind === 'test' ? (
              <TestEditor type={type} test={node} onChange={onChange} onClose={close} />
            ) : node.kind === 'group' ? (
              <FilterBuilder type={type} filter={node} onChange={onChange} onClose={close} />
            ) : (
              <span className="lab">{t.custom}</span>
            )}
          </OpenInPlace>
        </Popover.Dropdown>
      </Popover>
      <UnstyledButton
        className={css.chipX}
        aria-label={t('removeCondition', { text })}
        onClick={() => onChange(null)}
      >
        <Glyph icon={IconX} size={14} />
      </UnstyledButton>
    </span>
  );
}

function ChipWords({ type, node }: { type: TypeInfo; node: Node }): ReactNode {
  const lang = useLang();
  if (node.kind !== 'test') return describeNode(node, type, lang);
  const field = type.fields.find((f) => f.key === node.field);
  const { lead, value } = describeTest(node, field, lang);
  return (
    <>
      {lead} <b>{value}</b>
    </>
  );
}

type Step = 'closed' | 'field' | 'all' | Test;

/** Picks a field, then what it is compared with; or opens the whole tree. */
function AddCondition({ type, filter, onChange }: Props) {
  const t = useWords(listWords);
  const [step, setStep] = useState<Step>('closed');
  // Enter follows the last change at once, before it was drawn.
  const latest = useRef<Step>(step);
  const go = (next: Step) => {
    latest.current = next;
    setStep(next);
  };
  const finish = () => {
    const now = latest.current;
    if (typeof now === 'object' && isWhole(now)) onChange(addAt(filter, [], now));
    go('closed');
  };
  return (
    <Popover
      opened={step !== 'closed'}
      onChange={(opened) => !opened && finish()}
      position="bottom-start"
      trapFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={css.dashed}
          onClick={() => (step === 'closed' ? go('field') : finish())}
        >
          <Glyph icon={IconPlus} size={14} />
          {t.condition}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <OpenInPlace value={true}>
          <AddStep
            type={type}
            filter={filter}
            onChange={onChange}
            step={step}
            go={go}
            finish={finish}
          />
        </OpenInPlace>
      </Popover.Dropdown>
    </Popover>
  );
}

interface StepProps extends Props {
  step: Step;
  go: (step: Step) => void;
  finish: () => void;
}

function AddStep({ type, filter, onChange, step, go, finish }: StepProps) {
  if (step === 'closed') return null;
  if (step === 'field') {
    const pickField = (field: FieldInfo) => go(newTest(field));
    return <FieldList type={type} onPick={pickField} onAll={() => go('all')} />;
  }
  if (step === 'all') {
    return <FilterBuilder type={type} filter={filter} onChange={onChange} onClose={finish} />;
  }
  const change = (test: Test | null) => go(test ?? 'closed');
  return <TestEditor key={step.field} type={type} test={step} onChange={change} onClose={finish} />;
}
