import { useState } from 'react';
import { toFailed } from '@/api';
import { useWords } from '@/i18n';
import { Button, Popover, Sep, toastError } from '@/ui';
import { DisplayMenu } from './DisplayMenu';
import { FilterBar } from './FilterBar';
import css from './list.module.css';
import { NameForm } from './NameForm';
import type { ListModel } from './useList';
import { saveAs } from './ViewTabs';
import { saveView, withShape } from './views';
import { listWords } from './words';

/** Conditions, what to do with a view that was changed, and how the list is shown. */
export function Tools({ model }: { model: ListModel }) {
  const { type, state, patch } = model;
  return (
    <div className={css.bar}>
      <FilterBar type={type} filter={state.filter} onChange={(filter) => patch({ filter })} />
      <span className="grow" />
      {model.modified ? <Changed model={model} /> : null}
      <DisplayMenu type={type} state={state} onChange={patch} />
    </div>
  );
}

/** The list looks otherwise than its view: keep that in it, or in a new one. */
export function Changed({ model }: { model: ListModel }) {
  const t = useWords(listWords);
  const [naming, setNaming] = useState(false);
  const { view, state } = model;
  const update = () => {
    if (view) saveView(withShape(view, state)).catch((thrown) => toastError(toFailed(thrown)));
  };
  return (
    <>
      <span className="cap t3 nw">{t.changed}</span>
      {view ? (
        <Button size="xs" onClick={update}>
          {t.update}
        </Button>
      ) : null}
      <Popover opened={naming} onChange={setNaming} position="bottom-end" trapFocus>
        <Popover.Target>
          <Button size="xs" look="ghost" onClick={() => setNaming(true)}>
            {t.saveAs}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <NameForm
            name=""
            onSave={(name) => saveAs(model, name)}
            onClose={() => setNaming(false)}
          />
        </Popover.Dropdown>
      </Popover>
      <Sep />
    </>
  );
}
