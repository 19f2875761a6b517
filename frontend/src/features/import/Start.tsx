import { Textarea } from '@mantine/core';
import { IconAlertCircle, IconFileSpreadsheet } from '@tabler/icons-react';
import type { ClipboardEvent } from 'react';
import type { Failed } from '@/api';
import { chooseForImport } from '@/app/dropped';
import { useWords } from '@/i18n';
import { Button, Glyph, useLate } from '@/ui';
import css from './import.module.css';
import { openText, useImport } from './session';
import { importWords } from './words';

/** No file yet: drop one, choose one, or paste rows. */
export function Start() {
  const t = useWords(importWords);
  const { phase, name, failed } = useImport();
  return (
    <div className={css.start}>
      <div className={css.startBox}>
        {failed && <Refused failed={failed} name={name} />}
        <div className={css.zone}>
          <span className={css.zoneIcon}>
            <Glyph icon={IconFileSpreadsheet} size={32} />
          </span>
          {phase === 'opening' ? (
            <Opening name={name} />
          ) : (
            <>
              <h2>{t.startTitle}</h2>
              <p className="lab t2">{t.startText}</p>
              <Button look="primary" onClick={() => void chooseForImport()}>
                {t.choose}
              </Button>
            </>
          )}
        </div>
        {phase === 'start' && <PasteBox />}
      </div>
    </div>
  );
}

function Opening({ name }: { name: string }) {
  const t = useWords(importWords);
  return (
    <p className="t2" role="status">
      {useLate() ? t('opening', { name }) : ''}
    </p>
  );
}

function Refused({ failed, name }: { failed: Failed; name: string }) {
  const t = useWords(importWords);
  return (
    <div className={css.refused} role="alert">
      <Glyph icon={IconAlertCircle} />
      <span className="selectable">
        <b>{name || t.tryAgain}</b>
        <br />
        {failed.message}
      </span>
    </div>
  );
}

function PasteBox() {
  const t = useWords(importWords);
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    openText(event.clipboardData.getData('text/plain'));
  };
  return (
    <Textarea
      label={t.paste}
      placeholder={t.pasteHint}
      rows={3}
      value=""
      onChange={(event) => openText(event.currentTarget.value)}
      onPaste={paste}
    />
  );
}
