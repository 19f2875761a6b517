import { useType } from '@/api/schema';
import { pick, useLang, useWords } from '@/i18n';
import { Dialog } from '@/ui';
import { Asker } from './AskFields';
import { type Creating, closeCreate, useCreating } from './creating';
import { QuickCreate } from './QuickCreate';
import { formWords } from './words';

/** Shows quick create and the question for missing fields when they are asked for. Stands
 * once in the window. */
export function CreateHost() {
  const creating = useCreating((s) => s.creating);
  return (
    <>
      {creating && <CreateDialog creating={creating} />}
      <Asker />
    </>
  );
}

function CreateDialog({ creating }: { creating: Creating }) {
  const t = useWords(formWords);
  const lang = useLang();
  const type = useType(creating.type);
  if (!type) return null;
  const title = t('create', { type: inSentence(pick(type.label, lang)) });
  return (
    <Dialog title={title} opened onClose={closeCreate} width={600}>
      <QuickCreate type={type} creating={creating} />
    </Dialog>
  );
}

/** A type's name inside of a sentence: English ones lose their capital. */
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
