import { IconPlus, IconX } from '@tabler/icons-react';
import type { TypeInfo } from '@/api';
import { describeNode } from '@/fields/filter/describe';
import {
  addAt,
  type Group,
  type Node,
  type Path,
  replaceAt,
  type Test,
} from '@/fields/filter/model';
import { Choose } from '@/fields/pick/Choose';
import { pick, useLang, useWords } from '@/i18n';
import { Button, IconButton, Segmented } from '@/ui';
import css from './list.module.css';
import { newTest, OpSelect, TestValue } from './TestEditor';
import { columnFields } from './views';
import { listWords } from './words';

interface Props {
  type: TypeInfo;
  filter: Group;
  onChange: (filter: Group) => void;
  onClose: () => void;
}

/** The nodes of a group with keys: they have no names, their place is what they are. */
export function placed(group: Group): { node: Node; at: number; key: string }[] {
  return group.nodes.map((node, at) => ({ node, at, key: `${node.kind}${at}` }));
}

/** All conditions as a tree of "and" and "or". */
export function FilterBuilder({ type, filter, onChange, onClose }: Props) {
  const t = useWords(listWords);
  return (
    <div className={css.builder}>
      <GroupRows type={type} root={filter} group={filter} path={[]} onChange={onChange} />
      <div className={css.foot}>
        <span className="grow" />
        <Button size="sm" onClick={onClose}>
          {t.done}
        </Button>
      </div>
    </div>
  );
}

interface RowsProps {
  type: TypeInfo;
  root: Group;
  group: Group;
  path: Path;
  onChange: (root: Group) => void;
}

function GroupRows({ type, root, group, path, onChange }: RowsProps) {
  const t = useWords(listWords);
  const put = (at: Path, node: Node | null) => onChange(replaceAt(root, at, node));
  const [first] = columnFields(type);
  const add = (node: Node) => onChange(addAt(root, path, node));
  const test = first && newTest(first);
  return (
    <div className={css.group}>
      <Segmented
        label={t.all2}
        value={group.join}
        items={[
          { value: 'and', label: t.matchAll },
          { value: 'or', label: t.matchAny },
        ]}
        onChange={(join) => put(path, { ...group, join: join === 'or' ? 'or' : 'and' })}
      />
      {placed(group).map(({ node, at, key }) => (
        <NodeRow key={key} {...{ type, root, node, onChange }} path={[...path, at]} />
      ))}
      <div className={css.foot}>
        {test ? (
          <Button size="xs" look="ghost" icon={IconPlus} onClick={() => add(test)}>
            {t.addCondition}
          </Button>
        ) : null}
        {test && path.length < 2 ? (
          <Button
            size="xs"
            look="ghost"
            icon={IconPlus}
            onClick={() =>
              add({ kind: 'group', join: group.join === 'and' ? 'or' : 'and', nodes: [test] })
            }
          >
            {t.addGroup}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

interface NodeProps {
  type: TypeInfo;
  root: Group;
  node: Node;
  path: Path;
  onChange: (root: Group) => void;
}

function NodeRow({ type, root, node, path, onChange }: NodeProps) {
  const t = useWords(listWords);
  const lang = useLang();
  if (node.kind === 'group') return <GroupRows {...{ type, root, path, onChange }} group={node} />;
  const put = (next: Node | null) => onChange(replaceAt(root, path, next));
  return (
    <div className={css.test}>
      {node.kind === 'test' ? (
        <TestParts type={type} test={node} onChange={put} />
      ) : (
        <span className="lab ell" style={{ gridColumn: '1 / 4' }}>
          {describeNode(node, type, lang)}
        </span>
      )}
      <IconButton icon={IconX} label={t.remove} onClick={() => put(null)} />
    </div>
  );
}

interface PartsProps {
  type: TypeInfo;
  test: Test;
  onChange: (test: Test) => void;
}

function TestParts({ type, test, onChange }: PartsProps) {
  const t = useWords(listWords);
  const lang = useLang();
  const fields = columnFields(type);
  return (
    <>
      <Choose
        label={t.field}
        small
        required
        items={fields.map((f) => ({ key: f.key, label: pick(f.label, lang) }))}
        chosen={test.field}
        onPick={(key) => {
          const field = fields.find((f) => f.key === key);
          if (field) onChange(newTest(field));
        }}
      />
      <OpSelect type={type} test={test} onChange={onChange} />
      <div>
        <TestValue type={type} test={test} onChange={onChange} />
      </div>
    </>
  );
}
